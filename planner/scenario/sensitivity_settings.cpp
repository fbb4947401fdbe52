#include "planner/scenario/sensitivity_settings.h"

#include <fmt/format.h>

namespace pahunch {
namespace {

constexpr std::int64_t kMostRuns = 10'000'000;

SensitivityKind read_sensitivity_kind(const TomlTable& table) {
  const auto word = table.find_string("sensitivity");
  if (!word) return SensitivityKind::kNone;
  for (const auto kind :
       {SensitivityKind::kNone, SensitivityKind::kMorris, SensitivityKind::kSobol}) {
    if (to_string(kind) == *word) return kind;
  }
  table.fail("sensitivity", fmt::format("'{}' is not a sensitivity", *word),
             "The choices are: none, morris, sobol");
}

std::uint64_t read_size(const TomlTable& table, const char* key, std::uint64_t otherwise,
                        std::int64_t least) {
  const auto value = table.find_integer(key);
  if (!value) return otherwise;
  if (*value < least) table.fail(key, fmt::format("'{}' is below {}", key, least));
  if (*value > kMostRuns) table.fail(key, fmt::format("'{}' is above {}", key, kMostRuns));
  return static_cast<std::uint64_t>(*value);
}

}  // namespace

std::string to_string(SensitivityKind kind) {
  switch (kind) {
    case SensitivityKind::kNone:
      return "none";
    case SensitivityKind::kMorris:
      return "morris";
    case SensitivityKind::kSobol:
      return "sobol";
  }
  return "none";
}

SensitivitySettings read_sensitivity_settings(const TomlTable& simulation) {
  SensitivitySettings settings{.kind = read_sensitivity_kind(simulation)};
  settings.trajectories = read_size(simulation, "morris_trajectories", settings.trajectories, 2);
  settings.rows = read_size(simulation, "sobol_rows", settings.rows, 2);
  settings.kept = read_size(simulation, "sobol_inputs", settings.kept, 1);
  settings.years = read_size(simulation, "sensitivity_years", settings.years, 1);
  return settings;
}

std::string write_sensitivity_settings(const SensitivitySettings& settings) {
  return fmt::format(
      "sensitivity = \"{}\"      # none, morris, sobol: which inputs move the answer (many runs)\n"
      "morris_trajectories = {}    # each runs every input once\n"
      "sobol_rows = {}            # a power of two; intervals narrow with its root\n"
      "sobol_inputs = {}           # of Morris's first; the others go in groups\n"
      "sensitivity_years = {}      # of each run\n",
      to_string(settings.kind), settings.trajectories, settings.rows, settings.kept,
      settings.years);
}

}  // namespace pahunch
