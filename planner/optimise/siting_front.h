/// \file
/// What covering costs in a second respect, on a dataset: points, words, table.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "geo/io/table.h"
#include "planner/siting/equity/pareto_front.h"

namespace pahunch {

struct SitingResult;

struct SitingFront {
  CriterionKind kind = CriterionKind::kMean;
  double n_reached = 0;  ///< women whom a mean is over
  ParetoFront front;
};

/// "mean", "worst-district" or "longest", as on the command line; none: another word.
std::optional<CriterionKind> find_criterion(const std::string& word);

/// The second value in minutes, or in percent of the women of the worst district.
double shown_second(const SitingFront& of, double second);
/// With its unit: "48.21 minutes", "41.3%".
std::string second_words(const SitingFront& of, double second);
/// What it is: "mean minutes to the nearest", …
std::string second_meaning(const SitingFront& of);

/// All need a result that has a front with a point.
std::string front_markdown(const SitingResult& result);
std::string front_text(const SitingResult& result);
nlohmann::ordered_json front_json(const SitingResult& result);
/// "pareto": a row a point.
Table make_pareto_table(const SitingResult& result);

}  // namespace pahunch
