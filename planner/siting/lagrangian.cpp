#include "planner/siting/lagrangian.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/interchange.h"
#include "planner/siting/multipliers.h"
#include "planner/siting/relaxed_choice.h"

namespace pahunch {
namespace {

class Lagrangian {
 public:
  Lagrangian(const LossModel& model, const ChoiceRules& rules, const LagrangianStart& start,
             const LagrangianOptions& options)
      : model_(model),
        rules_(rules),
        options_(options),
        multipliers_(start.multipliers.empty() ? Multipliers(model, start.open)
                                               : Multipliers(model, start.multipliers)),
        relaxed_(rules.at_least, rules.at_most),
        reduced_(model.n_columns()),
        subgradient_(model.n_rows()),
        last_proposal_(start.open) {
    result_.loss = start.loss_to_beat;
    result_.bound = -std::numeric_limits<double>::infinity();
  }

  LagrangianResult run(const StopSignal& signal) {
    double scale = options_.first_scale;
    int n_idle = 0;
    for (int round = 0; round < options_.n_rounds && scale > kLastScale; ++round) {
      if (round > 0 && signal.stop()) break;  // one round gives a bound
      const double value = evaluate();
      const bool is_better = value > best_value_ + kLeastProgress * std::abs(best_value_);
      if (value > best_value_) keep(value);
      if (is_closed()) break;
      if (round % kRoundsBetweenChoices == 0) propose(signal);
      n_idle = is_better ? 0 : n_idle + 1;
      if (n_idle >= kPatience) {
        n_idle = 0;
        scale /= 2;
        multipliers_.restore(best_multipliers_);
        evaluate();
      }
      reckon_subgradient();
      multipliers_.move(subgradient_, scale, result_.loss - value);
    }
    finish();
    return std::move(result_);
  }

 private:
  static constexpr int kPatience = 25;  ///< rounds without a better bound before steps get shorter
  static constexpr double kLastScale = 2e-4;
  static constexpr int kRoundsBetweenChoices = 20;
  static constexpr double kLeastProgress = 1e-6;

  /// The value of the relaxation at the multipliers.
  double evaluate() {
    std::ranges::copy(model_.open_cost, reduced_.begin());
    double sum = model_.constant;
    for (std::size_t row = 0; row < model_.n_rows(); ++row) {
      const double multiplier = multipliers_[row];
      sum += multiplier;
      for (const auto& entry : model_.row(row)) {
        if (entry.loss >= multiplier) break;
        reduced_[entry.column] += entry.loss - multiplier;
      }
    }
    relaxed_.choose(reduced_);
    return sum + relaxed_.sum() - round_off(sum);
  }

  /// Most by which `evaluate` can be too large: the length of the longest chain of sums times the
  /// unit round-off times what is summed.
  [[nodiscard]] double round_off(double sum) const {
    if (multipliers_.is_exact()) return 0;
    double magnitude = std::abs(sum);
    for (const SiteColumn column : relaxed_.chosen()) {
      magnitude += std::abs(reduced_[column]) + 2 * std::abs(model_.open_cost[column]);
    }
    const auto n_terms =
        2.0 * static_cast<double>(model_.n_rows()) + static_cast<double>(model_.n_columns()) + 8;
    return n_terms * 0x1p-53 * magnitude;
  }

  void keep(double value) {
    best_value_ = value;
    best_multipliers_ = multipliers_.values();
  }

  /// No choice can be better than the one at hand, or so little that it is close enough.
  [[nodiscard]] bool is_closed() const {
    return excludes(best_value_) || result_.loss - best_value_ < options_.enough;
  }

  /// Whoever loses this much or more is not better.
  [[nodiscard]] bool excludes(double value) const {
    return model_.is_whole ? value > result_.loss - 1 : value >= result_.loss - options_.tolerance;
  }

  void reckon_subgradient() {
    for (std::size_t row = 0; row < model_.n_rows(); ++row) {
      double n_below = 0;
      for (const auto& entry : model_.row(row)) {
        if (entry.loss >= multipliers_[row]) break;
        n_below += relaxed_.is_chosen(entry.column) ? 1 : 0;
      }
      const bool is_at_top =
          !model_.must_reach[row] && multipliers_[row] >= model_.last_resort[row];
      subgradient_[row] = n_below == 0 && is_at_top ? 0 : 1 - n_below;
    }
  }

