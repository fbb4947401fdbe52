/// \file
/// The study area: the union of the finest areas of a dataset; which places lie in it, and why a
/// layer that lies elsewhere probably does.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "geo/io/projection.h"
#include "geo/model/area_index.h"

namespace pahunch {

/// Not for use by two threads at once. The layer must outlive it.
class StudyArea {
 public:
  StudyArea(const AreaLayer& finest, const Projection& projection);

  [[nodiscard]] const AreaLayer& layer() const { return layer_; }
  [[nodiscard]] const AreaIndex& index() const { return index_; }
  [[nodiscard]] const Projection& projection() const { return projection_; }
  /// Within `km` of an area; an invalid point is nowhere.
  [[nodiscard]] bool is_near(Xy at, double km) const;
  /// Within the box of all areas, for a guess only.
  [[nodiscard]] bool is_in_box(LonLat at) const;

 private:
  const AreaLayer& layer_;
  const Projection& projection_;
  AreaIndex index_;
  Box box_;
};

/// Counts the places of a layer inside and outside, and refuses the layer when more than half of
/// them are outside: that is a wrong CRS or swapped coordinates, not some stray rows.
class OutsideTally {
 public:
  explicit OutsideTally(const StudyArea& area) : area_(area) {}
  void count_inside() { ++n_inside_; }
  void count_outside(LonLat at);
  /// Throws DataError with the likely cause. `where` names the layer.
  void check(const std::string& layer, const std::string& where) const;

 private:
  [[nodiscard]] std::string get_cause() const;
  [[nodiscard]] std::string get_hint() const;

  const StudyArea& area_;
  std::uint64_t n_inside_ = 0, n_outside_ = 0;
  std::uint64_t n_swapped_ = 0;     ///< inside when the coordinates are exchanged
  std::uint64_t n_no_degrees_ = 0;  ///< beyond 180 or 90: metres, perhaps
  std::uint64_t n_zero_ = 0;        ///< at 0, 0
  LonLat example_;
};

}  // namespace pahunch
