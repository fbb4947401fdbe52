/// \file
/// Roads streamed into a GeoPackage that `dataset.toml` can name: one layer `roads` in EPSG:4326.
///
/// Coordinates are written as given (OpenStreetMap's seven decimals stay exact), since roads meet
/// where they share a vertex. Memory does not grow with the number of roads.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/point.h"

namespace pahunch {

/// A row of the layer; texts as `read_roads` understands them, "" for null.
struct RoadRow {
  std::string id, name, road_class, surface, one_way;
  std::optional<double> speed_km_h, speed_limit_km_h;
  bool bridge = false;
  std::string access, one_way_exempt, season;
  std::vector<LonLat> line;
};

class RoadWriter {
 public:
  /// Throws DataError when the file cannot be made.
  explicit RoadWriter(const std::filesystem::path& file);
  RoadWriter(const RoadWriter&) = delete;
  RoadWriter& operator=(const RoadWriter&) = delete;
  ~RoadWriter();

  void add(const RoadRow& row);
  /// Ends the file. Throws DataError when anything could not be written.
  void finish();
  [[nodiscard]] std::int64_t n_rows() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pahunch
