#include "planner/tables/roads_table.h"

#include "planner/tables/table_spec.h"

namespace pahunch {

Table make_roads_table(const RoadLayer& roads) {
  const auto& items = roads.roads;
  TableSpec<RoadIdx> spec;
  const auto add_text = [&](const char* name, const char* meaning, std::string Road::*part) {
    spec.add(text_column(name, meaning),
             [&items, part](RoadIdx at) { return Cell(items[at].*part); });
  };
  add_text("id", "of the road in the dataset", &Road::id);
  add_text("name", "of the road", &Road::name);
  add_text("class", "a highway value of OpenStreetMap, or the dataset's own word",
           &Road::road_class);
  spec.add(integer_column("closed_in_monsoon", "", "1: the monsoon closes it"),
           [&items](RoadIdx at) { return flag_cell(items[at].closed_in_monsoon); });
  spec.add(integer_column("modelled", "", "1: the road is modelled"),
           [&roads](RoadIdx) { return flag_cell(roads.modelled); });
  std::vector<RoadIdx> rows;
  for (const RoadIdx at : indices(items)) rows.push_back(at);
  Table table = spec.make("roads", rows);
  table.geometry_type = GeometryType::kLine;
  for (const Road& road : items) table.geometry.emplace_back(road.line);
  return table;
}

}  // namespace pahunch
