/// \file
/// The tables of a run, from the study and its coverage.
///
/// Each set adds columns that end in its name (`min_plan`); what is gained is that of the last set
/// over the first. Minutes are for display: bands and statuses were decided in milliseconds.
#pragma once

#include "geo/coverage/run_coverage.h"
#include "geo/io/table.h"
#include "planner/study/self_check.h"
#include "planner/study/study.h"

namespace pahunch {

/// The references must outlive the use.
struct RunResult {
  const Study& study;
  const CoverageResult& coverage;
  const CentreChecks& checks;
};

Table make_settlements_table(const RunResult& result);
/// Named "districts", "subdivisions" or "blocks"; no rows where the dataset has no such level.
Table make_areas_table(const RunResult& result, AreaLevel level);
Table make_centres_table(const RunResult& result);

/// The column that says what the table was made from.
Column modelled_column(const Dataset& dataset);
/// 1 where any layer of the dataset is modelled.
Cell modelled_cell(const Dataset& dataset);

/// "60" for 60.0, "7.5" for 7.5: a limit as it stands in names of columns and in words.
std::string limit_text(double limit_min);

/// The name of an area, "" for none.
std::string area_name(const AreaLayer& layer, AreaIdx area);

/// "blocks" for kBlock, and so on.
std::string table_name(AreaLevel level);

}  // namespace pahunch
