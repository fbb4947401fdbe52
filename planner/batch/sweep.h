/// \file
/// A sweep: one base scenario and the ways in which others differ from it.
///
/// \code
///   base = "mine.toml"                     # none: the default scenario
///   set = ["simulation.in_run=false"]      # for all of them, the base too
///   [grid]                                 # every combination
///   "travel.season" = ["dry", "monsoon"]
///   "underserved.max_minutes" = [60, 90]
///   [[list]]                               # one each
///   name = "on-foot"
///   "travel.profile" = "walk"
///   [sample]                               # points that fill the ranges evenly
///   method = "sobol"                       # or "latin-hypercube"
///   points = 64
///   [sample.ranges]                        # uniform; whole numbers where both ends are
///   "underserved.min_probability" = [0.6, 0.95]
///   [one_site]                             # statuses and ids
///   out = ["existing"]                     # close each in turn
///   in = ["candidate"]                     # add each in turn
/// \endcode
///
/// Keys are those of `--set`, in quotes. The scenarios are the base, then those of the list, the
/// grid, the sample, and one_site; none is crossed with another.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pahunch {

/// A key of a scenario and what it is set to, as TOML.
struct Parameter {
  std::string key;
  std::string value;
  friend bool operator==(const Parameter&, const Parameter&) = default;
};

struct GridAxis {
  std::string key;
  std::vector<std::string> values;  ///< as TOML
};

struct ListedScenario {
  std::string name;
  std::vector<Parameter> parameters;
};

struct SampledRange {
  std::string key;
  double low = 0, high = 0;
  bool whole = false;  ///< whole numbers, both ends among them
};

enum class SampleMethod : std::uint8_t { kSobol, kLatinHypercube };

struct Sample {
  SampleMethod method = SampleMethod::kSobol;
  std::size_t n_points = 0;
  std::uint64_t seed = 20260118;
  std::vector<SampledRange> ranges = {};
};

/// Statuses and ids of centres.
struct OneSite {
  std::vector<std::string> out;  ///< open under the base's last set; each is closed in turn
  std::vector<std::string> in;   ///< not open there; each is added in turn
};

struct ScenarioSweep {
  std::optional<std::filesystem::path> base;  ///< none: the default scenario
  std::vector<std::string> set;               ///< "key=value", for all
  std::vector<ListedScenario> list;
  std::vector<GridAxis> grid;
  std::optional<Sample> sample;
  OneSite one_site;
};

/// More scenarios of one kind than anybody can have meant are refused before they take memory.
inline constexpr std::size_t kMostScenarios = 100'000;

/// Does the file hold a sweep rather than a scenario? It has a key then that no scenario has, such
/// as `base` or `grid`. Throws ConfigError where it is no TOML.
bool is_sweep(const std::filesystem::path& file);

/// Throws ConfigError naming file, line and key for what is unknown, missing or out of range.
ScenarioSweep read_sweep(const std::filesystem::path& file);

/// "KEY=[A, B]" of the command line. Throws UsageError where it is not of this form.
GridAxis parse_grid_axis(const std::string& text);

}  // namespace pahunch
