/// \file
/// A linear programme with whole columns, and CBC that solves it.
///
/// What comes back is checked by nobody here: callers read which columns are open, reckon the
/// objective again from their own data, and take a bound only with the allowance that it carries.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "planner/siting/stop_signal.h"

namespace pahunch {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

enum class MipColumnKind : std::uint8_t { kWhole, kContinuous };

/// Cuts pay where a relaxation is weak by a little, as in covering by weight; where a choice is
/// only to be found or ruled out they cost more than they bring.
enum class MipCuts : bool { kNone, kAll };

struct MipOptions {
  double cutoff = kInfinity;       ///< only solutions below it are of interest
  double step = 0;                 ///< objectives are multiples of it, 0: any number
  double gap = 0;                  ///< absolute; good enough
  std::vector<double> start = {};  ///< a known solution, or nothing
  MipCuts cuts = MipCuts::kAll;
  int n_nodes = std::numeric_limits<int>::max();  ///< most that are looked at; then it is stopped
};

enum class MipStatus : std::uint8_t {
  kSolved,   ///< the best below the cutoff
  kNone,     ///< nothing is below the cutoff
  kStopped,  ///< by the signal, or CBC failed; with a solution or without
};

struct MipResult {
  MipStatus status = MipStatus::kStopped;
  std::vector<double> values = {};  ///< by column; empty: no solution, or no columns
  double bound = -kInfinity;        ///< no solution is below, or the cutoff where that is less
  double allowance = 0;  ///< by how much the bound may be too large: CBC's tolerances, round-off

  /// Below it there is no solution, whatever the tolerances.
  [[nodiscard]] double safe_bound() const { return bound - allowance; }
  [[nodiscard]] bool has_solution() const {
    return status == MipStatus::kSolved || !values.empty();
  }
};

struct DualBound;

/// Minimises cost x column over lower <= row <= upper.
class MipModel {
 public:
  struct Bounds {
    double lower = 0, upper = 1;
  };
  using Term = std::pair<int, double>;

  /// Its number.
  int add_column(double cost, MipColumnKind kind, Bounds bounds = {0, 1});
  void add_row(Bounds bounds, std::span<const Term> terms);
  /// Added to the objective.
  double constant = 0;

  /// What CBC is not asked: nothing is to be chosen.
  [[nodiscard]] MipResult solve_without_columns(double cutoff) const;

  [[nodiscard]] int n_columns() const { return static_cast<int>(costs_.size()); }
  [[nodiscard]] int n_rows() const { return static_cast<int>(row_bounds_.size()); }

 private:
  friend class CbcRun;
  friend DualBound bound_by_duals(const MipModel& model, std::span<const double> duals);
  std::vector<double> costs_;
  std::vector<MipColumnKind> kinds_;
  std::vector<Bounds> column_bounds_, row_bounds_;
  std::vector<std::size_t> row_begin_ = {0};
  std::vector<int> columns_;
  std::vector<double> values_;
};

/// Deterministic unless the signal stops it. A failure of the solver is no exception.
MipResult solve_mip(const MipModel& model, const MipOptions& options, const StopSignal& signal);

/// A solution of the linear relaxation; empty where nothing fits, when the signal stops it, or
/// where the solver fails.
struct MipRelaxation {
  std::vector<double> values;  ///< by column
  std::vector<double> duals;   ///< by row
};
MipRelaxation relax_mip(const MipModel& model, const StopSignal& signal);

/// What duals prove by themselves, whoever found them: weak duality with the columns' bounds.
struct DualBound {
  double bound = -kInfinity;    ///< no solution is below; the round-off of the sum is taken off
  std::vector<double> reduced;  ///< costs by column
};
/// Duals of the wrong sign count as 0. Precondition: one a row; columns have finite bounds.
DualBound bound_by_duals(const MipModel& model, std::span<const double> duals);

}  // namespace pahunch
