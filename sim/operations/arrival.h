/// \file
/// Cases as they come to the centres, in order of time.
#pragma once

#include <cstdint>
#include <span>

#include "geo/model/centre.h"
#include "geo/model/operations.h"
#include "sim/operations/clock.h"

namespace pahunch {

/// A centre that a woman may turn to, and how far she lives from it.
struct CentreOption {
  CentreIdx centre;
  TimeMs travel_ms = 0;  ///< one way, on the network of her day
};

struct CaseArrival {
  /// Who she is: `entity_key(settlement key, ordinal)`. All draws of the case hang on it.
  std::uint64_t key = 0;
  TimeMs called_at = 0;  ///< the call; of a walk-in, when she sets out
  Channel channel = Channel::kWalkIn;
  /// In order of preference, at least one; the first is the centre whose case she becomes. Must
  /// live until the run ends (one list serves all cases of a settlement and road state).
  std::span<const CentreOption> options = {};
};

/// Hands out cases one by one, `called_at` never decreasing, so that a run needs no list of them.
class ArrivalSource {
 public:
  ArrivalSource() = default;
  ArrivalSource(const ArrivalSource&) = delete;
  ArrivalSource& operator=(const ArrivalSource&) = delete;
  virtual ~ArrivalSource() = default;
  /// The next case, valid until the next call; null when there are no more.
  virtual const CaseArrival* next() = 0;
};

/// The cases of a list.
class ListedArrivals : public ArrivalSource {
 public:
  explicit ListedArrivals(std::span<const CaseArrival> arrivals) : arrivals_(arrivals) {}
  const CaseArrival* next() override {
    return at_ < arrivals_.size() ? &arrivals_[at_++] : nullptr;
  }

 private:
  std::span<const CaseArrival> arrivals_;
  std::size_t at_ = 0;
};

/// A woman who might come at some time: she waits in the lines like any other and takes up nothing,
/// so that she changes nothing for the others.
struct ProbeArrival {
  TimeMs at = 0;
  std::span<const CentreOption> options = {};  ///< as of a case
};

}  // namespace pahunch
