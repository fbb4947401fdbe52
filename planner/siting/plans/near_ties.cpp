#include "planner/siting/plans/near_ties.h"

#include <algorithm>
#include <tuple>

#include "planner/siting/change_losses.h"

namespace pahunch {
namespace {

class SwapScan {
 public:
  SwapScan(const SolvedPlan& plan, const std::vector<SiteColumn>& open)
      : plan_(plan),
        open_(open),
        nearest_(plan.model),
        changes_(plan.model, nearest_),
        tracker_(plan.rules) {
    for (const SiteColumn column : open) {
      nearest_.open(column);
      tracker_.add(column);
    }
    changes_.reckon_closings();
    most_ = unreached_loss(plan.model) - nearest_.loss();
  }

  /// Adds the swaps with this column that lose no more than so much.
  void scan(SiteColumn in, double most, std::vector<NearTie>& ties) {
    if (tracker_.is_open(in)) return;
    changes_.reckon_opening(in);
    for (const SiteColumn out : open_) {
      const double loss = changes_.of_swap(out);
      if (loss > most || loss >= most_ || !tracker_.can_swap(in, out)) continue;
      ties.push_back(
          {out, in, plan_.rules.sites[out], plan_.rules.sites[in], loss, plan_.share_of(loss)});
    }
  }

 private:
  const SolvedPlan& plan_;
  const std::vector<SiteColumn>& open_;
  NearestTwo nearest_;
  ChangeLosses changes_;
  RuleTracker tracker_;
  double most_ = 0;  ///< a swap that leaves a point without a site loses as much
};

}  // namespace

std::vector<NearTie> find_swaps(const SolvedPlan& plan, const std::vector<SiteColumn>& open,
                                double most, const StopSignal& signal) {
  std::vector<NearTie> swaps;
  SwapScan scan(plan, open);
  for (SiteColumn in = 0; in < plan.rules.n_columns() && !signal.stop(); ++in) {
    scan.scan(in, most, swaps);
  }
  std::ranges::sort(swaps, {},
                    [](const NearTie& tie) { return std::tuple(tie.loss, tie.out, tie.in); });
  return swaps;
}

NearTies find_near_ties(const SolvedPlan& plan, const NearTieOptions& options,
                        const StopSignal& signal) {
  check_loss_share(options.share);
  NearTies found = {
      .ties = find_swaps(plan, plan.open, plan.loss_within(options.share) - plan.loss, signal)};
  for (NearTie& tie : found.ties) {
    if (found.n_solved == options.n_solved || signal.stop()) break;
    tie.best = solve_forced(plan, {.in = {tie.in}, .out = {tie.out}},
                            {.known = swap_columns(plan.open, tie.out, tie.in)}, signal);
    ++found.n_solved;
  }
  found.is_complete = !signal.stop();
  return found;
}

std::vector<SiteColumn> swap_columns(std::vector<SiteColumn> open, SiteColumn out, SiteColumn in) {
  open.erase(std::ranges::find(open, out));
  open.insert(std::ranges::lower_bound(open, in), in);
  return open;
}

}  // namespace pahunch
