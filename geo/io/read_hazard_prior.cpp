#include "geo/io/read_hazard_prior.h"

#include <fmt/format.h>

#include <limits>

#include "geo/base/error.h"
#include "geo/io/toml_table.h"

namespace pahunch {
namespace {

constexpr std::int64_t kHazardFormat = 1;

/// What a whole range must lie in; ends inclusive.
struct HazardBounds {
  double lowest;
  double highest;
  std::string_view words;
};
constexpr double kNoLimit = std::numeric_limits<double>::infinity();
constexpr double kLeast = 1e-6;
constexpr HazardBounds kFraction{0, 1, "between 0 and 1"};
constexpr HazardBounds kSomeFraction{kLeast, 1, "above 0 and at most 1"};
constexpr HazardBounds kBelowOne{0, 0.99, "between 0 and 0.99"};
constexpr HazardBounds kAboveZero{kLeast, kNoLimit, "above 0"};
constexpr HazardBounds kFromOne{1, kNoLimit, "at least 1"};
constexpr HazardBounds kFromTwo{2, kNoLimit, "at least 2"};
constexpr HazardBounds kDryLevel{-kNoLimit, 0, "at most 0"};
constexpr HazardBounds kSlowdown{1, 100, "between 1 and 100"};

SourcedValue read_range(const TomlTable& table, std::string_view key) {
  if (table.kind(key) != TomlKind::kTable) {
    const double value = table.read_number(key);
    return {value, value, value, "given"};
  }
  const TomlTable range = table.read_table(key);
  SourcedValue result;
  result.value = range.read_number("value");
  result.low = range.find_number("low").value_or(result.value);
  result.high = range.find_number("high").value_or(result.value);
  result.source = range.find_string("source").value_or("given");
  if (result.low > result.high) {
    range.fail("low",
               fmt::format("the range of '{}' is the wrong way round, {} to {}", key, result.low,
                           result.high),
               "low <= value <= high");
  }
  if (result.value < result.low || result.value > result.high) {
    range.fail("value",
               fmt::format("{} = {} does not lie in its range, {} to {}", key, result.value,
                           result.low, result.high),
               "low <= value <= high");
  }
  return result;
}

/// Leaves `target` as it is where the key is missing.
void read_range(const TomlTable& table, std::string_view key, const HazardBounds& bounds,
                SourcedValue& target) {
  if (table.kind(key) == TomlKind::kMissing) {
    static_cast<void>(table.find_number(key));  // makes it a known key
    return;
  }
  target = read_range(table, key);
  if (target.low >= bounds.lowest && target.high <= bounds.highest) return;
  table.fail(key, fmt::format("'{}' must be {}, not {} to {}", key, bounds.words, target.low,
                              target.high));
}

void read_copula(const TomlTable& table, FloodPrior& prior) {
  const std::string word = table.find_string("copula").value_or("gaussian");
  if (word != "gaussian" && word != "t") {
    table.fail("copula", fmt::format("unknown copula '{}'", word), "use \"gaussian\" or \"t\"");
  }
  prior.copula = word == "t" ? FloodCopula::kStudent : FloodCopula::kGaussian;
}

void read_unobserved(const TomlTable& table, FloodPrior& prior) {
  const std::string word = table.find_string("unobserved_months").value_or("prior");
  if (word != "prior" && word != "dry") {
    table.fail("unobserved_months", fmt::format("unknown rule '{}' for months not observed", word),
               "use \"prior\" or \"dry\"");
  }
  prior.unobserved = word == "dry" ? UnobservedMonths::kDry : UnobservedMonths::kPrior;
}

void read_flood(const TomlTable& table, FloodPrior& prior) {
  read_copula(table, prior);
  read_unobserved(table, prior);
  read_range(table, "year_sd", kAboveZero, prior.year_sd);
  read_range(table, "month_persistence", kBelowOne, prior.month_persistence);
  read_range(table, "dry_level", kDryLevel, prior.dry_level);
  read_range(table, "flooded_days_frac", kFraction, prior.flooded_days_frac);
  read_range(table, "tail_dof", kFromTwo, prior.tail_dof);
  read_range(table, "surface_range_km", kAboveZero, prior.surface_range_km);
  read_range(table, "surface_shared_frac", kFraction, prior.surface_shared_frac);
  read_range(table, "river_decay_km", kAboveZero, prior.river_decay_km);
}

void read_classes(const TomlTable& table, RoadPrior& prior) {
  for (const TomlTable& entry : table.find_tables("class")) {
    const std::string road_class = entry.read_string("class");
    ClassFragility fragility;
    read_range(entry, "half_frac", kAboveZero, fragility.half_frac);
    read_range(entry, "embanked_frac", kFraction, fragility.embanked_frac);
    if (prior.by_class.try_emplace(road_class, fragility).second) continue;
    entry.fail("class", fmt::format("class '{}' has two fragilities", road_class));
  }
}

void read_roads(const TomlTable& table, RoadPrior& prior) {
  read_classes(table, prior);
  read_range(table, "log_spread", kAboveZero, prior.log_spread);
  read_range(table, "embankment_gain", kFromOne, prior.embankment_gain);
  read_range(table, "bridge_half_frac", kAboveZero, prior.bridge_half_frac);
  read_range(table, "approach_gain", kSomeFraction, prior.approach_gain);
  read_range(table, "together_frac", kFraction, prior.together_frac);
  read_range(table, "slow_factor", kSlowdown, prior.slow_factor);
  read_range(table, "centre_half_frac", kAboveZero, prior.centre_half_frac);
}

HazardPrior read_prior(const TomlTable& root) {
  if (const auto format = root.read_integer("format"); format != kHazardFormat) {
    root.fail("format", fmt::format("format {} is not known", format),
              fmt::format("this version reads format {}", kHazardFormat));
  }
  HazardPrior prior;
  if (const auto flood = root.find_table("flood")) read_flood(*flood, prior.flood);
  if (const auto roads = root.find_table("roads")) read_roads(*roads, prior.road);
  root.expect_no_more();
  if (!prior.road.by_class.contains("*")) prior.road.by_class["*"] = {};
  return prior;
}

}  // namespace

HazardPrior read_hazard_prior(const std::filesystem::path& file) {
  return read_prior(read_toml_file(file));
}

HazardPrior parse_hazard_prior(std::string_view content, const std::string& name) {
  return read_prior(parse_toml(content, name));
}

}  // namespace pahunch
