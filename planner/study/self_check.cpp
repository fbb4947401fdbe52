#include "planner/study/self_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/network/site_blocks.h"

namespace pahunch {
namespace {

CentreCheck check_centre(std::optional<double> snap_m,
                         const IdxVector<PlaceIdx, TravelTime>& times) {
  CentreCheck check{snap_m, "ok"};
  const auto arrives = [](TravelTime time) { return time.reachable(); };
  if (!check.snap_m) {
    check.finding = "no usable road near";
  } else if (!std::ranges::any_of(times, arrives)) {
    check.finding = "no settlement can get there";
  } else if (*check.snap_m > kPlausibleSnapM) {
    check.finding = fmt::format("{:.1f} km from the nearest road", *check.snap_m / 1000);
    check.is_far = true;
  }
  return check;
}

}  // namespace

CentreChecks check_centres(const TravelModel& model) {
  CentreChecks checks(model.n_sites());
  std::vector<SiteIdx> sites;
  for (std::size_t site = 0; site < model.n_sites(); ++site) sites.emplace_back(site);
  for_each_site(model, sites, [&](std::size_t site, const auto& times) {
    checks[CentreIdx(site)] = check_centre(model.site_snap_distance_m(sites[site]), times);
  });
  return checks;
}

CentreChecks shown_checks(const PrivacySettings& privacy, CentreChecks checks) {
  if (!privacy.is_public) return checks;
  for (CentreCheck& check : checks) {
    check.snap_m.reset();
    if (check.is_far) check.finding = "far from the nearest road";
  }
  return checks;
}

}  // namespace pahunch
