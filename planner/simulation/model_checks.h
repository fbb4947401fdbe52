/// \file
/// The model held against what is on record: the last year's cases foretold from the others, the
/// yearly counts of disposed cases, floods of years left out, the worst months that were seen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/model/demand_prior.h"
#include "sim/demand/predict_year.h"
#include "sim/flood/leave_one_year_out.h"
#include "sim/operations/disposal_fit.h"

namespace pahunch {

/// One way to read the counts of disposed cases, and the best mean under it.
struct DisposalCheck {
  DisposalAssumptions assumed;
  std::optional<DisposalFit> fit;
  std::string obstacle;  ///< why there is no fit, as a clause
};

/// A misfit beyond this many standard deviations of chance refutes a reading.
inline constexpr double kMostMisfit = 3;

/// All years within `kMostMisfit`.
bool holds(const DisposalFit& fit);

struct ModelChecks {
  std::optional<YearForecast> forecast = {};
  std::string no_forecast = {};               ///< why there is none, as a clause
  std::vector<std::string> years = {};        ///< of the disposals, in their order
  std::vector<DisposalCheck> disposals = {};  ///< the year's own; any, without and with a backlog
  std::vector<LeftOutRow> left_out = {};      ///< empty where fewer than two years are known
  std::size_t n_flood_years_drawn = 0;        ///< for each year left out
  std::vector<MonthRank> worst_months = {};   ///< with most blocks above 5%, above 20%
};

/// What the checks are made from; the references are used during the call only.
struct CheckInputs {
  const std::vector<CaseYear>& cases;
  const FloodTable& floods;
  const FloodFit& fit;
  const DemandPrior& demand;
  std::size_t n_districts = 0;
  std::uint64_t seed = 1;
};

/// Cost: about a second for 534 blocks and 18 months. The same on any number of threads.
ModelChecks check_model(const CheckInputs& inputs);

std::vector<DisposalCheck> check_disposals(const std::vector<CaseYear>& cases);

/// The months observed with most blocks above 5% and with most above 20%: one or two, ascending;
/// none where nothing was flooded.
std::vector<YearMonth> find_worst_months(const FloodTable& floods);

}  // namespace pahunch
