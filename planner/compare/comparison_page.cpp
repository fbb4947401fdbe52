#include "planner/compare/comparison_page.h"

#include "geo/io/style.h"
#include "planner/compare/page_areas.h"
#include "planner/compare/page_tables.h"
#include "planner/report/pack_table.h"
#include "planner/scenario/write_scenario.h"

namespace pahunch {
namespace {

using Json = PagePack::Json;

Json band_classes_json(const std::vector<double>& limits_min) {
  Json json = Json::array();
  for (const BandClass& band : make_band_classes(limits_min)) {
    json.push_back({{"label", band.label}, {"colour", band.colour}});
  }
  return json;
}

/// Named as in a run's manifest.
Json page_side_json(const RunSide& side) {
  Json inputs = Json::array();
  for (const InputFile& file : side.manifest.inputs) {
    inputs.push_back({{"path", file.path}, {"sha256", file.sha256}});
  }
  return {{"program", "pahunch"},
          {"version", side.manifest.version},
          {"scenario", side.manifest.scenario.name},
          {"set", side.set},
          {"seed", side.manifest.scenario.seed},
          {"manifest_sha256", side.manifest_sha256},
          {"configuration", write_scenario(side.manifest.scenario)},
          {"inputs", std::move(inputs)}};
}

void add_page_table(const Table& table, const Projection& projection, PagePack& pack) {
  pack.head["tables"][table.name] = pack_table(table, {}, pack);
  pack.head["geometry"][table.name] = pack_geometry(table, projection, pack);
}

Json pack_rows(const TableRows& rows, PagePack& pack) {
  NumberStream numbers;
  for (const auto& row : rows) numbers.add(row);
  return pack.add(numbers);
}

}  // namespace

PagePack make_comparison_page(const Comparison& comparison) {
  const Projection projection(comparison.after.manifest.working_crs);
  const PageAreas areas = make_page_areas(comparison, projection);
  PagePack pack;
  pack.head = {{"format", 1},
               {"comparison", Json::parse(comparison_json(comparison))},
               {"bands", band_classes_json(comparison.after.manifest.scenario.travel.bands_min)},
               {"sides", {page_side_json(comparison.before), page_side_json(comparison.after)}},
               {"attribution", comparison_attribution(comparison)},
               {"tables", Json::object()},
               {"geometry", Json::object()}};
  add_page_table(make_page_settlements(comparison, projection), projection, pack);
  add_page_table(make_page_centres(comparison, projection), projection, pack);
  add_page_table(areas.districts, projection, pack);
  add_page_table(areas.blocks, projection, pack);
  pack.head["settlement_places"] = {{"block", pack_rows(areas.settlement_blocks, pack)},
                                    {"district", pack_rows(areas.settlement_districts, pack)}};
  pack.head["block_districts"] = pack_rows(areas.block_districts, pack);
  return pack;
}

}  // namespace pahunch
