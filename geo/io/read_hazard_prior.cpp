#include "geo/io/read_hazard_prior.h"

#include <fmt/format.h>

#include "geo/base/error.h"
#include "geo/io/sourced_value.h"
#include "geo/io/toml_table.h"

namespace pahunch {
namespace {

constexpr std::int64_t kHazardFormat = 1;

constexpr double kLeast = 1e-6;
constexpr Bounds kFraction{0, 1, true, "between 0 and 1"};
constexpr Bounds kSomeFraction{kLeast, 1, true, "above 0 and at most 1"};
constexpr Bounds kBelowOne{0, 0.99, true, "between 0 and 0.99"};
constexpr Bounds kAboveZero{kLeast, kNoLimit, true, "above 0"};
constexpr Bounds kFromTwo{2, kNoLimit, true, "at least 2"};
constexpr Bounds kDryLevel{-kNoLimit, 0, true, "at most 0"};
constexpr Bounds kSlowdown{1, 100, true, "between 1 and 100"};

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
  amend_value(table, "year_sd", kAboveZero, prior.year_sd);
  amend_value(table, "month_persistence", kBelowOne, prior.month_persistence);
  amend_value(table, "dry_level", kDryLevel, prior.dry_level);
  amend_value(table, "flooded_days_frac", kFraction, prior.flooded_days_frac);
  amend_value(table, "tail_dof", kFromTwo, prior.tail_dof);
  amend_value(table, "surface_range_km", kAboveZero, prior.surface_range_km);
  amend_value(table, "surface_shared_frac", kFraction, prior.surface_shared_frac);
  amend_value(table, "river_decay_km", kAboveZero, prior.river_decay_km);
}

void read_classes(const TomlTable& table, RoadPrior& prior) {
  for (const TomlTable& entry : table.find_tables("class")) {
    const std::string road_class = entry.read_string("class");
    ClassFragility fragility;
    amend_value(entry, "half_frac", kAboveZero, fragility.half_frac);
    amend_value(entry, "embanked_frac", kFraction, fragility.embanked_frac);
    if (prior.by_class.try_emplace(road_class, fragility).second) continue;
    entry.fail("class", fmt::format("class '{}' has two fragilities", road_class));
  }
}

void read_roads(const TomlTable& table, RoadPrior& prior) {
  read_classes(table, prior);
  amend_value(table, "log_spread", kAboveZero, prior.log_spread);
  amend_value(table, "embankment_gain", kAtLeastOne, prior.embankment_gain);
  amend_value(table, "bridge_half_frac", kAboveZero, prior.bridge_half_frac);
  amend_value(table, "approach_gain", kSomeFraction, prior.approach_gain);
  amend_value(table, "together_frac", kFraction, prior.together_frac);
  amend_value(table, "slow_factor", kSlowdown, prior.slow_factor);
  amend_value(table, "centre_half_frac", kAboveZero, prior.centre_half_frac);
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
