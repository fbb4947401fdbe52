/// \file
/// Parts of links: their times, lengths and lines.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "geo/base/travel_time.h"
#include "geo/network/network.h"

namespace pahunch {

/// A piece of a link as it is travelled, from one fraction of its length to another.
struct LinkPiece {
  LinkIdx link;
  double from_frac = 0;
  double to_frac = 1;
};

/// |round(W g) - round(W f)|: pieces that follow each other add up to the whole. Precondition: the
/// whole is reachable.
inline TravelTime piece_time(TravelTime whole, double from_frac, double to_frac) {
  const auto at = [&](double frac) {
    return static_cast<std::int64_t>(std::floor(whole.ms() * frac + 0.5));
  };
  return TravelTime(static_cast<std::uint32_t>(std::abs(at(to_frac) - at(from_frac))));
}

/// On the ground.
double piece_length_m(const Network& network, const LinkPiece& piece);

/// At least two points, in the direction of travel.
std::vector<Xy> piece_line(const Network& network, const LinkPiece& piece);

}  // namespace pahunch
