#include "planner/report/page_data.h"

#include "geo/io/style.h"
#include "planner/report/pack_table.h"
#include "planner/run/manifest.h"
#include "planner/tables/coverage_curve.h"

namespace pahunch {
namespace {

using Json = PagePack::Json;

/// What the page shows of a table; whole tables where they are short.
struct PageTable {
  std::string_view name;
  ColumnPrefixes columns;
  bool has_geometry;
};

const std::vector<PageTable>& page_tables() {
  static const std::vector<PageTable> kTables = {
      {"settlements",
       {"name", "women", "rural_women", "min_", "band_", "status_", "centre_", "newly_covered"},
       true},
      {"centres", {}, true},
      {"blocks", {}, true},
      {"districts", {}, true},
      {"roads", {"class"}, true},
      {"underserved", {"p_served_", "p_low_", "p_high_", "p_under_", "verdict_"}, false},
      {"underserved_blocks", {}, false},
      {"simulated_centres", {}, false}};
  return kTables;
}

void add_tables(const RunSummary& summary, const Sheets& sheets, PagePack& pack) {
  pack.head["tables"] = Json::object();
  pack.head["geometry"] = Json::object();
  for (const PageTable& wanted : page_tables()) {
    for (const Sheet& sheet : sheets) {
      const Table& table = sheet.table;
      if (table.name != wanted.name) continue;
      pack.head["tables"][table.name] = pack_table(table, wanted.columns, pack);
      if (wanted.has_geometry) {
        pack.head["geometry"][table.name] = pack_geometry(table, *summary.study.projection, pack);
      }
    }
  }
}

std::optional<std::int64_t> row_of(AreaIdx area) {
  if (!area.valid()) return std::nullopt;
  return static_cast<std::int64_t>(area.value());
}

/// In which block and district things lie, as rows of those tables.
void add_places(const Dataset& dataset, PagePack& pack) {
  NumberStream blocks, districts, block_districts;
  for (const Settlement& settlement : dataset.settlements.settlements) {
    blocks.add(row_of(settlement.block));
    districts.add(row_of(settlement.district));
  }
  for (const AreaIdx block : indices(dataset.blocks.areas)) {
    block_districts.add(row_of(find_district_of_block(dataset, block)));
  }
  pack.head["settlement_places"] = {{"block", pack.add(blocks)}, {"district", pack.add(districts)}};
  pack.head["block_districts"] = pack.add(block_districts);
}

Json curve_json(const CoverageResult& coverage) {
  const CoverageCurve curve = make_coverage_curve(coverage);
  Json sets = Json::array();
  for (std::size_t set = 0; set < coverage.sets.size(); ++set) {
    Json all = Json::array();
    Json rural = Json::array();
    for (const Women women : curve.within[set]) {
      all.push_back(women.all);
      rural.push_back(women.rural);
    }
    sets.push_back({{"name", coverage.sets[set].name},
                    {"women", std::move(all)},
                    {"rural_women", std::move(rural)}});
  }
  return {{"minutes", curve.minutes}, {"sets", std::move(sets)}};
}

Json bands_json(const Bands& bands) {
  Json json = Json::array();
  for (const BandClass& band : make_band_classes(bands.limits_min())) {
    json.push_back({{"label", band.label}, {"colour", band.colour}});
  }
  return json;
}

void add_floods(const HazardLayer& hazard, PagePack& pack) {
  constexpr double kPerUnit = 10'000;
  Json months = Json::array();
  for (std::size_t month = 0; month < hazard.months.size(); ++month) {
    NumberStream fractions;
    for (const std::vector<double>& block : hazard.inundated_frac) {
      fractions.add(block.empty() ? std::nullopt
                                  : std::optional(std::llround(block[month] * kPerUnit)));
    }
    Json json = {{"month", hazard.months[month]}, {"scale", kPerUnit}};
    json.update(pack.add(fractions));
    months.push_back(std::move(json));
  }
  pack.head["floods"] = std::move(months);
}

}  // namespace

PagePack make_page_data(const RunSummary& summary, const Sheets& sheets) {
  const Dataset& dataset = summary.study.dataset;
  PagePack pack;
  pack.head = {{"format", 1},
               {"summary", Json::parse(summary_json(summary))},
               {"manifest", Json::parse(write_manifest(summary, {}))},
               {"service", dataset.words.service},
               {"service_plural", dataset.words.service_plural},
               {"region", dataset.words.region},
               {"bands", bands_json(summary.coverage.bands)},
               {"curve", curve_json(summary.coverage)}};
  add_tables(summary, sheets, pack);
  add_places(dataset, pack);
  if (dataset.hazard) add_floods(*dataset.hazard, pack);
  return pack;
}

}  // namespace pahunch
