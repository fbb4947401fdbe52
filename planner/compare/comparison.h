/// \file
/// All that is told of two runs: what changed, where, and why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "planner/compare/area_changes.h"
#include "planner/compare/centre_changes.h"
#include "planner/compare/compare_runs.h"
#include "planner/compare/run_differences.h"
#include "planner/compare/run_side.h"

namespace pahunch {

/// The sides must outlive it.
struct Comparison {
  const RunSide& before;
  const RunSide& after;
  std::vector<ComparedLimit> limits = {};  ///< those of the second run
  std::vector<ComparedRow> rows = {};      ///< with reasons
  std::vector<ComparedCentre> centres = {};
  std::vector<RunDifference> settings = {}, inputs = {};
  std::vector<AreaChanges> districts = {}, blocks = {};
};

Comparison compare_sides(const RunSide& before, const RunSide& after);

/// The place of the headline's limit, that of the second run, among `limits`.
std::size_t headline_index(const Comparison& comparison);

/// What is modelled in either run, "" where nothing is; the sources of both.
std::string comparison_notice(const Comparison& comparison);
std::vector<std::string> comparison_attribution(const Comparison& comparison);

/// Settlements, and the women who live there.
struct ChangeCount {
  std::int64_t settlements = 0;
  std::int64_t women = 0;
};

/// By change and reason; their sum over all is that of all settlements.
using ChangeCounts = std::vector<std::vector<ChangeCount>>;  ///< [change][reason]
ChangeCounts count_changes(const std::vector<ComparedRow>& rows);

/// What can have changed the times to centres that both runs have: keys of settings of travel,
/// roads that are shut and the dataset, and input files; "" where none of these differs.
std::string travel_words(const Comparison& comparison);

/// For a terminal; compare.md; compare.json, also printed by `--json`.
std::string comparison_text(const Comparison& comparison);
std::string comparison_markdown(const Comparison& comparison);
std::string comparison_json(const Comparison& comparison);

}  // namespace pahunch
