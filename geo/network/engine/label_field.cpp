#include "geo/network/engine/label_field.h"

#include <algorithm>

namespace pahunch::engine {

LabelField::LabelField(const Elimination& elimination, Width width, Answer answer)
    : elimination_(elimination),
      n_lanes_(get_n_lanes(width)),
      distance_(elimination.n_nodes() * n_lanes_),
      label_(answer == Answer::kDistance ? 0 : distance_.size()),
      started_(elimination.n_nodes(), 0) {}

void LabelField::start(const SeedTable& seeds) {
  for (const auto* touched : {&touched_low_, &touched_core_}) {
    for (const auto rank : *touched) started_[rank] = 0;
  }
  touched_low_.clear();
  touched_core_.clear();
  for (std::size_t i = 0; i < seeds.size(); ++i) {
    const auto rank = elimination_.rank_of[seeds.node(i)];
    touch_chain(rank);
    for (std::size_t lane = 0; lane < n_lanes_; ++lane) {
      const auto at = rank * n_lanes_ + lane;
      const auto start = seeds.starts(i)[lane];
      Ms& distance = distance_.data()[at];
      if (label_.size() > 0 && start < kFarMs) {
        auto& label = label_.data()[at];
        if (start < distance) label = seeds.label(i);
        if (start == distance) label = std::min(label, seeds.label(i));
      }
      distance = std::min(distance, start);
    }
  }
  std::sort(touched_low_.begin(), touched_low_.end());
}

void LabelField::touch(std::uint32_t rank) {
  started_[rank] = 1;
  (rank < elimination_.n_eliminated ? touched_low_ : touched_core_).push_back(rank);
  set_far(rank);
}

void LabelField::set_far(std::uint32_t rank) {
  std::fill_n(distance_.data() + rank * n_lanes_, n_lanes_, kFarMs);
  if (label_.size() > 0) std::fill_n(label_.data() + rank * n_lanes_, n_lanes_, kNone);
}

void LabelField::start_core() {
  for (auto rank = elimination_.n_eliminated; rank < elimination_.n_nodes(); ++rank) {
    if (started_[rank] == 0) set_far(rank);
  }
}

/// Touches the rank and all above it. In the core the ranks next to an eliminated one are the end.
void LabelField::touch_chain(std::uint32_t rank) {
  const auto& e = elimination_;
  while (rank != kNone && started_[rank] == 0) {
    touch(rank);
    if (rank >= e.n_eliminated) return;
    for (auto slot = e.first_up[rank]; slot < e.first_up[rank + 1]; ++slot) {
      const auto high = e.up_head[slot];
      if (high >= e.n_eliminated && started_[high] == 0) touch(high);
    }
    rank = e.parent(rank);
  }
}

}  // namespace pahunch::engine
