/// \file
/// A quick answer to "does this place lie in the study area?" for millions of places.
///
/// Rings in degrees, even-odd rule (holes are rings too), edges straight in degrees. The edges are
/// sorted into bands of latitude, so that a question looks at the few edges of one band. Places on
/// the boundary may fall either way.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "geo/base/point.h"

namespace pahunch::osm {

class AreaMask {
 public:
  explicit AreaMask(const std::vector<std::vector<LonLat>>& rings);

  [[nodiscard]] bool contains(LonLat at) const;
  [[nodiscard]] bool empty() const { return edges_.empty(); }

 private:
  struct Edge {
    LonLat from, to;
  };
  [[nodiscard]] std::size_t band_of(double lat) const;

  std::vector<Edge> edges_;
  std::vector<std::vector<std::uint32_t>> bands_;
  double south_ = 0, north_ = 0;
};

/// The polygons of a layer that OGR reads, as one shape grown by `margin_km` on the ground (in the
/// UTM zone of its middle: within 0.2% across a state). `layer` "" for the only one. Throws
/// DataError when the file cannot be read, has no CRS or no polygon.
AreaMask read_area_mask(const std::filesystem::path& file, const std::string& layer,
                        double margin_km);

}  // namespace pahunch::osm
