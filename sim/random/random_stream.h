/// \file
/// Random streams: counter-based, keyed by what the number is for.
///
/// A stream is a pure function of (seed, replicate, purpose, entity): it does not depend on the
/// thread, the order or the machine it is drawn on, nor on which other streams are drawn from.
///
///     RandomStream random({.seed = 20260118, .purpose = Purpose::kMoranPermutation});
///     const std::uint64_t k = random.uniform_index(6);  // 0 … 5
///
/// Generator: Philox4x32-10 (Salmon et al. 2011, Random123). The 128-bit counter is the number of
/// the block of draws (64 bits) and the entity (64 bits); the 64-bit key is the first half of one
/// Philox block of (replicate, purpose) under the seed. A stream has 2^65 draws of 64 bits.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pahunch {

/// What a number is drawn for. Values are part of every result: never renumber, only add.
enum class Purpose : std::uint32_t {
  kMoranPermutation = 1,
  kGetisOrdPermutation = 2,
  // floods and roads
  kFloodYear = 10,      ///< the year effect
  kFloodMonth = 11,     ///< the common effect of a month
  kFloodResidual = 12,  ///< what is a block's own
  kFloodDuration = 13,  ///< days within a month
  kFloodResample = 14,  ///< the observed year that is drawn again
  kLinkClosure = 15,
  kBridgeLoss = 16,
  kCentreClosure = 17,
  kPlannedClosure = 18,  ///< a planner's own closure with a probability
  // demand
  kLatentNeed = 30,  ///< cases of a settlement
  kNeedYear = 31,    ///< extra variation of a district's year
  kReporting = 32,   ///< whether a case is reported
  kChannel = 33,
  kCaseTime = 34,
  kCentreChoice = 35,
  // operations
  kService = 50,  ///< the length of a step
  kRoute = 51,    ///< which step follows
  kStaff = 52,
  kVehicle = 53,
  kVirtualArrival = 54,
  // parameters, designs and statistics
  kParameter = 70,
  kDesign = 71,
  kBootstrap = 72,
  // siting
  kSiteList = 90,     ///< a list of sites that fits what is announced
  kFloodMoment = 91,  ///< the moment of a year whose roads are a draw
  kSitePlace = 92,    ///< where a site stands within what is known of its place
  kSiteSwap = 93,     ///< which site of a choice is tried in the place of which
};

/// 64 bits of a data identity (a settlement's or block's id), so that a stream belongs to the thing
/// and not to its row. FNV-1a with a final mix.
std::uint64_t entity_key(std::string_view id);
/// The key of a thing's numbered part: a case of a settlement, a step of a case.
std::uint64_t entity_key(std::uint64_t whole, std::uint64_t ordinal);

struct StreamKey {
  std::uint64_t seed = 0;
  std::uint64_t replicate = 0;
  Purpose purpose = Purpose::kMoranPermutation;
  std::uint64_t entity = 0;
};

/// All streams of one purpose in one replicate: opening one of many costs half as much.
class StreamFamily {
 public:
  StreamFamily(std::uint64_t seed, std::uint64_t replicate, Purpose purpose);

 private:
  friend class RandomStream;
  std::array<std::uint32_t, 2> philox_key_{};
};

class RandomStream {
 public:
  explicit RandomStream(const StreamKey& key);
  /// The same stream as by its key.
  RandomStream(const StreamFamily& family, std::uint64_t entity)
      : philox_key_(family.philox_key_), entity_(entity) {}

  /// 64 random bits; one draw.
  std::uint64_t next_bits();
  /// Uniform on {0, …, n - 1} without bias (Lemire 2019); one draw, and rarely more. Precondition:
  /// n > 0.
  std::uint64_t uniform_index(std::uint64_t n);
  /// Uniform on the open interval (0, 1): the midpoints of 2^52 equal cells; one draw.
  double uniform();
  /// Draws so far, those that were rejected among them.
  [[nodiscard]] std::uint64_t n_draws() const { return n_draws_; }

 private:
  void refill();

  std::array<std::uint32_t, 2> philox_key_{};
  std::uint64_t entity_;
  std::uint64_t n_draws_ = 0;
  std::array<std::uint64_t, 2> block_{};
};

}  // namespace pahunch
