#include "geo/coverage/inequality.h"

#include <algorithm>
#include <cassert>

namespace pahunch {

namespace {

/// Sorted by value, equal values joined, without empty weights.
std::vector<Weighted> join_sorted(std::span<const Weighted> items) {
  std::vector<Weighted> sorted;
  for (const Weighted& item : items) {
    assert(item.weight >= 0 && item.value >= 0);
    if (item.weight > 0) sorted.push_back(item);
  }
  std::sort(sorted.begin(), sorted.end(), [](const Weighted& a, const Weighted& b) {
    return a.value != b.value ? a.value < b.value : a.weight < b.weight;
  });
  std::vector<Weighted> joined;
  for (const Weighted& item : sorted) {
    if (!joined.empty() && joined.back().value == item.value) {
      joined.back().weight += item.weight;
    } else {
      joined.push_back(item);
    }
  }
  return joined;
}

struct Totals {
  double weight = 0;
  double value = 0;
};

Totals sum(const std::vector<Weighted>& items) {
  Totals totals;
  for (const Weighted& item : items) {
    totals.weight += item.weight;
    totals.value += item.weight * item.value;
  }
  return totals;
}

}  // namespace

std::optional<double> compute_gini(std::span<const Weighted> items) {
  const std::vector<Weighted> sorted = join_sorted(items);
  const Totals total = sum(sorted);
  if (total.weight <= 0) return std::nullopt;
  if (total.value <= 0) return 0.0;
  // Sum over pairs of w_i w_j (x_j - x_i) for x_i < x_j, from the cumulated weight below each.
  double pairs = 0;
  double below = 0;
  for (const Weighted& item : sorted) {
    pairs += item.weight * item.value * (2 * below + item.weight - total.weight);
    below += item.weight;
  }
  return pairs / (total.weight * total.value);
}

std::optional<double> compute_gini(std::span<const double> values) {
  std::vector<Weighted> items;
  items.reserve(values.size());
  for (const double value : values) items.push_back({value, 1});
  return compute_gini(items);
}

std::vector<LorenzPoint> compute_lorenz(std::span<const Weighted> items) {
  const std::vector<Weighted> sorted = join_sorted(items);
  const Totals total = sum(sorted);
  if (total.weight <= 0 || total.value <= 0) return {};
  std::vector<LorenzPoint> points = {{0, 0}};
  Totals so_far;
  for (const Weighted& item : sorted) {
    so_far.weight += item.weight;
    so_far.value += item.weight * item.value;
    points.push_back({so_far.weight / total.weight, so_far.value / total.value});
  }
  return points;
}

std::optional<WorstOff> compute_worst_off(std::span<const Weighted> items, double worst_frac) {
  assert(worst_frac > 0 && worst_frac <= 1);
  const std::vector<Weighted> sorted = join_sorted(items);
  const Totals total = sum(sorted);
  if (total.weight <= 0 || total.value <= 0) return std::nullopt;
  const double wanted = worst_frac * total.weight;
  double left = wanted;
  double borne = 0;
  for (auto item = sorted.rbegin(); item != sorted.rend() && left > 0; ++item) {
    const double counted = std::min(left, item->weight);
    borne += counted * item->value;
    left -= counted;
  }
  return WorstOff{.share_of_total = borne / total.value, .mean = borne / wanted};
}

std::optional<double> compute_weighted_quantile(std::span<const Weighted> items, double frac) {
  assert(frac >= 0 && frac <= 1);
  const std::vector<Weighted> sorted = join_sorted(items);
  if (sorted.empty()) return std::nullopt;
  const double wanted = frac * sum(sorted).weight;
  double so_far = 0;
  for (const Weighted& item : sorted) {
    so_far += item.weight;
    if (so_far >= wanted) return item.value;
  }
  return sorted.back().value;
}

}  // namespace pahunch
