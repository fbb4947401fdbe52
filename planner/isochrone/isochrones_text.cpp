#include "planner/isochrone/isochrones_text.h"

#include <fmt/format.h>

#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

struct WorstIsochrone {
  const SetIsochrones* set = nullptr;
  const Isochrone* isochrone = nullptr;
};

/// The isochrone with most women on the wrong side; null where nobody is.
WorstIsochrone find_worst(const std::vector<SetIsochrones>& sets) {
  WorstIsochrone worst;
  Persons most = 0;
  for (const SetIsochrones& set : sets) {
    for (const Isochrone& isochrone : set.isochrones) {
      if (isochrone.wrong_side.women <= most) continue;
      most = isochrone.wrong_side.women;
      worst = {&set, &isochrone};
    }
  }
  return worst;
}

}  // namespace

void warn_of_any_district(const Scenario& scenario, Console& console) {
  if (scenario.travel.assignment != Assignment::kOwnDistrict) return;
  console.warn(
      "isochrones lead to the nearest centre of any district, though the scenario counts centres "
      "of her own district only: who is within them may still be too far from hers");
}

Persons count_all_women(const Study& study) {
  Persons women = 0;
  for (const Women& of_one : women_of(study)) {
    women += of_one.all;
  }
  return women;
}

std::string wrong_side_text(const std::vector<SetIsochrones>& sets, Persons women_in_all) {
  const WorstIsochrone worst = find_worst(sets);
  if (worst.isochrone == nullptr) return "nobody lies on the wrong side of an isochrone";
  return fmt::format(
      "at most {} of all women lie on the wrong side of an isochrone ({} women in {} settlements "
      "at "
      "{} min under '{}')",
      share_text(worst.isochrone->wrong_side.women, women_in_all),
      count_text(worst.isochrone->wrong_side.women),
      count_text(worst.isochrone->wrong_side.settlements), limit_text(worst.isochrone->limit_min),
      worst.set->set);
}

std::string isochrones_text(const std::vector<SetIsochrones>& sets, Persons women_in_all) {
  std::string text;
  for (const SetIsochrones& set : sets) {
    for (const Isochrone& isochrone : set.isochrones) {
      text +=
          fmt::format("{}, within {} min: {:.0f} km2, {} women inside, {} ({}) on the wrong side\n",
                      set.set, limit_text(isochrone.limit_min), isochrone.area_km2,
                      count_text(isochrone.inside.women), count_text(isochrone.wrong_side.women),
                      share_text(isochrone.wrong_side.women, women_in_all));
    }
  }
  return text + "In all, " + wrong_side_text(sets, women_in_all) + ".\n";
}

std::string reached_roads_text(const std::vector<SetRoads>& sets,
                               const std::vector<double>& limits_min) {
  std::string text;
  for (const SetRoads& set : sets) {
    for (std::size_t i = 0; i < limits_min.size(); ++i) {
      text += fmt::format("{}, within {} min: {:.0f} km of roads\n", set.set,
                          limit_text(limits_min[i]), set.length_km[i]);
    }
  }
  return text;
}

}  // namespace pahunch
