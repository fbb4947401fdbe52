#include "planner/compare/page_areas.h"

#include <map>
#include <utility>

#include "planner/compare/boundaries.h"

namespace pahunch {
namespace {

/// An area and the one around it, by name.
using NamedArea = std::pair<std::string, std::string>;

/// Shapes by name of the area and of the next one up; none for names that are not of one area.
using Shapes = std::map<NamedArea, std::optional<MultiPolygon>>;

Shapes index_shapes(const std::vector<RunArea>& areas) {
  Shapes shapes;
  for (const RunArea& area : areas) {
    const auto [at, is_new] = shapes.try_emplace({area.parent, area.name}, area.shape);
    if (!is_new) at->second.reset();
  }
  return shapes;
}

Geometry find_shape(const Shapes& shapes, const NamedArea& area) {
  const auto at = shapes.find(area);
  if (at == shapes.end() || !at->second) return {};
  return *at->second;
}

/// The name of the next area up of each block, by district and block.
std::map<NamedArea, std::string> find_parents(const RunSide& side) {
  std::map<NamedArea, std::string> parents;
  for (const auto& [id, row] : side.rows) {
    parents[{row.district, row.block}] = row.subdivision.empty() ? row.district : row.subdivision;
  }
  return parents;
}

template <class IsNamed>
std::vector<AreaChanges> list_named(const std::vector<AreaChanges>& areas, IsNamed is_named) {
  std::vector<AreaChanges> named;
  for (const AreaChanges& area : areas) {
    if (is_named(area)) named.push_back(area);
  }
  return named;
}

/// Rows by district and block, "" of a district.
std::map<NamedArea, std::int64_t> index_rows(const std::vector<AreaChanges>& areas) {
  std::map<NamedArea, std::int64_t> rows;
  for (const AreaChanges& area : areas) {
    rows.emplace(NamedArea{area.district, area.block}, static_cast<std::int64_t>(rows.size()));
  }
  return rows;
}

std::optional<std::int64_t> find_row(const std::map<NamedArea, std::int64_t>& rows,
                                     const NamedArea& area) {
  const auto at = rows.find(area);
  return at == rows.end() ? std::nullopt : std::optional(at->second);
}

/// `name_column`: which one holds the area's own name.
Table make_table(const char* name, const std::vector<AreaChanges>& areas, std::size_t name_column,
                 const std::vector<double>& limits_min) {
  Table table = make_area_changes_table(name, areas, limits_min);
  table.columns[name_column].name = "name";
  table.geometry_type = GeometryType::kPolygon;
  return table;
}

void add_shapes(const Comparison& comparison, const std::vector<AreaChanges>& districts,
                const std::vector<AreaChanges>& blocks, const Projection& projection,
                PageAreas& page) {
  const Shapes of_districts =
      index_shapes(read_run_areas(comparison.after, "districts", projection));
  const Shapes of_blocks = index_shapes(read_run_areas(comparison.after, "blocks", projection));
  auto parents = find_parents(comparison.after);
  for (const AreaChanges& area : districts) {
    page.districts.geometry.push_back(find_shape(of_districts, {"", area.district}));
  }
  for (const AreaChanges& area : blocks) {
    const std::string& parent = parents[{area.district, area.block}];
    page.blocks.geometry.push_back(find_shape(of_blocks, {parent, area.block}));
  }
}

void add_places(const Comparison& comparison, const std::vector<AreaChanges>& districts,
                const std::vector<AreaChanges>& blocks, PageAreas& page) {
  const auto district_rows = index_rows(districts), block_rows = index_rows(blocks);
  for (const AreaChanges& area : blocks) {
    page.block_districts.push_back(find_row(district_rows, {area.district, ""}));
  }
  for (const ComparedRow& compared : comparison.rows) {
    const RunRow& row = compared.row;
    page.settlement_districts.push_back(find_row(district_rows, {row.district, ""}));
    page.settlement_blocks.push_back(find_row(block_rows, {row.district, row.block}));
  }
}

}  // namespace

PageAreas make_page_areas(const Comparison& comparison, const Projection& projection) {
  const auto& limits = comparison.after.manifest.scenario.travel.bands_min;
  const auto districts = list_named(comparison.districts,
                                    [](const AreaChanges& area) { return !area.district.empty(); });
  const auto blocks =
      list_named(comparison.blocks, [](const AreaChanges& area) { return !area.block.empty(); });
  PageAreas page;
  page.districts = make_table("districts", districts, 0, limits);
  page.blocks = make_table("blocks", blocks, 1, limits);
  add_shapes(comparison, districts, blocks, projection, page);
  add_places(comparison, districts, blocks, page);
  return page;
}

}  // namespace pahunch
