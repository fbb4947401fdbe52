/// \file
/// Which area a place is in: prepared point-in-polygon behind an STR tree.
///
/// A place on a border that two areas share belongs to the one with the smaller index. Distances
/// are planar in the working CRS. Not for use by two threads at once: GEOS prepares shapes when
/// they are first asked. The layer must outlive the index.
///
/// Cost: building O(n log n); a question O(log n) plus O(log vertices) for each candidate.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "geo/model/area.h"

namespace pahunch {

class AreaIndex {
 public:
  explicit AreaIndex(const AreaLayer& layer);
  AreaIndex(const AreaIndex&) = delete;
  AreaIndex& operator=(const AreaIndex&) = delete;
  ~AreaIndex();

  /// The area that covers a valid point.
  [[nodiscard]] std::optional<AreaIdx> find(Xy at) const;
  /// The area nearest to a valid point, at most `within_m` away (inclusive).
  [[nodiscard]] std::optional<AreaIdx> find_nearest(Xy at, double within_m) const;
  /// Distance of a valid point to an area; 0 inside.
  [[nodiscard]] double get_distance_m(AreaIdx area, Xy at) const;
  /// The area that shares most surface with a valid shape.
  [[nodiscard]] std::optional<AreaIdx> find_most_shared(const MultiPolygon& shape) const;
  /// True when some area lies within `within_m` (inclusive) of a line of valid points.
  [[nodiscard]] bool is_near(std::span<const Xy> line, double within_m) const;

 private:
  struct Shapes;
  std::unique_ptr<Shapes> shapes_;
};

/// Gives each area of `children` without a parent the one it shares most surface with. Those that
/// touch none stay without.
void assign_parents(AreaLayer& children, const AreaLayer& parents);

}  // namespace pahunch
