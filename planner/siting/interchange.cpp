#include "planner/siting/interchange.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/nearest_two.h"

namespace pahunch {
namespace {

constexpr double kLeastShare = 1e-12;  ///< of the loss: less is round-off and not a betterment

class Interchange {
 public:
  Interchange(const LossModel& model, const ChoiceRules& rules, const std::vector<SiteColumn>& open)
      : model_(model),
        rules_(rules),
        nearest_(model),
        tracker_(rules),
        closing_(model.n_columns()) {
    for (const SiteColumn column : open) {
      nearest_.open(column);
      tracker_.add(column);
      open_.push_back(column);
    }
    std::ranges::sort(open_);
    least_ = kLeastShare * std::abs(nearest_.loss());
  }

  std::vector<SiteColumn> run(const StopSignal& signal) {
    reckon_closings();
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

  /// What closing each open column alone loses.
  void reckon_closings() {
    for (const SiteColumn column : open_) closing_[column] = -model_.open_cost[column];
    for (std::size_t at = 0; at < model_.n_rows(); ++at) {
      const NearestTwo::Row& row = nearest_.row(at);
      if (row.first != NearestTwo::kLastResort)
        closing_[row.first] += row.second_loss - row.first_loss;
    }
  }

  bool try_column(SiteColumn column) {
    if (tracker_.is_open(column)) return try_closing(column);
    const Change change = best_change(column);
    if (change.gain <= least_) return false;
    if (change.out != NearestTwo::kLastResort) close(change.out);
    open(column);
    reckon_closings();
    return true;
  }

  bool try_closing(SiteColumn column) {
    if (closing_[column] >= -least_ || !tracker_.can_remove(column)) return false;
    close(column);
    reckon_closings();
    return true;
  }

  /// Of opening this column, alone or in place of another.
  Change best_change(SiteColumn in) {
    double gain = -model_.open_cost[in];
    swap_loss_ = closing_;
    for (const auto& entry : model_.column(in)) {
      const NearestTwo::Row& row = nearest_.row(entry.row);
      if (entry.loss >= row.second_loss) continue;
      if (entry.loss < row.first_loss) gain += row.first_loss - entry.loss;
      if (row.first != NearestTwo::kLastResort) {
        swap_loss_[row.first] -= row.second_loss - std::max(row.first_loss, entry.loss);
      }
    }
    Change best;
    if (gain > 0 && tracker_.can_add(in)) best = {gain, NearestTwo::kLastResort};
    for (const SiteColumn out : open_) {
      const double net = gain - swap_loss_[out];
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
  std::vector<double> closing_, swap_loss_;
  double least_ = 0;
};

}  // namespace

std::vector<SiteColumn> interchange(const LossModel& model, const ChoiceRules& rules,
                                    const std::vector<SiteColumn>& open, const StopSignal& signal) {
  if (model.n_columns() == 0) return {};
  return Interchange(model, rules, open).run(signal);
}

}  // namespace pahunch
