#include "planner/siting/branch_loss.h"

#include <algorithm>

#include "planner/siting/lagrangian.h"

namespace pahunch {
namespace {

constexpr int kRoundsOfNode = 60;
constexpr double kScaleOfNode = 0.6;

class Branching {
 public:
  Branching(double loss, const BranchOptions& options, const StopSignal& signal)
      : options_(options), signal_(signal), unfinished_(loss) {
    result_.loss = loss;
  }

  BranchResult run(const RestrictedModel& left, const std::vector<double>& multipliers,
                   double bound) {
    search(left, multipliers, bound);
    result_.bound = std::min(unfinished_, result_.loss);
    return std::move(result_);
  }

 private:
  /// `bound`: of the node above.
  void search(const RestrictedModel& left, const std::vector<double>& multipliers, double bound) {
    if (left.is_impossible) return;
    if (++n_nodes_ > options_.n_nodes || signal_.stop()) {
      unfinished_ = std::min(unfinished_, bound);
      return;
    }
    const auto found = bound_by_lagrangian(
        left.model, left.rules,
        {.loss_to_beat = result_.loss, .open = {}, .multipliers = multipliers},
        {.n_rounds = kRoundsOfNode, .first_scale = kScaleOfNode, .tolerance = options_.tolerance},
        signal_);
    if (!found.open.empty() && found.loss < result_.loss) {
      result_.loss = found.loss;
      result_.open = original_choice(left, found.open);
    }
    if (is_closed(left, found.bound)) return;
    if (found.branch == kNoColumn) return take_all(left, found.fixing);
    for (const ColumnState state : {ColumnState::kOpen, ColumnState::kClosed}) {
      Fixing fixing = found.fixing;
      fixing.columns[found.branch] = state;
      RestrictedModel child = restrict_model(left.model, left.rules, fixing);
      const auto values = values_left(child, found.multipliers);
      search(nest(left, std::move(child)), values, std::max(bound, found.bound));
    }
  }

  [[nodiscard]] bool is_closed(const RestrictedModel& left, double bound) const {
    return bound >= result_.loss - (left.model.is_whole ? 0 : options_.tolerance);
  }

  /// No column is free: what is open is the only choice.
  void take_all(const RestrictedModel& left, const Fixing& fixing) {
    const RestrictedModel last = restrict_model(left.model, left.rules, fixing);
    if (last.is_impossible || last.model.constant >= result_.loss) return;
    result_.loss = last.model.constant;
    result_.open = original_choice(nest(left, last), {});
  }

  BranchOptions options_;
  const StopSignal& signal_;
  std::size_t n_nodes_ = 0;
  double unfinished_;  ///< least bound of a node that was not searched
  BranchResult result_;
};

}  // namespace

std::vector<double> values_left(const RestrictedModel& inner, const std::vector<double>& values) {
  std::vector<double> left;
  for (const std::uint32_t row : inner.rows) left.push_back(values[row]);
  return left;
}

BranchResult branch_loss(const RestrictedModel& left, double loss, std::vector<double> multipliers,
                         const BranchOptions& options, const StopSignal& signal) {
  const double none = -std::numeric_limits<double>::infinity();
  return Branching(loss, options, signal).run(left, multipliers, none);
}

}  // namespace pahunch
