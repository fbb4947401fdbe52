/// \file
/// The inner loops of the engine, in SIMD chosen at run time for the processor (Highway). All are
/// integer minima of sums, so every instruction set gives the same bits.
///
/// Arrays hold `kLanes` numbers side by side for each slot or rank where `Width::kAllLanes` is
/// asked for, one where `Width::kOne` is. Every number is at most `kFarMs`, before and after.
#pragma once

#include <cstdint>
#include <span>

#include "geo/network/engine/elimination.h"
#include "geo/network/engine/lane_buffer.h"

namespace pahunch::engine {

enum class Width : std::uint8_t { kOne, kAllLanes };

constexpr std::size_t get_n_lanes(Width width) { return width == Width::kOne ? 1 : kLanes; }

/// Weights of slots in both directions; the same array twice when they are equal throughout.
struct SlotWeights {
  Ms* up = nullptr;
  Ms* down = nullptr;
};

/// What lies in the slots of ranks first .. last-1 before elimination: arcs from position
/// `first_arc` of `arc_in_order` on, weights side by side.
struct FreshArcs {
  std::uint32_t first_rank = 0, last_rank = 0;
  std::uint32_t first_arc = 0;
  const Ms* weights = nullptr;
};

/// Gives the slots of those ranks their weights: the least of the arcs and of the ways over one
/// eliminated node below. All lower ranks must be done. `place_of` is scratch, one number a rank.
void customise_ranks(const Elimination& elimination, Width width, const FreshArcs& fresh,
                     std::uint32_t* place_of, SlotWeights weights);

/// Distances, and the labels of the seeds they come from (null: not kept), by rank.
struct Labels {
  Ms* distance = nullptr;
  Ms* label = nullptr;
};

struct UpSweep {
  const Ms* up = nullptr;
  Width weight_width = Width::kAllLanes;  ///< kOne: one metric for all lanes
};

/// Carries labels from each of these ranks (ascending) to its higher ends.
void sweep_up(const Elimination& elimination, Width width, std::span<const std::uint32_t> ranks,
              const UpSweep& sweep, Labels labels);

struct DownSweep {
  const Ms* down = nullptr;
  Width weight_width = Width::kAllLanes;
  const std::uint8_t* started = nullptr;  ///< by rank: labels hold a value; others are set first
};

/// Sets the labels of all eliminated ranks, highest first, from their higher ends.
void sweep_down(const Elimination& elimination, Width width, const DownSweep& sweep, Labels labels);

}  // namespace pahunch::engine
