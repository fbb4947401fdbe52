/// \file
/// Named cases of bad roads: observed months of floods again, and a planner's own closures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/simulation/study_hazard.h"

namespace pahunch {

struct NamedCase {
  std::string name;
  std::optional<FloodReplay> replay = {};
  std::vector<PreparedClosure> closures = {};  ///< those of the study's scenario among them

  /// Not all of it is known: it is the mean over draws.
  [[nodiscard]] bool is_drawn() const;
};

/// Each word is a month of the table of floods ("2021-08"), a year (each of its months that was
/// observed), "observed" (all months) or a scenario file as `pahunch run` takes it (*.toml), of
/// which the closures and `hazard.replay` count, and whose case has the name of the file. `hazard`:
/// none where the dataset has no floods. Failure: UsageError for a word that is none of these, a
/// name twice, a file that closes nothing and a month without floods to be had; ConfigError and
/// DataError as the readers of scenarios and closures do.
std::vector<NamedCase> read_named_cases(const std::vector<std::string>& words, const Study& study,
                                        const StudyHazard* hazard);

/// The state of the roads in a draw of the case: a pure function of seed and number. `hazard`: as
/// the case was read with.
RoadState draw_case(const NamedCase& named, const StudyHazard* hazard, std::uint64_t seed,
                    std::uint64_t number);

}  // namespace pahunch
