#include "geo/model/largest_remainder.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace pahunch {

std::vector<Persons> split_by_largest_remainder(Persons total, std::span<const double> weights) {
  assert(total >= 0);
  std::vector<Persons> parts(weights.size(), 0);
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  assert(total == 0 || sum > 0);
  if (total == 0) return parts;
  std::vector<double> remainder(weights.size());
  Persons left = total;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double share = static_cast<double>(total) * (weights[i] / sum);
    parts[i] = static_cast<Persons>(std::floor(share));
    remainder[i] = share - std::floor(share);
    left -= parts[i];
  }
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return remainder[a] > remainder[b]; });
  // Rounding of the shares can leave one person too few; he is taken where the remainder is least.
  for (std::size_t k = 0; left > 0; ++k, --left) ++parts[order[k % order.size()]];
  for (std::size_t k = order.size(); left < 0 && k-- > 0;) {
    if (parts[order[k]] > 0) --parts[order[k]], ++left;
  }
  return parts;
}

}  // namespace pahunch
