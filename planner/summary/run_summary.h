/// \file
/// All that the summaries say: the same facts as text for a terminal, Markdown for a District
/// Magistrate and JSON for machines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/isochrone/draw_isochrones.h"
#include "planner/simulation/simulate_study.h"
#include "planner/summary/headline.h"
#include "planner/summary/variants.h"
#include "planner/summary/worst_blocks.h"
#include "planner/tables/run_tables.h"
#include "planner/terminal_style.h"

namespace pahunch {

/// Copies what it needs; the references must outlive it.
struct RunSummary {
  const Study& study;
  const CoverageResult& coverage;
  const CentreChecks& checks;
  Headline headline;
  std::vector<Variant> variants;
  std::vector<WorstArea> worst;                     ///< under the last set
  std::vector<SetIsochrones> isochrones = {};       ///< empty where the scenario wants none
  std::optional<SimulationReport> simulation = {};  ///< none where it cannot be, or is not wanted
};

/// "in a shared auto-rickshaw in the dry season, to the nearest centre": how the headline travels.
std::string basis_words(const Study& study);

/// Whom the headline counts: "all females, Census of India 2011".
std::string population_words(const Study& study);

/// The district in which a block lies; invalid where none is known.
AreaIdx find_district_of_block(const Dataset& dataset, AreaIdx block);
/// Its name, "" where none is known.
std::string district_of_block(const Dataset& dataset, AreaIdx block);

/// "4,104,233", and "38.4%" of a total ("–" of nothing).
std::string count_text(Persons persons);
std::string share_text(Persons part, Persons whole);

/// The end of a run on a terminal.
std::string summary_text(const RunSummary& summary, const TerminalStyle& style = {});
/// summary.md.
std::string summary_markdown(const RunSummary& summary);
/// summary.json, also printed by `--json`.
std::string summary_json(const RunSummary& summary);

}  // namespace pahunch
