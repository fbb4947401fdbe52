#include "planner/siting/plans/site_prices.h"

#include <algorithm>

#include "planner/siting/plans/near_ties.h"
#include "planner/siting/plans/relaxed_loss.h"

namespace pahunch {
namespace {

class SitePricer {
 public:
  SitePricer(const SolvedPlan& plan, const SitePriceOptions& options, const StopSignal& signal)
      : plan_(plan),
        options_(options),
        signal_(signal),
        relaxed_(plan.model, plan.rules, plan.multipliers),
        best_swap_(plan.rules.n_columns()) {
    prices_.most_loss = plan.loss_within(options.share) - plan.loss;
    for (const NearTie& swap : find_swaps(plan, plan.open, kInfinity, signal)) {
      for (const SiteColumn column : {swap.out, swap.in}) {
        auto& best = best_swap_[column];
        if (!best) best = swap;  // they come by loss
      }
    }
  }

  SitePrices price() {
    for (SiteColumn column = 0; column < plan_.rules.n_columns(); ++column) {
      const bool is_chosen = std::ranges::binary_search(plan_.open, column);
      (is_chosen ? prices_.chosen : prices_.others).push_back(limits_of(column, is_chosen));
    }
    if (options_.resolving != Resolving::kNone) resolve_unknown();
    if (options_.resolving == Resolving::kAllChosen) resolve_all();
    prices_.is_complete = !signal_.stop();
    return std::move(prices_);
  }

 private:
  /// From the relaxation and the best swap.
  [[nodiscard]] SitePrice limits_of(SiteColumn column, bool is_chosen) const {
    const double least = is_chosen ? relaxed_.least_without(column) : relaxed_.least_with(column);
    SitePrice price = {column, plan_.rules.sites[column]};
    price.least_loss = std::max(least, plan_.bound) - plan_.loss;
    if (const auto& swap = best_swap_[column]) {
      price.known_loss = swap->loss;
      price.sites = plan_.sites_of(swap_columns(plan_.open, swap->out, swap->in));
    }
    settle(price);
    return price;
  }

  /// Only plans within the share are looked for, which is quick.
  void resolve_unknown() {
    const ForcedSearch search = {.most_loss = prices_.most_loss};
    for (SitePrice& price : prices_.chosen) {
      if (is_unknown(price)) resolve(price, {.out = {price.column}}, search);
    }
    for (SitePrice& price : prices_.others) {
      if (is_unknown(price)) resolve(price, {.in = {price.column}}, search);
    }
  }

  [[nodiscard]] bool is_unknown(const SitePrice& price) const {
    return price.within == PlansWithin::kUnknown && !signal_.stop();
  }

  void resolve_all() {
    for (SitePrice& price : prices_.chosen) {
      if (price.is_exact() || signal_.stop()) continue;
      ForcedSearch search;
      if (const auto& swap = best_swap_[price.column]) {
        search.known = swap_columns(plan_.open, swap->out, swap->in);
      }
      resolve(price, {.out = {price.column}}, search);
    }
  }

  void resolve(SitePrice& price, const Forcing& forcing, const ForcedSearch& search) const {
    ForcedPlan best = solve_forced(plan_, forcing, search, signal_);
    price.least_loss = std::max(price.least_loss, best.least_loss);
    if (best.open && best.loss <= price.known_loss) {
      price.known_loss = best.loss;
      price.sites = std::move(best.sites);
    }
    settle(price);
  }

  void settle(SitePrice& price) const {
    // Limits that pass each other differ by round-off.
    price.least_loss = std::min(price.least_loss, price.known_loss);
    if (price.least_loss > prices_.most_loss) {
      price.within = PlansWithin::kNone;
    } else if (price.known_loss <= prices_.most_loss) {
      price.within = PlansWithin::kSome;
    }
  }

  const SolvedPlan& plan_;
  const SitePriceOptions& options_;
  const StopSignal& signal_;
  RelaxedLoss relaxed_;
  std::vector<std::optional<NearTie>> best_swap_;  ///< by column, the one that loses least
  SitePrices prices_;
};

}  // namespace

SitePrices price_sites(const SolvedPlan& plan, const SitePriceOptions& options,
                       const StopSignal& signal) {
  check_loss_share(options.share);
  return SitePricer(plan, options, signal).price();
}

}  // namespace pahunch
