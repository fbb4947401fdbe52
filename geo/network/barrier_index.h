/// \file
/// Does a leg off the road cross a river or a railway?
///
/// A leg is blocked when it has any point in common with a barrier other than the place where it
/// begins: touching counts as crossing, but a village drawn right on the river line may still walk
/// away from it to either side. Plane geometry, in the working CRS.
///
/// Immutable, thread-safe. A query costs O(log n + barrier pieces near the leg).
#pragma once

#include <memory>

#include "geo/base/point.h"
#include "geo/model/road.h"

namespace pahunch {

class BarrierIndex {
 public:
  explicit BarrierIndex(const BarrierLayer& layer);
  ~BarrierIndex();

  [[nodiscard]] bool blocks(Xy place, Xy to) const;

 private:
  struct Tree;
  std::unique_ptr<const Tree> tree_;
};

}  // namespace pahunch
