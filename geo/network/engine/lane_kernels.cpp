#include "geo/network/engine/lane_kernels.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "geo/network/engine/lane_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pahunch::engine::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

template <std::size_t kWidth>
using Tag = hn::CappedTag<Ms, kWidth>;

/// to = min(to, a + b), lane by lane. As `to` is at most kFarMs, it stays so.
template <std::size_t kWidth>
HWY_INLINE void relax(const Ms* a, const Ms* b, Ms* to) {
  const Tag<kWidth> d;
  for (std::size_t i = 0; i < kWidth; i += hn::MaxLanes(d)) {
    const auto sum = hn::Add(hn::Load(d, a + i), hn::Load(d, b + i));
    hn::Store(hn::Min(hn::Load(d, to + i), sum), d, to + i);
  }
}

template <std::size_t kWidth>
HWY_INLINE void fill(Ms value, Ms* to) {
  const Tag<kWidth> d;
  for (std::size_t i = 0; i < kWidth; i += hn::MaxLanes(d)) hn::Store(hn::Set(d, value), d, to + i);
}

template <std::size_t kWidth>
HWY_INLINE void keep_smaller(const Ms* from, Ms* to) {
  const Tag<kWidth> d;
  for (std::size_t i = 0; i < kWidth; i += hn::MaxLanes(d)) {
    hn::Store(hn::Min(hn::Load(d, to + i), hn::Load(d, from + i)), d, to + i);
  }
}

/// Sets the slots of rank u to the weights of its arcs; returns the position after its last arc.
template <std::size_t kWidth, bool kSymmetric>
HWY_INLINE std::uint32_t take_arcs(const Elimination& e, std::uint32_t u, const FreshArcs& fresh,
                                   std::uint32_t arc, SlotWeights weights) {
  for (auto slot = e.first_up[u]; slot < e.first_up[u + 1]; ++slot) {
    fill<kWidth>(kFarMs, weights.up + slot * kWidth);
    if (!kSymmetric) fill<kWidth>(kFarMs, weights.down + slot * kWidth);
  }
  const auto n_arcs = static_cast<std::uint32_t>(e.place_in_order.size());
  for (; arc < n_arcs && e.place_in_order[arc] / 2 < e.first_up[u + 1]; ++arc) {
    const auto place = e.place_in_order[arc];
    Ms* const to = (place % 2 == 0 ? weights.up : weights.down) + place / 2 * kWidth;
    keep_smaller<kWidth>(fresh.weights + (arc - fresh.first_arc) * kWidth, to);
  }
  return arc;
}

/// Relaxes the ways between u and its higher ends over the eliminated node v, whose slot to u is
/// `slot_to_u`.
template <std::size_t kWidth, bool kSymmetric>
HWY_INLINE void relax_over(const Elimination& e, std::uint32_t v, std::uint32_t slot_to_u,
                           const std::uint32_t* place_of, SlotWeights weights) {
  const Ms* const v_to_u = weights.up + slot_to_u * kWidth;
  const Ms* const u_to_v = weights.down + slot_to_u * kWidth;
  for (auto slot = slot_to_u + 1; slot < e.first_up[v + 1]; ++slot) {
    const auto to = place_of[e.up_head[slot]] * kWidth;
    relax<kWidth>(u_to_v, weights.up + slot * kWidth, weights.up + to);
    if (!kSymmetric) relax<kWidth>(v_to_u, weights.down + slot * kWidth, weights.down + to);
  }
}

template <std::size_t kWidth, bool kSymmetric>
void customise(const Elimination& e, const FreshArcs& fresh, std::uint32_t* place_of,
               SlotWeights weights) {
  auto arc = fresh.first_arc;
  for (auto u = fresh.first_rank; u < fresh.last_rank; ++u) {
    arc = take_arcs<kWidth, kSymmetric>(e, u, fresh, arc, weights);
    for (auto slot = e.first_up[u]; slot < e.first_up[u + 1]; ++slot) {
      place_of[e.up_head[slot]] = slot;
    }
    for (auto i = e.first_down[u]; i < e.first_down[u + 1]; ++i) {
      relax_over<kWidth, kSymmetric>(e, e.down_tail[i], e.down_slot[i], place_of, weights);
    }
  }
}

/// The weight of a slot in all lanes: its own in each, or one in all.
template <std::size_t kWidth, std::size_t kWeightWidth>
HWY_INLINE auto load_weight(const Ms* weights, std::size_t slot, std::size_t lane) {
  const Tag<kWidth> d;
  if constexpr (kWeightWidth == kWidth) return hn::Load(d, weights + slot * kWidth + lane);
  if constexpr (kWeightWidth != kWidth) return hn::Set(d, weights[slot]);
}

/// The smaller of two (distance, label) pairs in each lane.
template <class Vector>
HWY_INLINE void keep_nearer(Vector distance, Vector label, Vector& best, Vector& best_label) {
  const auto least = hn::Min(best, distance);
  const auto not_worse = hn::Eq(distance, least);
  const auto as_good = hn::Eq(best, least);
  const auto tied = hn::IfThenElse(as_good, hn::Min(label, best_label), label);
  best_label = hn::IfThenElse(not_worse, tied, best_label);
  best = least;
}

template <std::size_t kWidth, std::size_t kWeightWidth, bool kLabelled>
HWY_INLINE void push(const Ms* up, std::size_t slot, std::size_t from, std::size_t to,
                     const Labels& labels) {
  const Tag<kWidth> d;
  for (std::size_t i = 0; i < kWidth; i += hn::MaxLanes(d)) {
    const auto sum = hn::Add(hn::Load(d, labels.distance + from + i),
                             load_weight<kWidth, kWeightWidth>(up, slot, i));
    auto best = hn::Load(d, labels.distance + to + i);
    if constexpr (kLabelled) {
      auto best_label = hn::Load(d, labels.label + to + i);
      keep_nearer(sum, hn::Load(d, labels.label + from + i), best, best_label);
      hn::Store(best_label, d, labels.label + to + i);
    } else {
      best = hn::Min(best, sum);
    }
    hn::Store(best, d, labels.distance + to + i);
  }
}

