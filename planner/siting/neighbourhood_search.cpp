#include "planner/siting/neighbourhood_search.h"

#include <algorithm>

#include "planner/siting/interchange.h"
#include "sim/random/random_stream.h"

namespace pahunch {
namespace {

class Neighbourhoods {
 public:
  Neighbourhoods(const LossModel& model, const ChoiceRules& rules,
                 const std::vector<SiteColumn>& open)
      : model_(model),
        rules_(rules),
        random_({.purpose = Purpose::kSiteSwap}),
        best_(open),
        loss_(loss_of(model, open)) {}

  std::vector<SiteColumn> run(std::size_t n_tries, const StopSignal& signal) {
    std::size_t n_swaps = 1;
    for (std::size_t i = 0; i < n_tries && !signal.stop(); ++i) {
      const bool is_better = take(interchange(model_, rules_, swap_some(n_swaps), signal));
      n_swaps = is_better || n_swaps >= most_swaps() ? 1 : n_swaps + 1;
    }
    return std::move(best_);
  }

 private:
  /// Beyond half of the sites hardly anything is left of the choice.
  [[nodiscard]] std::size_t most_swaps() const {
    return std::clamp<std::size_t>(best_.size() / 2, 1, kMostSwaps);
  }

  /// The best choice with so many of its columns swapped, or fewer where the rules let no more.
  std::vector<SiteColumn> swap_some(std::size_t n_swaps) {
    RuleTracker tracker(rules_);
    for (const SiteColumn column : best_) tracker.add(column);
    std::vector<SiteColumn> open = best_;
    for (std::size_t i = 0; i < n_swaps && !open.empty(); ++i) {
      const std::size_t at = random_.uniform_index(open.size());
      const auto in = static_cast<SiteColumn>(random_.uniform_index(rules_.n_columns()));
      if (tracker.is_open(in) || !tracker.can_swap(in, open[at])) continue;
      tracker.remove(open[at]);
      tracker.add(in);
      open[at] = in;
    }
    std::ranges::sort(open);
    return open;
  }

  bool take(std::vector<SiteColumn> open) {
    const double loss = loss_of(model_, open);
    if (loss >= loss_) return false;
    loss_ = loss;
    best_ = std::move(open);
    return true;
  }

  static constexpr std::size_t kMostSwaps = 8;

  const LossModel& model_;
  const ChoiceRules& rules_;
  RandomStream random_;
  std::vector<SiteColumn> best_;
  double loss_;
};

}  // namespace

std::size_t affordable_tries(const LossModel& model) {
  constexpr std::size_t kMostTries = 1000, kMostWork = 40'000'000;
  return std::min(kMostTries, kMostWork / (model.entries.size() + 1));
}

std::vector<SiteColumn> search_neighbourhoods(const LossModel& model, const ChoiceRules& rules,
                                              const std::vector<SiteColumn>& open,
                                              std::size_t n_tries, const StopSignal& signal) {
  if (model.n_columns() == 0) return open;
  return Neighbourhoods(model, rules, open).run(n_tries, signal);
}

}  // namespace pahunch
