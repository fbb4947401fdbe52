#include "planner/simulation/verdict_flips.h"

#include <algorithm>
#include <numeric>

#include "geo/base/parallel.h"
#include "sim/random/random_stream.h"

namespace pahunch {
namespace {

constexpr std::size_t kRandomHalves = 100;

using Order = std::vector<std::size_t>;  ///< draws; the first half of them against the others

Order order_by_place(const ExperimentResult& result, std::size_t parameter) {
  Order order(result.draws.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {},
                           [&](std::size_t i) { return result.draws[i].places[parameter]; });
  return order;
}

Order order_at_random(std::size_t n, const StreamKey& key) {
  RandomStream random(key);
  Order order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t left = n; left > 1; --left) {
    std::swap(order[left - 1], order[random.uniform_index(left)]);
  }
  return order;
}

Persons count_flips(const FlipQuestion& question, std::size_t set, const Order& order) {
  const auto& by_draw = question.report.result.p_served[set];
  const WomenBySettlement& counted = question.women;
  const std::size_t n_low = order.size() / 2;
  IdxVector<SettlementIdx, double> low(counted.size()), high(counted.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    auto& half = i < n_low ? low : high;
    const auto& p_served = by_draw[order[i]];
    const double share = 1.0 / static_cast<double>(i < n_low ? n_low : order.size() - n_low);
    for (const SettlementIdx at : indices(counted)) half[at] += p_served[at] * share;
  }
  Persons women = 0;
  for (const SettlementIdx at : indices(counted)) {
    const double least = question.min_probability;
    if ((low[at] < least) != (high[at] < least)) women += counted[at].rural;
  }
  return women;
}

}  // namespace

VerdictFlips find_verdict_flips(const FlipQuestion& question, std::size_t set) {
  const ExperimentResult& result = question.report.result;
  VerdictFlips flips;
  flips.women.resize(question.report.parameters.size());
  for_each_in_parallel(flips.women.size(), [&](std::size_t i) {
    flips.women[i] = count_flips(question, set, order_by_place(result, i));
  });
  std::vector<Persons> random(kRandomHalves);
  for_each_in_parallel(random.size(), [&](std::size_t i) {
    const StreamKey key{.seed = question.seed,
                        .replicate = i,
                        .purpose = Purpose::kBootstrap,
                        .entity = entity_key("verdict flips")};
    random[i] = count_flips(question, set, order_at_random(result.draws.size(), key));
  });
  std::ranges::sort(random);
  flips.by_chance = random[kRandomHalves * 95 / 100 - 1];
  return flips;
}

}  // namespace pahunch