template <std::size_t kWidth, std::size_t kWeightWidth, bool kLabelled>
void push_up(const Elimination& e, std::span<const std::uint32_t> ranks, const UpSweep& sweep,
             Labels labels) {
  for (const auto v : ranks) {
    for (auto slot = e.first_up[v]; slot < e.first_up[v + 1]; ++slot) {
      push<kWidth, kWeightWidth, kLabelled>(sweep.up, slot, v * kWidth, e.up_head[slot] * kWidth,
                                            labels);
    }
  }
}

/// Labels of rank v from those of its higher ends, a vector of lanes at a time.
template <std::size_t kWidth, std::size_t kWeightWidth, bool kLabelled>
HWY_INLINE void pull(const Elimination& e, const Ms* down, bool started, std::uint32_t v,
                     Labels labels) {
  const Tag<kWidth> d;
  for (std::size_t i = 0; i < kWidth; i += hn::MaxLanes(d)) {
    const auto at = v * kWidth + i;
    auto best = started ? hn::Load(d, labels.distance + at) : hn::Set(d, kFarMs);
    auto best_label = best;
    if constexpr (kLabelled) {
      best_label = started ? hn::Load(d, labels.label + at) : hn::Set(d, kNone);
    }
    for (auto slot = e.first_up[v]; slot < e.first_up[v + 1]; ++slot) {
      const auto from = e.up_head[slot] * kWidth + i;
      const auto sum = hn::Add(hn::Load(d, labels.distance + from),
                               load_weight<kWidth, kWeightWidth>(down, slot, i));
      if constexpr (kLabelled) {
        keep_nearer(sum, hn::Load(d, labels.label + from), best, best_label);
      } else {
        best = hn::Min(best, sum);
      }
    }
    hn::Store(best, d, labels.distance + at);
    if constexpr (kLabelled) hn::Store(best_label, d, labels.label + at);
  }
}

template <std::size_t kWidth, std::size_t kWeightWidth, bool kLabelled>
void pull_down(const Elimination& e, const DownSweep& sweep, Labels labels) {
  for (auto v = e.n_eliminated; v-- > 0;) {
    pull<kWidth, kWeightWidth, kLabelled>(e, sweep.down, sweep.started[v] != 0, v, labels);
  }
}

void customise_any(const Elimination& e, Width width, const FreshArcs& fresh,
                   std::uint32_t* place_of, SlotWeights weights) {
  const bool symmetric = weights.up == weights.down;
  if (width == Width::kOne) {
    symmetric ? customise<1, true>(e, fresh, place_of, weights)
              : customise<1, false>(e, fresh, place_of, weights);
  } else {
    symmetric ? customise<kLanes, true>(e, fresh, place_of, weights)
              : customise<kLanes, false>(e, fresh, place_of, weights);
  }
}

template <std::size_t kWidth, std::size_t kWeightWidth>
void push_up_any(const Elimination& e, std::span<const std::uint32_t> ranks, const UpSweep& sweep,
                 Labels labels) {
  labels.label != nullptr ? push_up<kWidth, kWeightWidth, true>(e, ranks, sweep, labels)
                          : push_up<kWidth, kWeightWidth, false>(e, ranks, sweep, labels);
}

void sweep_up_any(const Elimination& e, Width width, std::span<const std::uint32_t> ranks,
                  const UpSweep& sweep, Labels labels) {
  if (width == Width::kOne) return push_up_any<1, 1>(e, ranks, sweep, labels);
  sweep.weight_width == Width::kOne ? push_up_any<kLanes, 1>(e, ranks, sweep, labels)
                                    : push_up_any<kLanes, kLanes>(e, ranks, sweep, labels);
}

template <std::size_t kWidth, std::size_t kWeightWidth>
void pull_down_any(const Elimination& e, const DownSweep& sweep, Labels labels) {
  labels.label != nullptr ? pull_down<kWidth, kWeightWidth, true>(e, sweep, labels)
                          : pull_down<kWidth, kWeightWidth, false>(e, sweep, labels);
}

void sweep_down_any(const Elimination& e, Width width, const DownSweep& sweep, Labels labels) {
  if (width == Width::kOne) return pull_down_any<1, 1>(e, sweep, labels);
  sweep.weight_width == Width::kOne ? pull_down_any<kLanes, 1>(e, sweep, labels)
                                    : pull_down_any<kLanes, kLanes>(e, sweep, labels);
}

}  // namespace pahunch::engine::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pahunch::engine {

HWY_EXPORT(customise_any);
HWY_EXPORT(sweep_up_any);
HWY_EXPORT(sweep_down_any);

void customise_ranks(const Elimination& elimination, Width width, const FreshArcs& fresh,
                     std::uint32_t* place_of, SlotWeights weights) {
  HWY_DYNAMIC_DISPATCH(customise_any)(elimination, width, fresh, place_of, weights);
}

void sweep_up(const Elimination& elimination, Width width, std::span<const std::uint32_t> ranks,
              const UpSweep& sweep, Labels labels) {
  HWY_DYNAMIC_DISPATCH(sweep_up_any)(elimination, width, ranks, sweep, labels);
}

void sweep_down(const Elimination& elimination, Width width, const DownSweep& sweep,
                Labels labels) {
  HWY_DYNAMIC_DISPATCH(sweep_down_any)(elimination, width, sweep, labels);
}

}  // namespace pahunch::engine
#endif
