#include <nlohmann/json.hpp>

#include "planner/compare/comparison.h"
#include "planner/json_text.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

Json limits_json(const std::vector<ComparedLimit>& limits) {
  Json json = Json::array();
  for (const ComparedLimit& limit : limits) {
    json.push_back({{"minutes", limit.limit_min},
                    {"women_before", limit.before},
                    {"women_after", limit.after},
                    {"women_gained", limit.gained},
                    {"women_lost", limit.lost},
                    {"rural_women_before", limit.rural_before},
                    {"rural_women_after", limit.rural_after},
                    {"rural_women_gained", limit.rural_gained},
                    {"rural_women_lost", limit.rural_lost}});
  }
  return json;
}

Json settlements_json(const ChangeCounts& counts) {
  Json json = Json::object();
  for (std::size_t change = 0; change < kNChanges; ++change) {
    std::int64_t n = 0;
    for (const ChangeCount& count : counts[change]) n += count.settlements;
    json[std::string(to_string(static_cast<RowChange>(change)))] = n;
  }
  return json;
}

/// Of all that changed.
Json reasons_json(const ChangeCounts& counts) {
  Json json = Json::array();
  for (std::size_t change = 1; change < kNChanges; ++change) {
    for (std::size_t reason = 0; reason < kNReasons; ++reason) {
      const ChangeCount& count = counts[change][reason];
      if (count.settlements == 0) continue;
      json.push_back({{"change", to_string(static_cast<RowChange>(change))},
                      {"reason", to_string(static_cast<ChangeReason>(reason))},
                      {"settlements", count.settlements},
                      {"women", count.women}});
    }
  }
  return json;
}

Json differences_json(const std::vector<RunDifference>& differences, const char* what) {
  const auto value = [](const std::optional<std::string>& text) {
    return text ? Json(*text) : Json();
  };
  Json json = Json::array();
  for (const RunDifference& difference : differences) {
    json.push_back({{what, difference.what},
                    {"before", value(difference.before)},
                    {"after", value(difference.after)}});
  }
  return json;
}

Json centres_json(const std::vector<ComparedCentre>& centres) {
  Json json = Json::array();
  for (const ComparedCentre& centre : centres) {
    if (centre.fate == CentreFate::kSame) continue;
    json.push_back(
        {{"id", centre.id},
         {"name", centre.centre.name},
         {"change", to_string(centre.fate)},
         {"moved_m", centre.fate == CentreFate::kMoved ? json_number(centre.moved_m, 0) : Json()}});
  }
  return json;
}

Json areas_json(const std::vector<AreaChanges>& areas) {
  Json json = Json::array();
  for (const AreaChanges& area : areas) {
    Json entry = {{"district", area.district}};
    if (!area.block.empty()) entry["block"] = area.block;
    entry["limits"] = limits_json(area.limits);
    json.push_back(std::move(entry));
  }
  return json;
}

Json side_json(const RunSide& side) {
  std::int64_t women = 0, no_way = 0;
  for (const auto& [id, row] : side.rows) {
    women += row.rural_women;
    if (!row.minutes) no_way += row.rural_women;
  }
  return {{"scenario", side.manifest.scenario.name},
          {"set", side.set},
          {"centres", side.centres.size()},
          {"rural_women", women},
          {"rural_women_no_way", no_way},
          {"version", side.manifest.version}};
}

}  // namespace

std::string comparison_json(const Comparison& comparison) {
  const ChangeCounts counts = count_changes(comparison.rows);
  return dump_json({{"first", side_json(comparison.before)},
                    {"second", side_json(comparison.after)},
                    {"limit_min", comparison.after.manifest.scenario.max_minutes},
                    {"limits", limits_json(comparison.limits)},
                    {"settlements", settlements_json(counts)},
                    {"reasons", reasons_json(counts)},
                    {"settings", differences_json(comparison.settings, "key")},
                    {"inputs", differences_json(comparison.inputs, "path")},
                    {"centres", centres_json(comparison.centres)},
                    {"districts", areas_json(comparison.districts)},
                    {"blocks", areas_json(comparison.blocks)},
                    {"notice", comparison_notice(comparison)}});
}

}  // namespace pahunch
