#include "planner/compare/centre_changes.h"

#include "planner/compare/compare_runs.h"
#include "planner/tables/table_spec.h"

namespace pahunch {

std::string_view to_string(CentreFate fate) {
  switch (fate) {
    case CentreFate::kSame:
      return "as before";
    case CentreFate::kOpened:
      return "opened";
    case CentreFate::kClosed:
      return "closed";
    case CentreFate::kMoved:
      return "moved";
  }
  return "";
}

std::vector<ComparedCentre> compare_centres(const RunCentres& before, const RunCentres& after) {
  std::map<std::string, ComparedCentre> compared;
  for (const auto& [id, centre] : before) compared[id] = {id, centre, CentreFate::kClosed};
  for (const auto& [id, centre] : after) {
    const auto was = before.find(id);
    if (was == before.end()) {
      compared[id] = {id, centre, CentreFate::kOpened};
    } else if (has_moved(was->second, centre)) {
      compared[id] = {id, centre, CentreFate::kMoved,
                      geodesic_distance_m(was->second.at, centre.at)};
    } else {
      compared[id] = {id, centre, CentreFate::kSame};
    }
  }
  std::vector<ComparedCentre> centres;
  for (auto& [id, centre] : compared) centres.push_back(std::move(centre));
  return centres;
}

Table make_centre_changes_table(const std::vector<ComparedCentre>& centres,
                                const Projection& projection) {
  TableSpec<ComparedCentre> spec;
  using Row = const ComparedCentre&;
  spec.add(text_column("id", "of the centre", InGeoJson::kYes), [](Row r) { return Cell(r.id); });
  spec.add(text_column("name", "of the centre", InGeoJson::kYes),
           [](Row r) { return Cell(r.centre.name); });
  spec.add(text_column("change", "opened, closed, moved or as before", InGeoJson::kYes),
           [](Row r) { return Cell(std::string(to_string(r.fate))); });
  spec.add(real_column("moved_m", "m", "from where it stood in the first run; empty: not moved",
                       InGeoJson::kYes),
           [](Row r) { return r.fate == CentreFate::kMoved ? Cell(r.moved_m) : Cell(); });
  Table table = spec.make("centre_changes", centres);
  table.geometry_type = GeometryType::kPoint;
  for (const ComparedCentre& centre : centres) {
    table.geometry.emplace_back(projection.to_xy(centre.centre.at));
  }
  return table;
}

}  // namespace pahunch
