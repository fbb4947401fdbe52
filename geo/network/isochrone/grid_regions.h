/// \file
/// The connected parts of the corners inside, and of those outside, a grid.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/network/isochrone/time_grid.h"

namespace pahunch {

/// One a corner: 1 inside, 0 outside.
using CornerMask = std::vector<char>;

/// Sets the parts of the outside that hold fewer corners than `min_corners` inside. Parts hang
/// together across the corners of cells too (8 neighbours), as the outside of a saddle does.
void fill_small_holes(const GridFrame& frame, std::uint64_t min_corners, CornerMask& inside);

/// The part of each corner inside, from 0 in the order of their first corners; parts hang together
/// along the sides of cells (4 neighbours). `kNoRegion` outside.
inline constexpr std::uint32_t kNoRegion = 0xFFFFFFFFU;
std::vector<std::uint32_t> label_regions(const GridFrame& frame, const CornerMask& inside);

}  // namespace pahunch
