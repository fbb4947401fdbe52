#include <algorithm>
#include <cmath>
#include <numeric>

#include "planner/siting/backup_relaxation.h"
#include "planner/siting/cover_search.h"
#include "planner/siting/restricted_model.h"
#include "planner/siting/rule_rows.h"
#include "planner/siting/solve_cover.h"

namespace pahunch {
namespace {

/// Rows of so few columns get the strong form, a constraint a column.
constexpr std::size_t kFewColumns = 24;

using ColumnStates = std::vector<ColumnState>;

struct BackupMip {
  MipModel mip;
  std::vector<int> open;
};

/// "Not covered twice" is at 1 unless, whichever column is left out, another one is open.
void add_strong_rows(BackupMip& made, const CoverModel::Row& row, int lost) {
  for (const SiteColumn left_out : row.columns) {
    std::vector<MipModel::Term> terms = {{lost, 1.0}};
    for (const SiteColumn column : row.columns) {
      if (column != left_out) terms.emplace_back(made.open[column], 1.0);
    }
    made.mip.add_row({1, kInfinity}, terms);
  }
}

void add_row(BackupMip& made, const CoverModel::Row& row) {
  const bool is_weak = row.need > 1 && row.columns.size() > kFewColumns;
  const int lost =
      made.mip.add_column(static_cast<double>(row.weight),
                          is_weak ? MipColumnKind::kWhole : MipColumnKind::kContinuous);
  if (row.need > 1 && !is_weak) return add_strong_rows(made, row, lost);
  std::vector<MipModel::Term> terms = {{lost, static_cast<double>(row.need)}};
  for (const SiteColumn column : row.columns) terms.emplace_back(made.open[column], 1.0);
  made.mip.add_row({static_cast<double>(row.need), kInfinity}, terms);
}

/// What is left of a row once some of its columns are open or closed.
CoverModel::Row restrict_row(const CoverModel::Row& row, const ColumnStates& states) {
  CoverModel::Row left = {.need = row.need, .columns = {}, .weight = row.weight};
  for (const SiteColumn column : row.columns) {
    if (states[column] == ColumnState::kFree) left.columns.push_back(column);
    if (states[column] == ColumnState::kOpen) --left.need;
  }
  return left;
}

MipModel::Bounds bounds_of(ColumnState state) {
  return {state == ColumnState::kOpen ? 1.0 : 0.0, state == ColumnState::kClosed ? 0.0 : 1.0};
}

BackupMip make_mip(const CoverModel& model, const ChoiceRules& rules, const ColumnStates& states) {
  BackupMip made;
  for (const ColumnState state : states) {
    made.open.push_back(made.mip.add_column(0, MipColumnKind::kWhole, bounds_of(state)));
  }
  add_rule_rows(made.mip, rules, made.open);
  for (const CoverModel::Row& row : model.rows) {
    const CoverModel::Row left = restrict_row(row, states);
    if (left.need <= 0) continue;
    if (left.columns.size() < static_cast<std::size_t>(left.need)) {
      made.mip.constant += static_cast<double>(row.weight);
    } else {
      add_row(made, left);
    }
  }
  return made;
}

class BackupSolver {
 public:
  BackupSolver(const CoverModel& model, const ChoiceRules& rules, const SolveGoal& goal,
               const StopSignal& signal)
      : model_(model), rules_(rules), goal_(goal), signal_(signal) {
    most_ = static_cast<double>(std::accumulate(
        model.rows.begin(), model.rows.end(), model.covered,
        [](std::int64_t sum, const CoverModel::Row& row) { return sum + row.weight; }));
  }

  Solution solve() {
    if (auto open = cover_most(model_, rules_, {}, signal_)) take(std::move(*open));
    const auto relaxed = is_done() ? std::nullopt : relax_backup(model_, rules_, signal_);
    if (relaxed) {
      prove(relaxed->bound);
      if (auto open = cover_most(model_, rules_, relaxed->openness, signal_)) {
        take(std::move(*open));
      }
    }
    if (!is_done()) run_mip(relaxed ? find_states(*relaxed) : all_free());
    return best_;
  }

 private:
  [[nodiscard]] ColumnStates all_free() const {
    return ColumnStates(model_.n_columns, ColumnState::kFree);
  }

  /// Of every choice that is better than the best one so far.
  [[nodiscard]] ColumnStates find_states(const BackupRelaxation& relaxed) const {
    ColumnStates states = all_free();
    for (std::size_t column = 0; column < states.size(); ++column) {
      const double reduced = relaxed.reduced[column];
      if (std::ceil(relaxed.bound + std::abs(reduced)) < best_.loss) continue;
      states[column] = reduced > 0 ? ColumnState::kClosed : ColumnState::kOpen;
    }
    return states;
  }

  void take(std::vector<SiteColumn> open) {
    const double loss = most_ - static_cast<double>(covered_weight(model_, open));
    if (loss >= best_.loss) return;
    best_.loss = loss;
    best_.open = std::move(open);
  }

  /// Losses are whole.
  void prove(double bound) {
    best_.bound = std::min(best_.loss, std::max(best_.bound, std::ceil(bound)));
  }

  [[nodiscard]] double enough() const { return goal_.gap_frac * (most_ - best_.loss); }
  [[nodiscard]] bool is_done() const { return best_.open && best_.loss - best_.bound <= enough(); }

  void run_mip(const ColumnStates& states) {
    MipOptions options = {.step = 1};
    if (best_.open) {
      options.cutoff = best_.loss - 0.5;
      options.gap = enough();
    }
    const BackupMip made = make_mip(model_, rules_, states);
    const MipResult result = solve_mip(made.mip, options, signal_);
    if (result.has_solution()) take(read_open(result.values, made.open));
    if (result.status == MipStatus::kNone) {
      best_.bound = best_.loss;
    } else if (std::isfinite(result.bound)) {
      prove(result.safe_bound());
    }
  }

  const CoverModel& model_;
  const ChoiceRules& rules_;
  const SolveGoal& goal_;
  const StopSignal& signal_;
  double most_ = 0;  ///< weight that can be covered at all
  Solution best_ = {.loss = kInfinity};
};

}  // namespace

Solution solve_backup(const CoverModel& model, const ChoiceRules& rules, const SolveGoal& goal,
                      const StopSignal& signal) {
  return BackupSolver(model, rules, goal, signal).solve();
}

}  // namespace pahunch
