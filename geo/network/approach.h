/// \file
/// How travellers come along a link, and which parts of it they are on within a limit.
///
/// One-way links are come along in one way only; a site on the link itself gives two more. All are
/// linear in the fraction of the link, so that a limit cuts them exactly: at the point where the
/// time is the limit, to within the half millisecond by which times on a link are rounded.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "geo/base/travel_time.h"

namespace pahunch {

/// At fraction f of the link, low <= f <= high, the time is `zero_ms + slope_ms * f`.
struct Approach {
  double zero_ms = 0;
  double slope_ms = 0;
  double low = 0;
  double high = 1;
};

/// A part of a link, as fractions of its length; low <= high.
struct LinkPart {
  double low = 0;
  double high = 1;
  friend bool operator==(const LinkPart&, const LinkPart&) = default;
};

/// The parts within the limit (inclusive), ascending and apart from each other.
std::vector<LinkPart> find_reached_parts(std::span<const Approach> approaches, TravelTime limit);

/// What of `parts` lies outside `others`; parts without length are left out. Both ascend and are
/// apart.
std::vector<LinkPart> subtract(std::span<const LinkPart> parts, std::span<const LinkPart> others);

/// The least time at a fraction; none where nobody comes.
std::optional<double> find_time_ms(std::span<const Approach> approaches, double frac);

/// Out by one of the first and back by one of the second.
std::vector<Approach> sum_approaches(std::span<const Approach> out, std::span<const Approach> back);

}  // namespace pahunch
