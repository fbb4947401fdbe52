#include "geo/network/approach.h"

#include <algorithm>

namespace pahunch {
namespace {

std::optional<LinkPart> find_part(const Approach& approach, double limit_ms) {
  const double spare_ms = limit_ms - approach.zero_ms;
  LinkPart part{approach.low, approach.high};
  if (approach.slope_ms > 0) part.high = std::min(part.high, spare_ms / approach.slope_ms);
  if (approach.slope_ms < 0) part.low = std::max(part.low, spare_ms / approach.slope_ms);
  const bool reached = approach.slope_ms != 0 || spare_ms >= 0;
  return reached && part.low <= part.high ? std::optional(part) : std::nullopt;
}

}  // namespace

std::vector<LinkPart> find_reached_parts(std::span<const Approach> approaches, TravelTime limit) {
  std::vector<LinkPart> parts;
  for (const Approach& approach : approaches) {
    if (const auto part = find_part(approach, limit.ms())) parts.push_back(*part);
  }
  std::ranges::sort(parts, {}, &LinkPart::low);
  std::vector<LinkPart> merged;
  for (const LinkPart& part : parts) {
    if (!merged.empty() && part.low <= merged.back().high) {
      merged.back().high = std::max(merged.back().high, part.high);
    } else {
      merged.push_back(part);
    }
  }
  return merged;
}

std::vector<LinkPart> subtract(std::span<const LinkPart> parts, std::span<const LinkPart> others) {
  std::vector<LinkPart> left;
  for (const LinkPart& part : parts) {
    double low = part.low;
    for (const LinkPart& other : others) {
      if (other.high < low || other.low > part.high) continue;
      if (low < other.low) left.push_back({low, other.low});
      low = std::max(low, other.high);
    }
    if (low < part.high) left.push_back({low, part.high});
  }
  return left;
}

std::optional<double> find_time_ms(std::span<const Approach> approaches, double frac) {
  std::optional<double> least;
  for (const Approach& approach : approaches) {
    if (frac < approach.low || frac > approach.high) continue;
    const double ms = approach.zero_ms + approach.slope_ms * frac;
    if (!least || ms < *least) least = ms;
  }
  return least;
}

std::vector<Approach> sum_approaches(std::span<const Approach> out,
                                     std::span<const Approach> back) {
  std::vector<Approach> sums;
  for (const Approach& a : out) {
    for (const Approach& b : back) {
      const Approach sum{a.zero_ms + b.zero_ms, a.slope_ms + b.slope_ms, std::max(a.low, b.low),
                         std::min(a.high, b.high)};
      if (sum.low <= sum.high) sums.push_back(sum);
    }
  }
  return sums;
}

}  // namespace pahunch