  /// Takes the relaxation's own choice as a start for interchange.
  void propose(const StopSignal& signal) {
    std::vector<SiteColumn> open(relaxed_.chosen().begin(), relaxed_.chosen().end());
    std::ranges::sort(open);
    if (open == last_proposal_ || !keeps_rules(rules_, open)) return;
    last_proposal_ = open;
    open = interchange(model_, rules_, open, signal);
    const double loss = loss_of(model_, open);
    if (loss < result_.loss && reaches_all(model_, open)) {
      result_.loss = loss;
      result_.open = std::move(open);
    }
  }

  void finish() {
    result_.fixing = Fixing(model_);
    multipliers_.restore(best_multipliers_);
    const double value = evaluate();
    result_.bound = std::min(model_.is_whole ? std::ceil(value) : value, result_.loss);
    if (multipliers_.is_exact() || !model_.is_whole) fix(value);
    result_.branch = find_branch();
    result_.multipliers = std::move(best_multipliers_);
  }

  [[nodiscard]] SiteColumn find_branch() const {
    SiteColumn found = kNoColumn;
    double most = -1;
    for (SiteColumn column = 0; column < model_.n_columns(); ++column) {
      if (result_.fixing.columns[column] != ColumnState::kFree) continue;
      const double rise = relaxed_.is_chosen(column) ? relaxed_.rise_if_out(column) : -0.5;
      if (found != kNoColumn && rise <= most) continue;
      most = rise;
      found = column;
    }
    return found;
  }

  void fix(double value) {
    for (SiteColumn column = 0; column < model_.n_columns(); ++column) {
      const bool is_chosen = relaxed_.is_chosen(column);
      const double rise = is_chosen ? relaxed_.rise_if_out(column) : relaxed_.rise_if_in(column);
      if (!excludes(value + rise)) continue;
      result_.fixing.columns[column] = is_chosen ? ColumnState::kOpen : ColumnState::kClosed;
    }
    for (std::size_t row = 0; row < model_.n_rows(); ++row) shorten(row, value);
  }

  /// Finds the first level of a row's losses such that a choice which serves it no better is not
  /// better than the best: all columns before it closed, its multiplier can rise to that loss.
  void shorten(std::size_t at, double value) {
    const auto row = model_.row(at);
    double sum_out = 0;
    std::size_t n_out = 0;
    const auto is_excluded = [&](double loss) {
      const double rise = relaxed_.rise_if_out(sum_out, n_out);
      return excludes(value + rise + std::max(0.0, loss - multipliers_[at]));
    };
    for (std::size_t i = 0; i < row.size(); ++i) {
      const bool begins_level = i == 0 || row[i].loss > row[i - 1].loss;
      if (i > 0 && begins_level && is_excluded(row[i].loss)) {
        result_.fixing.row_length[at] = static_cast<std::uint32_t>(i);
        result_.fixing.is_served[at] = true;
        return;
      }
      if (!relaxed_.is_chosen(row[i].column)) continue;
      sum_out += reduced_[row[i].column];
      ++n_out;
    }
    result_.fixing.is_served[at] = model_.must_reach[at] || is_excluded(model_.last_resort[at]);
  }

  const LossModel& model_;
  const ChoiceRules& rules_;
  LagrangianOptions options_;
  Multipliers multipliers_;
  RelaxedChoice relaxed_;
  std::vector<double> reduced_, subgradient_;
  std::vector<SiteColumn> last_proposal_;
  double best_value_ = -std::numeric_limits<double>::infinity();
  std::vector<double> best_multipliers_;
  LagrangianResult result_;
};

}  // namespace

LagrangianResult bound_by_lagrangian(const LossModel& model, const ChoiceRules& rules,
                                     const LagrangianStart& start, const LagrangianOptions& options,
                                     const StopSignal& signal) {
  return Lagrangian(model, rules, start, options).run(signal);
}

}  // namespace pahunch
