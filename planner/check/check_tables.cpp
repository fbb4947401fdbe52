#include <fmt/format.h>

#include "planner/check/check_report.h"
#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

/// A layer of points or lines with an id and what is wrong there.
class FindingTable {
 public:
  FindingTable(std::string name, GeometryType type) {
    table_.name = std::move(name);
    table_.geometry_type = type;
    table_.columns = {text_column("id", "of the feature"),
                      text_column("finding", "what is suspicious")};
  }
  void add(const std::string& id, const std::string& finding, Geometry geometry) {
    table_.rows.push_back({id, finding});
    table_.geometry.push_back(std::move(geometry));
  }
  void move_into(std::vector<Table>& tables) {
    if (!table_.rows.empty()) tables.push_back(std::move(table_));
  }

 private:
  Table table_;
};

void add_rows(const CheckReport& report, std::vector<Table>& tables) {
  FindingTable rows("rows", GeometryType::kPoint);
  for (const RowNote& note : report.study.dataset.notes) {
    rows.add(note.layer + " " + note.row, note.reason + (note.left_out ? " (left out)" : " (kept)"),
             note.at.valid() ? Geometry(note.at) : Geometry());
  }
  rows.move_into(tables);
}

void add_boundaries(const CheckReport& report, std::vector<Table>& tables) {
  FindingTable places("boundaries", GeometryType::kPoint);
  for (const BoundaryQuality& quality : report.boundaries) {
    const auto& areas = report.study.dataset.areas(quality.level).areas;
    for (const AreaOverlap& overlap : quality.overlaps) {
      places.add(areas[overlap.a].id + " " + areas[overlap.b].id,
                 fmt::format("{} overlap, {:.6f} km2", to_string(quality.level), overlap.area_km2),
                 overlap.at);
    }
    for (const AreaGap& gap : quality.gaps) {
      places.add("", fmt::format("{} gap, {:.6f} km2", to_string(quality.level), gap.area_km2),
                 gap.at);
    }
  }
  places.move_into(tables);
}

void add_links(const CheckReport& report, std::vector<Table>& tables) {
  const Network& network = report.study.network;
  const auto add_layer = [&](const char* name, const char* finding,
                             const std::vector<LinkIdx>& links) {
    FindingTable lines(name, GeometryType::kLine);
    for (const LinkIdx link : links) {
      const auto points = network.geometry(link);
      lines.add(report.study.dataset.roads.roads[network.road[link]].id, finding,
                Polyline(points.begin(), points.end()));
    }
    lines.move_into(tables);
  };
  add_layer("islands", "not connected to the main network both ways", report.islands);
  add_layer("dead_end_bridges", "a bridge that ends nowhere", report.dead_end_bridges);
}

void add_places(const CheckReport& report, std::vector<Table>& tables) {
  const auto& settlements = report.study.dataset.settlements.settlements;
  FindingTable duplicates("duplicate_places", GeometryType::kPoint);
  for (const DuplicatePlace& place : report.duplicates) {
    duplicates.add(settlements[place.settlements.front()].id,
                   fmt::format("{} settlements at this place", place.settlements.size()), place.at);
  }
  duplicates.move_into(tables);
  const auto& centres = report.study.dataset.centres.centres;
  FindingTable failing("centres", GeometryType::kPoint);
  for (const CentreIdx at : indices(report.centres)) {
    if (!report.centres[at].ok())
      failing.add(centres[at].id, report.centres[at].finding, centres[at].at);
  }
  failing.move_into(tables);
}

}  // namespace

std::vector<Table> check_tables(const CheckReport& report) {
  std::vector<Table> tables;
  add_rows(report, tables);
  add_boundaries(report, tables);
  add_links(report, tables);
  add_places(report, tables);
  return tables;
}

}  // namespace pahunch
