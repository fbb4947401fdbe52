/// \file
/// Shapes from text, in the manner of WKT: "0 0, 10 0, 10 10, 0 10" is a ring (closed for you).
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "geo/model/area.h"
#include "geo/model/shape.h"

namespace pahunch::test {

/// Points as written, nothing closed.
inline Polyline line(const std::string& text) {
  std::istringstream stream(text);
  Polyline points;
  Xy p;
  while (stream >> p.x_m >> p.y_m) {
    points.push_back(p);
    stream.ignore(1, ',');
  }
  return points;
}

inline Ring ring(const std::string& text) {
  auto points = line(text);
  if (!points.empty() && points.front() != points.back()) points.push_back(points.front());
  return points;
}

inline MultiPolygon shape(const std::string& outer, const std::vector<std::string>& holes = {}) {
  Polygon polygon{ring(outer), {}};
  for (const auto& hole : holes) polygon.holes.push_back(ring(hole));
  return {polygon};
}

/// Areas "A", "B", … with these outer rings.
inline AreaLayer areas(AreaLevel level, const std::vector<std::string>& outers) {
  AreaLayer layer{level, false, {}};
  for (const auto& outer : outers) {
    const std::string id(1, static_cast<char>('A' + layer.areas.size()));
    layer.areas.push_back({id, id, AreaIdx(), shape(outer), 0});
  }
  return layer;
}

}  // namespace pahunch::test
