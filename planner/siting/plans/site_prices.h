/// \file
/// What it costs to do without a chosen site, and to take in one that is not: statements about all
/// plans, with proof.
///
///     const SitePrices prices = price_sites(plan, {.share = 0.005}, signal);
///     // prices.chosen[i].within == PlansWithin::kNone: every plan within 0.5 % has this site
///     // prices.others[i].within == PlansWithin::kNone: no plan within 0.5 % has that one
///
/// Lower limits come from one Lagrangian relaxation with reduced costs, upper limits from the best
/// swaps. Where these leave open whether there is a plan within the share, such plans are searched
/// for, without a chosen site or with another; then the problem is solved without each chosen site
/// whose price is not exact yet. A price is exact where its limits meet.
///
/// Prices are against the answer. Where it is not proven, "within a share of the answer" holds all
/// that is within this share of the unknown best, so that what is decided is decided for the best.
#pragma once

#include "planner/siting/plans/forced_plan.h"

namespace pahunch {

/// What is solved again.
enum class Resolving : std::uint8_t {
  kNone,
  kUnknown,   ///< where it is open whether there is a plan within the share: chosen sites, then
              ///< others
  kAllChosen  ///< that first, and then the exact price of each chosen site
};

/// Whether a plan within the share does without the site, or takes it in.
enum class PlansWithin : std::uint8_t {
  kNone,    ///< none does, which is proven
  kSome,    ///< one is known
  kUnknown  ///< the limits leave it open
};

struct SitePriceOptions {
  double share = 0.005;  ///< what plans may lose that are spoken of; 0 .. 1, 1 left out
  Resolving resolving = Resolving::kAllChosen;
};

struct SitePrice {
  SiteColumn column = kNoColumn;
  SiteIdx site;
  double least_loss = 0;          ///< no plan without it (chosen) or with it (other) loses less;
                                  ///< infinity: there is no such plan
  double known_loss = kInfinity;  ///< of the best such plan that is known; infinity: none is
  /// That plan, locked sites too, by id; empty where none is known.
  std::vector<SiteIdx> sites = {};
  PlansWithin within = PlansWithin::kUnknown;

  [[nodiscard]] bool is_exact() const { return least_loss == known_loss; }
};

struct SitePrices {
  std::vector<SitePrice> chosen;  ///< by id: doing without it
  std::vector<SitePrice> others;  ///< by id: taking it in
  double most_loss = 0;           ///< what a plan within the share loses against the answer
  bool is_complete = true;        ///< false: stopped; limits are weaker, and true all the same
};

/// Throws UsageError for a share out of range.
SitePrices price_sites(const SolvedPlan& plan, const SitePriceOptions& options,
                       const StopSignal& signal);

}  // namespace pahunch
