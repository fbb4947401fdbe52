/// \file
/// What sites are chosen for.
///
// clang-format off
/// | kind        | objective                                                      | paper |
/// |-------------|----------------------------------------------------------------|-------|
/// | cover       | most weight within the limit                                   | Church, ReVelle 1974 |
/// | gradual     | most weight times the share that its nearest site's cost earns | Church, Roberts 1983 |
/// | backup      | most weight within the limit of two sites                      | Hogan, ReVelle 1986 |
/// | median      | least sum of weight times cost of the nearest site             | Hakimi 1964 |
/// | centre      | least largest cost of the nearest site                         | Hakimi 1964 |
/// | set-cover   | fewest sites that cover all, or a share of the weight          | Toregas et al. 1971 |
/// | facility    | least fixed costs and weighted costs together                  | Erlenkotter 1978 |
/// | capacitated | median, each point given to sites within their capacities      | Mulvey, Beck 1984 |
/// | room-cover  | most weight within the limit of a site that has room for it    | Current, Storbeck 1988 |
/// | worst-share | least sum of cost of the worst-off share of the weight         | Ogryczak, Zawadzki 2002 |
// clang-format on
///
/// Points of no weight have no say. A limit is inclusive, and for median, centre, facility,
/// capacitated and worst-share a pair beyond it counts as missing. With exactly equal shares and
/// costs the order of ids decides. Of room-cover who is beyond the limit of all open sites takes up
/// no room.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace pahunch {

enum class ObjectiveKind : std::uint8_t {
  kCover,
  kGradual,
  kBackup,
  kMedian,
  kCentre,
  kSetCover,
  kFacility,
  kCapacitated,
  kRoomCover,
  kWorstShare
};

/// A share of the weight counts up to this cost, inclusive.
struct CoverStep {
  double limit = 0;
  double share = 1;
};

/// With capacities: who is given to which open site.
enum class Giving : std::uint8_t {
  kWhole,   ///< each point whole to one, whichever is best in all
  kSplit,   ///< in any parts to several, whichever are best in all
  kNearest  ///< whole to the nearest; a choice that overfills a site is none
};

/// By what costs are multiplied; loads and covered weight are always the weight.
enum class Weighing : std::uint8_t { kWeight, kEachOnce };

struct SitingObjective {
  ObjectiveKind kind = ObjectiveKind::kCover;
  double limit = std::numeric_limits<double>::infinity();
  std::vector<CoverStep> steps = {};  ///< gradual only: limits rise, shares fall within 0 .. 1
  double target = 1;                  ///< set-cover only: share of the total weight to cover
  double worst = 0.1;                 ///< worst-share only: the share of the weight that counts
  Weighing weighing = Weighing::kWeight;
  Giving giving = Giving::kWhole;

  [[nodiscard]] bool is_maximum() const {
    return kind == ObjectiveKind::kCover || kind == ObjectiveKind::kGradual ||
           kind == ObjectiveKind::kBackup || kind == ObjectiveKind::kRoomCover;
  }
  [[nodiscard]] bool has_capacities() const {
    return kind == ObjectiveKind::kCapacitated || kind == ObjectiveKind::kRoomCover;
  }
};

/// Least weight that a set covering to this share covers: the smallest whole number that is not
/// below target x total, so that 0.9 of 10 is 9 although 0.9 is no exact double.
std::int64_t target_weight(double target, std::int64_t total);

/// The worst-off weight that counts: at least one unit, else rounded as a target.
std::int64_t worst_weight(double share, std::int64_t total);

/// Share of the weight that a cost earns: 1 or 0 for cover; of the first step that holds it.
double share_at(const SitingObjective& objective, double cost);

/// Throws UsageError for steps that do not rise and fall, a target outside 0 .. 1, a worst share
/// that is not above 0 and up to 1, a negative limit.
void check_objective(const SitingObjective& objective);

}  // namespace pahunch
