#include "geo/network/engine/core_kernel.h"

#include <algorithm>
#include <bit>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "geo/network/engine/core_kernel.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pahunch::engine::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Offers the label of one node, plus a weight, to another; true when it is taken in any lane.
HWY_INLINE bool offer(const Ms* weight, std::size_t from, std::size_t to, const Labels& labels) {
  const hn::CappedTag<Ms, kLanes> d;
  bool taken = false;
  for (std::size_t i = 0; i < kLanes; i += hn::MaxLanes(d)) {
    const auto sum = hn::Add(hn::Load(d, labels.distance + from + i), hn::Load(d, weight + i));
    const auto label = hn::Load(d, labels.label + from + i);
    const auto best = hn::Load(d, labels.distance + to + i);
    const auto best_label = hn::Load(d, labels.label + to + i);
    // Sums at or past kFarMs reach nothing, so they must not pass on their labels either.
    const auto near = hn::Lt(sum, hn::Set(d, kFarMs));
    const auto tied = hn::And(hn::Eq(sum, best), hn::Lt(label, best_label));
    const auto better = hn::And(near, hn::Or(hn::Lt(sum, best), tied));
    if (hn::AllFalse(d, better)) continue;
    taken = true;
    hn::Store(hn::IfThenElse(better, sum, best), d, labels.distance + to + i);
    hn::Store(hn::IfThenElse(better, label, best_label), d, labels.label + to + i);
  }
  return taken;
}

HWY_INLINE const Ms* get_weight(const CoreWork& work, std::uint32_t arc) {
  const auto place = work.core.place[arc];
  return (place % 2 == 0 ? work.up : work.down) + place / 2 * kLanes;
}

HWY_INLINE void scan(const CoreWork& work, std::uint32_t v, Labels labels) {
  const auto& core = work.core;
  // Where an offer is refused the processor has already run ahead the wrong way; weights that it
  // then missed are fetched here.
  for (auto arc = core.first_arc[v]; arc < core.first_arc[v + 1]; ++arc) {
    __builtin_prefetch(get_weight(work, arc));
  }
  for (auto arc = core.first_arc[v]; arc < core.first_arc[v + 1]; ++arc) {
    const Ms* const weight = get_weight(work, arc);
    const auto to = core.head[arc];
    if (offer(weight, v * kLanes, to * kLanes, labels)) {
      work.waiting[to / 64] |= std::uint64_t{1} << (to % 64);
    }
  }
}

/// Scans what waits in one word of the bitmap, ascending, once; returns the number of scans.
HWY_INLINE std::uint64_t scan_word(const CoreWork& work, std::size_t word, Labels labels) {
  std::uint64_t n_scans = 0;
  std::uint64_t ahead = ~std::uint64_t{0};
  while (const auto waiting = work.waiting[word] & ahead) {
    const auto bit = static_cast<std::uint32_t>(std::countr_zero(waiting));
    const auto mask = std::uint64_t{1} << bit;
    work.waiting[word] &= ~mask;
    ahead = ~(mask | (mask - 1));
    scan(work, static_cast<std::uint32_t>(word) * 64 + bit, labels);
    ++n_scans;
  }
  return n_scans;
}

std::uint64_t correct_all(const CoreWork& work, Labels labels) {
  constexpr std::size_t kBlockWords = 16;  // 1024 nodes: their labels fill an eighth of L2
  std::uint64_t n_scans = 0;
  std::uint64_t before_pass = 0;
  do {
    before_pass = n_scans;
    for (std::size_t begin = 0; begin < work.waiting.size(); begin += kBlockWords) {
      const auto end = std::min(begin + kBlockWords, work.waiting.size());
      std::uint64_t before_round = 0;
      do {
        before_round = n_scans;
        for (auto word = begin; word < end; ++word) n_scans += scan_word(work, word, labels);
        if (n_scans > work.max_scans) return n_scans;
      } while (n_scans != before_round);
    }
  } while (n_scans != before_pass);
  return n_scans;
}

}  // namespace pahunch::engine::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pahunch::engine {

HWY_EXPORT(correct_all);

std::uint64_t correct_core_labels(const CoreWork& work, Labels labels) {
  return HWY_DYNAMIC_DISPATCH(correct_all)(work, labels);
}

}  // namespace pahunch::engine
#endif
