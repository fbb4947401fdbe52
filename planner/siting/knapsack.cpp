#include "planner/siting/knapsack.h"

#include <algorithm>
#include <numeric>

namespace pahunch {
namespace {

constexpr std::int64_t kMostCells = 400'000;

double relax(const std::vector<KnapsackItem>& items, std::int64_t capacity,
             std::vector<double>& taken) {
  std::vector<std::size_t> order(items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto worth = [&](std::size_t at) {
    return items[at].profit / static_cast<double>(items[at].load);
  };
  std::ranges::stable_sort(order,
                           [&](std::size_t a, std::size_t b) { return worth(a) > worth(b); });
  double profit = 0;
  for (const std::size_t at : order) {
    if (capacity <= 0) break;
    const std::int64_t part = std::min(capacity, items[at].load);
    profit += worth(at) * static_cast<double>(part);
    capacity -= part;
    taken[at] = static_cast<double>(part) / static_cast<double>(items[at].load);
  }
  return profit;
}

double solve(const std::vector<KnapsackItem>& items, std::int64_t capacity,
             std::vector<double>& taken) {
  const auto width = static_cast<std::size_t>(capacity) + 1;
  std::vector<double> best(width, 0);
  std::vector<bool> is_taken(items.size() * width, false);
  for (std::size_t at = 0; at < items.size(); ++at) {
    const auto load = static_cast<std::size_t>(items[at].load);
    for (std::size_t room = width; room-- > load;) {
      const double with = best[room - load] + items[at].profit;
      if (with <= best[room]) continue;
      best[room] = with;
      is_taken[at * width + room] = true;
    }
  }
  std::size_t room = width - 1;
  for (std::size_t at = items.size(); at-- > 0;) {
    if (!is_taken[at * width + room]) continue;
    taken[at] = 1;
    room -= static_cast<std::size_t>(items[at].load);
  }
  return best[width - 1];
}

}  // namespace

double bound_knapsack(const std::vector<KnapsackItem>& items, std::int64_t capacity,
                      KnapsackParts parts, std::vector<double>& taken) {
  taken.assign(items.size(), 0);
  double all = 0;
  std::int64_t load = 0;
  for (const KnapsackItem& item : items) {
    all += item.profit;
    load += item.load;
  }
  if (load <= capacity) {
    taken.assign(items.size(), 1);
    return all;
  }
  const auto n_items = static_cast<std::int64_t>(items.size());
  const bool is_small = capacity < kMostCells && capacity * n_items < kMostCells;
  if (parts == KnapsackParts::kWhole && is_small) return solve(items, capacity, taken);
  return relax(items, capacity, taken);
}

}  // namespace pahunch
