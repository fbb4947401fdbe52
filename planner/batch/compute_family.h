/// \file
/// The figures of a family's scenarios, computed together: travel times once for all of them, and
/// years with the same floods, cases and roads for many sets of centres at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "planner/batch/family.h"
#include "planner/console.h"
#include "planner/simulation/checkpoint.h"
#include "planner/study/study.h"

namespace pahunch {

/// Members that are computed at a time: what is lost when the program is killed, and what takes
/// memory.
inline constexpr std::size_t kCoveredAtOnce = 64, kSimulatedAtOnce = 8;

/// Which of the two the family has.
std::size_t members_at_once(const Family& family);

struct FamilyJob {
  Study& study;  ///< of the family's dataset and network, with the centres of its pool
  const Family& family;
  std::filesystem::path kept;  ///< folder of what is finished; years of unfinished simulations
  std::string owner = {};      ///< begins the names of files that are this program's alone
};

struct ComputedMembers {
  std::vector<std::string> figures = {};  ///< the JSON of scenario_figures.h
  /// What they were made from, to be removed once they are kept; null: no years.
  std::unique_ptr<Checkpoint> years = {};
};

/// Of members [first, first + n). Advances `progress` by n in all, in thousandths. Throws as its
/// steps do.
ComputedMembers compute_members(const FamilyJob& job, std::size_t first, std::size_t n,
                                Session& session);

}  // namespace pahunch
