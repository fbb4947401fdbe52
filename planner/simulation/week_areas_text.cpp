#include "planner/simulation/week_areas_text.h"

namespace pahunch {

std::vector<WeekAreaName> name_week_areas(const Dataset& dataset) {
  const WeekAreas areas(dataset);
  std::vector<WeekAreaName> names{{areas.whole(), "all", "", dataset.words.region}};
  for (const AreaIdx at : indices(dataset.districts.areas)) {
    const Area& district = dataset.districts.areas[at];
    names.push_back({areas.of_district(at), "district", district.id, district.name});
  }
  for (const CentreIdx at : indices(dataset.centres.centres)) {
    const Centre& centre = dataset.centres.centres[at];
    names.push_back({areas.of_centre(at), "centre", centre.id, centre.name});
  }
  return names;
}

}  // namespace pahunch
