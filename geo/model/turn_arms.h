/// \file
/// By which headings a road comes to a vertex of its line, and leaves it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "geo/model/road.h"

namespace pahunch {

enum class TurnEnd : std::uint8_t { kFrom, kTo };

struct RoadVertex {
  std::size_t n_points = 0;  ///< of the line
  std::size_t vertex = 0;
  OneWay one_way = OneWay::kNo;
};

/// The headings that a one-way leaves open to all: of travel that arrives at the vertex (kFrom) or
/// departs from it (kTo). A turn is told only where its roads have one each.
std::vector<Heading> find_turn_headings(const RoadVertex& at, TurnEnd end);

}  // namespace pahunch
