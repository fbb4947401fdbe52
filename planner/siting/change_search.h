/// \file
/// Opening a column, or swapping one for another, while that betters the score of a state, for
/// objectives that have no fast evaluation of swaps.
#pragma once

#include <vector>

#include "planner/siting/choice_rules.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

/// `State` has `open(column)`, `close(column)` and `score()`, the smaller the better, and begins
/// with nothing open. Columns in the order of their numbers are tried in, and the first change that
/// is better is taken. The rules are kept throughout. Complexity: a round is columns x open ones
/// evaluations.
template <class State>
class ChangeSearch {
 public:
  /// Precondition: `open` keeps the rules.
  ChangeSearch(const ChoiceRules& rules, const std::vector<SiteColumn>& open, State& state)
      : n_columns_(static_cast<SiteColumn>(rules.n_columns())), state_(state), tracker_(rules) {
    for (const SiteColumn column : open) add(column);
  }

  /// Ascending columns.
  std::vector<SiteColumn> run(const StopSignal& signal) {
    best_ = state_.score();
    SiteColumn n_idle = 0;
    for (SiteColumn column = 0; n_idle < n_columns_ && !signal.stop();
         column = column + 1 < n_columns_ ? column + 1 : 0) {
      n_idle = try_column(column, signal) ? 0 : n_idle + 1;
    }
    std::vector<SiteColumn> open;
    for (SiteColumn column = 0; column < n_columns_; ++column) {
      if (tracker_.is_open(column)) open.push_back(column);
    }
    return open;
  }

 private:
  using Score = decltype(std::declval<const State&>().score());

  bool try_column(SiteColumn in, const StopSignal& signal) {
    if (tracker_.is_open(in)) return false;
    if (tracker_.can_add(in)) {
      add(in);
      if (is_better()) return true;
      remove(in);
    }
    for (SiteColumn out = 0; out < n_columns_ && !signal.stop(); ++out) {
      if (!tracker_.is_open(out) || !tracker_.can_swap(in, out)) continue;
      remove(out);
      add(in);
      if (is_better()) return true;
      remove(in);
      add(out);
    }
    return false;
  }

  /// Than the best so far, and if so it takes its place.
  bool is_better() {
    const Score now = state_.score();
    if (!(now < best_)) return false;
    best_ = now;
    return true;
  }

  void add(SiteColumn column) {
    state_.open(column);
    tracker_.add(column);
  }

  void remove(SiteColumn column) {
    state_.close(column);
    tracker_.remove(column);
  }

  SiteColumn n_columns_;
  State& state_;
  RuleTracker tracker_;
  Score best_ = {};
};

}  // namespace pahunch
