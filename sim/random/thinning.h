/// \file
/// Whether a thing happens: one uniform number of an entity decides at any probability.
///
///     const Thinning reporting({.seed = seed, .replicate = r, .purpose = Purpose::kReporting,
///                               .entity = entity_key(settlement, ordinal)});
///     if (reporting.keeps(p_today)) …
///     if (reporting.keeps(p_planned)) …  // holds whenever the first does and p did not fall
///
/// What is kept at a lower probability is kept at every higher one, so that the cases under one
/// set of centres contain those under a set that reports less.
#pragma once

#include <cassert>

#include "sim/random/random_stream.h"

namespace pahunch {

class Thinning {
 public:
  /// One draw of the stream of the key.
  explicit Thinning(const StreamKey& key) : level_(RandomStream(key).uniform()) {}
  /// One draw: `Thinning(random).keeps(p)` is a Bernoulli trial.
  explicit Thinning(RandomStream& random) : level_(random.uniform()) {}

  /// True with probability p (to 2^-52): never at 0, always at 1. Precondition: 0 <= p <= 1.
  [[nodiscard]] bool keeps(double p) const {
    assert(p >= 0 && p <= 1);
    return level_ < p;
  }
  /// The least probability at which it is not kept.
  [[nodiscard]] double level() const { return level_; }

 private:
  double level_;
};

}  // namespace pahunch
