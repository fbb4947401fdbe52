#include "planner/siting/interchange.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/change_losses.h"

namespace pahunch {
namespace {

/// Of what the rows can lose: less is round-off and not a betterment.
constexpr double kLeastShare = 1e-12;

/// Not a share of the loss itself, which can be nothing while the terms that changes are summed
/// from are not: equal choices would then replace each other for ever.
double least_betterment(const LossModel& model) {
  if (model.is_whole) return 0;
  double most = std::abs(model.constant);
  for (std::size_t at = 0; at < model.n_rows(); ++at) {
    const auto row = model.row(at);
    if (!model.must_reach[at]) most += model.last_resort[at];
    if (model.must_reach[at] && !row.empty()) most += row.back().loss;
  }
  for (const double cost : model.open_cost) most += std::abs(cost);
  return kLeastShare * most;
}

class Interchange {
 public:
  Interchange(const LossModel& model, const ChoiceRules& rules, const std::vector<SiteColumn>& open)
      : model_(model), rules_(rules), nearest_(model), tracker_(rules), losses_(model, nearest_) {
    for (const SiteColumn column : open) {
      nearest_.open(column);
      tracker_.add(column);
      open_.push_back(column);
    }
    std::ranges::sort(open_);
    least_ = least_betterment(model);
  }

  std::vector<SiteColumn> run(const StopSignal& signal) {
    losses_.reckon_closings();
    std::size_t n_idle = 0;
    for (SiteColumn column = 0; n_idle < model_.n_columns() && !signal.stop();
         column = column + 1 < model_.n_columns() ? column + 1 : 0) {
      n_idle = try_column(column) ? 0 : n_idle + 1;
    }
    return open_;
  }

 private:
  struct Change {
    double gain = 0;
    SiteColumn out = NearestTwo::kLastResort;
  };

  bool try_column(SiteColumn column) {
    if (tracker_.is_open(column)) return try_closing(column);
    const Change change = best_change(column);
    if (change.gain <= least_) return false;
    if (change.out != NearestTwo::kLastResort) close(change.out);
    open(column);
    losses_.reckon_closings();
    return true;
  }

  bool try_closing(SiteColumn column) {
    if (losses_.of_closing(column) >= -least_ || !tracker_.can_remove(column)) return false;
    close(column);
    losses_.reckon_closings();
    return true;
  }

  /// Of opening this column, alone or in place of another.
  Change best_change(SiteColumn in) {
    losses_.reckon_opening(in);
    Change best;
    if (losses_.gain() > 0 && tracker_.can_add(in)) {
      best = {losses_.gain(), NearestTwo::kLastResort};
    }
    for (const SiteColumn out : open_) {
      const double net = -losses_.of_swap(out);
      if (net > best.gain && tracker_.can_swap(in, out)) best = {net, out};
    }
    return best;
  }

  void open(SiteColumn column) {
    nearest_.open(column);
    tracker_.add(column);
    open_.insert(std::ranges::lower_bound(open_, column), column);
  }

  void close(SiteColumn column) {
    nearest_.close(column);
    tracker_.remove(column);
    open_.erase(std::ranges::find(open_, column));
  }

  const LossModel& model_;
  const ChoiceRules& rules_;
  NearestTwo nearest_;
  RuleTracker tracker_;
  std::vector<SiteColumn> open_;
  ChangeLosses losses_;
  double least_ = 0;
};

}  // namespace

std::vector<SiteColumn> interchange(const LossModel& model, const ChoiceRules& rules,
                                    const std::vector<SiteColumn>& open, const StopSignal& signal) {
  if (model.n_columns() == 0) return {};
  return Interchange(model, rules, open).run(signal);
}

}  // namespace pahunch
