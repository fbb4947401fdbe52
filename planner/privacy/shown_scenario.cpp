#include "planner/privacy/shown_scenario.h"

#include <cmath>
#include <vector>

#include "planner/privacy/generalise.h"
#include "planner/privacy/privacy_settings.h"

namespace pahunch {
namespace {

/// As the columns of tables have it.
double to_column(double degrees) {
  constexpr double kPerDegree = 1e6;
  return std::round(degrees * kPerDegree) / kPerDegree;
}

void generalise_sites(const PrivacySettings& privacy, const Projection& projection,
                      std::vector<SiteSpec>& sites) {
  for (SiteSpec& site : sites) {
    const LonLat shown = projection.to_lon_lat(shown_place(privacy, projection.to_xy(site.at)));
    site.at = {to_column(shown.lon), to_column(shown.lat)};
  }
}

}  // namespace

Scenario shown_scenario(Scenario scenario, const Projection& projection) {
  if (!scenario.privacy.is_public) return scenario;
  generalise_sites(scenario.privacy, projection, scenario.what_if.add_sites);
  generalise_sites(scenario.privacy, projection, scenario.what_if.move);
  return scenario;
}

}  // namespace pahunch
