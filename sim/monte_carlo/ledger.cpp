#include "sim/monte_carlo/ledger.h"

#include <cassert>
#include <cmath>
#include <numeric>

namespace pahunch {

std::string_view to_string(Standing standing) {
  constexpr std::array<std::string_view, kNStandings> kWords = {"served", "full", "out of reach",
                                                                "cut off", "off the network"};
  return kWords[static_cast<std::size_t>(standing)];
}

std::int64_t Ledger::total() const {
  return std::accumulate(thousandths.begin(), thousandths.end(), std::int64_t{0});
}

Ledger& Ledger::operator+=(const Ledger& other) {
  for (std::size_t i = 0; i < kNStandings; ++i) thousandths[i] += other.thousandths[i];
  return *this;
}

std::int64_t split_off(std::int64_t whole, double share) {
  assert(share >= 0 && share <= 1);
  return static_cast<std::int64_t>(std::floor(static_cast<double>(whole) * share + 0.5));
}

}  // namespace pahunch
