#include "geo/network/engine/slot_metric.h"

#include <algorithm>

namespace pahunch::engine {
namespace {

constexpr std::uint32_t kBlockArcs = 256;  // weights of 16 metrics then fit the first-level cache

/// The position after the last arc whose slot belongs to a rank below `end_rank`.
std::uint32_t find_arc_end(const Elimination& e, std::uint32_t arc, std::uint32_t end_rank) {
  const auto slot_end = e.first_up[end_rank];
  while (arc < e.place_in_order.size() && e.place_in_order[arc] / 2 < slot_end) ++arc;
  return arc;
}

constexpr std::size_t kAhead = 16;  // rows fetched early from an array of weights

}  // namespace

FillWeights take_weights(std::span<const Ms> weight_of_arc) {
  return [weight_of_arc](std::span<const std::uint32_t> arcs, Ms* out) {
    for (std::size_t i = 0; i < arcs.size(); ++i) out[i] = weight_of_arc[arcs[i]];
  };
}

FillWeights take_lane_weights(std::span<const Ms> weights_of_arc) {
  return [weights_of_arc](std::span<const std::uint32_t> arcs, Ms* out) {
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      // Arcs are asked for in an order of their own, which no processor foresees.
      if (i + kAhead < arcs.size()) {
        __builtin_prefetch(weights_of_arc.data() + arcs[i + kAhead] * kLanes);
      }
      std::copy_n(weights_of_arc.data() + arcs[i] * kLanes, kLanes, out + i * kLanes);
    }
  };
}

SlotMetric::SlotMetric(const Elimination& elimination, Width width, Symmetry symmetry)
    : elimination_(elimination),
      width_(width),
      symmetry_(symmetry),
      up_(elimination.n_slots() * get_n_lanes(width)),
      down_(symmetry == Symmetry::kSymmetric ? 0 : up_.size()),
      place_of_(elimination.n_nodes()) {}

void SlotMetric::customise(const FillWeights& fill) {
  const auto n_lanes = get_n_lanes(width_);
  const auto arcs = std::span(elimination_.arc_in_order);
  const SlotWeights weights{up_.data(),
                            symmetry_ == Symmetry::kSymmetric ? up_.data() : down_.data()};
  LaneBuffer block(kBlockArcs * n_lanes);
  std::uint32_t first_arc = 0;
  for (std::uint32_t rank = 0; rank < elimination_.n_nodes();) {
    auto end_rank = rank + 1;
    auto end_arc = find_arc_end(elimination_, first_arc, end_rank);
    while (end_rank < elimination_.n_nodes() && end_arc - first_arc < kBlockArcs / 2) {
      end_arc = find_arc_end(elimination_, end_arc, ++end_rank);
    }
    const auto n_arcs = end_arc - first_arc;
    if (n_arcs * n_lanes > block.size()) block = LaneBuffer(n_arcs * n_lanes);
    fill(arcs.subspan(first_arc, n_arcs), block.data());
    customise_ranks(elimination_, width_, {rank, end_rank, first_arc, block.data()},
                    place_of_.data(), weights);
    rank = end_rank;
    first_arc = end_arc;
  }
}

}  // namespace pahunch::engine
