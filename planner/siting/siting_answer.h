/// \file
/// What was chosen, and how sure it is that nothing is better.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/siting/conflicts/infeasibility.h"
#include "planner/siting/siting_problem.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

enum class AnswerStatus : std::uint8_t {
  kProven,        ///< nothing is better: the gap is under one unit where losses are whole, else
                  ///< under 1e-9 of the objective, which is round-off
  kWithinGap,     ///< the gap is within the one that was asked for
  kTimeLimit,     ///< the best found by then
  kInterrupted,   ///< the best found by then
  kTooLarge,      ///< the best found; the search was too large to be carried to its end
  kSolverFailed,  ///< the best found; the solver gave up before the time was over
  kInfeasible,    ///< there is no answer; `infeasible` says why
  kNothingFound   ///< stopped before there was a choice
};

/// How small the problem became before it was solved.
struct ModelSize {
  std::size_t n_points = 0;  ///< demand points
  std::size_t n_pairs = 0;
  std::size_t n_rows = 0;     ///< different rows among the points that the choice matters to
  std::size_t n_columns = 0;  ///< sites that may be chosen
  std::size_t n_undominated = 0;
};

/// An open site's part in the answer, the others staying.
struct SiteValue {
  double marginal = 0;           ///< what the objective gets worse by without it
  std::int64_t sole_weight = 0;  ///< weight that no other open site reaches (within the limit)
};

/// Part of a point's weight that a site is given; of points given whole, all of it.
struct GivenShare {
  DemandIdx demand;
  SiteIdx site;
  std::int64_t weight = 0;
};

struct SitingAnswer {
  AnswerStatus status = AnswerStatus::kNothingFound;
  std::vector<SiteIdx> sites;  ///< open ones, the locked among them, by id
  double objective = 0;
  double bound = 0;  ///< no answer is better than this
  double gap = 0;    ///< between them, absolute
  double gap_share =
      0;  ///< of the gain over the locked sites where covering, else of the objective
  double locked_objective = 0;          ///< covering: of the locked sites alone
  std::vector<SiteValue> values;        ///< by position in `sites`
  std::vector<GivenShare> shares = {};  ///< with capacities: by demand point, then by site
  std::optional<Infeasibility> infeasible = {};
  std::optional<double> greedy_guarantee = {};  ///< of the gain, where a greedy choice has one
  ModelSize size;

  [[nodiscard]] bool has_sites() const {
    return status != AnswerStatus::kInfeasible && status != AnswerStatus::kNothingFound;
  }
};

/// "proven", "within the gap", …: as in the outputs.
const char* to_word(AnswerStatus status);

/// Of an answer whose gap is larger than asked for.
AnswerStatus unfinished_status(StopReason reason);

}  // namespace pahunch
