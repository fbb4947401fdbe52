/// \file
/// The scenarios of a batch, from a sweep or from files, before any is computed.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planner/batch/sweep.h"
#include "planner/scenario/scenario.h"
#include "planner/study/study.h"

namespace pahunch {

/// Where a scenario of a batch comes from.
enum class Origin : std::uint8_t { kBase, kFile, kList, kGrid, kSample, kSiteOut, kSiteIn };
std::string_view to_string(Origin origin);  ///< "base", "file", "list", "grid", …, "site out"

struct PlannedScenario {
  std::string name;  ///< unique within the batch
  Origin origin = Origin::kBase;
  std::vector<Parameter> parameters = {};  ///< in which it differs from the base
  std::optional<Scenario> scenario = {};   ///< none where it cannot be read
  std::string failure = {};                ///< why not
};

/// The first is the base, which all others are compared with.
using BatchPlan = std::vector<PlannedScenario>;

/// The ground of the base scenario; asked for only where centres have to be known.
using LoadGround = std::function<const Study&(const Scenario&)>;

/// `overrides` ("key=value") hold for all and win over the sweep's own `set`, but not over what a
/// scenario differs in. Throws ConfigError where the base cannot be read, two scenarios have one
/// name, there are more than `kMostScenarios`, or `one_site` names no centre; another scenario that
/// cannot be read is planned with its failure.
BatchPlan plan_sweep(const ScenarioSweep& sweep, const std::vector<std::string>& overrides,
                     const LoadGround& load);

/// Scenario files, and all .toml files of folders in the order of their names. A scenario has the
/// name of its file. Throws ConfigError as `plan_sweep` does, the first being the base, and
/// UsageError where there is no file or one of them is a sweep.
BatchPlan plan_files(const std::vector<std::filesystem::path>& files,
                     const std::vector<std::string>& overrides);

}  // namespace pahunch
