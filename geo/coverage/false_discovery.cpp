#include "geo/coverage/false_discovery.h"

#include <algorithm>

namespace pahunch {
namespace {

struct Tested {
  double p_value = 0;
  std::size_t position = 0;
};

}  // namespace

std::vector<std::optional<double>> find_q_values(std::span<const std::optional<double>> p_values) {
  std::vector<Tested> tested;
  for (std::size_t i = 0; i < p_values.size(); ++i) {
    if (const std::optional<double> p_value = p_values[i]) tested.push_back({*p_value, i});
  }
  std::ranges::stable_sort(tested, {}, &Tested::p_value);
  std::vector<std::optional<double>> q_values(p_values.size());
  const auto n = static_cast<double>(tested.size());
  double least = 1;
  for (std::size_t rank = tested.size(); rank > 0; --rank) {
    const Tested& one = tested[rank - 1];
    least = std::min(least, one.p_value * n / static_cast<double>(rank));
    q_values[one.position] = least;
  }
  return q_values;
}

}  // namespace pahunch
