#include <nlohmann/json.hpp>

#include "planner/check/check_report.h"
#include "planner/json_text.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

Json women_json(Women women) { return {{"women", women.all}, {"rural_women", women.rural}}; }

Json counts_json(const std::map<std::string, std::uint64_t>& counts) {
  Json json = Json::object();
  for (const auto& [reason, count] : counts) json[reason] = count;
  return json;
}

Json layers_json(const Dataset& dataset) {
  Json layers = Json::array();
  for (const RowLedger& ledger : dataset.ledgers) {
    layers.push_back({{"layer", ledger.layer},
                      {"source", ledger.source},
                      {"read", ledger.n_read},
                      {"used", ledger.n_used},
                      {"repaired", counts_json(ledger.repaired)},
                      {"left_out", counts_json(ledger.left_out)}});
  }
  return layers;
}

Json levels_json(const CheckReport& report) {
  Json levels = Json::array();
  for (std::size_t i = 0; i < report.levels.size(); ++i) {
    const LevelTotals& level = report.levels[i];
    const BoundaryQuality& quality = report.boundaries[i];
    levels.push_back({{"level", to_string(level.level)},
                      {"areas", level.n_areas},
                      {"empty", level.n_empty},
                      {"total", women_json(level.women)},
                      {"in_no_area", women_json(level.unassigned)},
                      {"overlap_km2", json_number(quality.overlap_km2, 6)},
                      {"overlaps", quality.overlaps.size()},
                      {"gap_km2", json_number(quality.gap_km2, 6)},
                      {"gaps", quality.gaps.size()}});
  }
  return levels;
}

Json network_json(const CheckReport& report) {
  const Network& network = report.study.network;
  return {{"junctions", network.n_junctions()},
          {"links", network.n_links()},
          {"km", json_number(report.network_km, 3)},
          {"components", report.components.components.size()},
          {"island_links", report.islands.size()},
          {"island_km", json_number(report.islands_km, 3)},
          {"settlements_on_islands", report.n_on_islands},
          {"on_islands", women_json(report.on_islands)},
          {"dead_end_bridges", report.dead_end_bridges.size()}};
}

Json snaps_json(const CheckReport& report) {
  Json snaps = Json::array();
  for (const SnapBin& bin : report.snaps) {
    Json entry = {{"up_to_m", json_number(bin.up_to_m, 0)}, {"settlements", bin.n_settlements}};
    entry.update(women_json(bin.women));
    snaps.push_back(std::move(entry));
  }
  return snaps;
}

Json centres_json(const CheckReport& report) {
  Json failing = Json::array();
  for (const CentreIdx at : indices(report.centres)) {
    if (report.centres[at].ok()) continue;
    failing.push_back({{"id", report.study.dataset.centres.centres[at].id},
                       {"finding", report.centres[at].finding}});
  }
  return failing;
}

}  // namespace

std::string check_json(const CheckReport& report) {
  Json off = women_json(report.off_network);
  off["settlements"] = report.n_off_network;
  return dump_json({{"layers", layers_json(report.study.dataset)},
                    {"total", women_json(report.women)},
                    {"levels", levels_json(report)},
                    {"network", network_json(report)},
                    {"snap_distance", snaps_json(report)},
                    {"no_road_near", off},
                    {"duplicate_places", report.duplicates.size()},
                    {"centres", report.centres.size()},
                    {"centres_failing", centres_json(report)}});
}

}  // namespace pahunch
