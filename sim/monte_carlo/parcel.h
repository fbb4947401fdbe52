/// \file
/// A parcel: some replicate years of one parameter draw, the unit in which an experiment is worked
/// off, kept and found again.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "sim/monte_carlo/draw_result.h"

namespace pahunch {

struct Parcel {
  std::uint64_t draw = 0;
  std::uint64_t first_year = 0;  ///< within the draw
  std::uint64_t n_years = 0;
  friend auto operator<=>(const Parcel&, const Parcel&) = default;
};

/// Where finished parcels outlive the program. Both functions may be called from several threads.
class ParcelStore {
 public:
  ParcelStore() = default;
  ParcelStore(const ParcelStore&) = delete;
  ParcelStore& operator=(const ParcelStore&) = delete;
  virtual ~ParcelStore() = default;

  virtual bool contains(const Parcel& parcel) = 0;
  /// The same numbers as were kept, to the last bit; none where the parcel is not there.
  virtual std::optional<DrawResult> find(const Parcel& parcel) = 0;
  virtual void keep(const Parcel& parcel, const DrawResult& result) = 0;
};

/// Keeps nothing.
class NoStore final : public ParcelStore {
 public:
  bool contains(const Parcel& /*parcel*/) override { return false; }
  std::optional<DrawResult> find(const Parcel& /*parcel*/) override { return std::nullopt; }
  void keep(const Parcel& /*parcel*/, const DrawResult& /*result*/) override {}
};

}  // namespace pahunch
