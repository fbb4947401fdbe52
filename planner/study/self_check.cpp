#include "planner/study/self_check.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>

namespace pahunch {
namespace {

bool anybody_arrives(const TravelModel& model, SiteIdx site) {
  const auto times = model.times(site);
  return std::ranges::any_of(times, [](TravelTime time) { return time.reachable(); });
}

CentreCheck check_centre(const TravelModel& model, SiteIdx site) {
  CentreCheck check{model.site_snap_distance_m(site), "ok"};
  if (!check.snap_m) {
    check.finding = "no usable road near";
  } else if (!anybody_arrives(model, site)) {
    check.finding = "no settlement can get there";
  } else if (*check.snap_m > kPlausibleSnapM) {
    check.finding = fmt::format("{:.1f} km from the nearest road", *check.snap_m / 1000);
  }
  return check;
}

}  // namespace

CentreChecks check_centres(const TravelModel& model) {
  CentreChecks checks(model.n_sites());
  tbb::parallel_for(std::size_t{0}, model.n_sites(), [&](std::size_t site) {
    checks[CentreIdx(site)] = check_centre(model, SiteIdx(site));
  });
  return checks;
}

}  // namespace pahunch
