/// \file
/// Closures of a scenario as written: `[[closures]]`.
///
/// \code
///   [[closures]]
///   name = "bridge works"
///   probability = 0.3                      # of a year; 1, the default, is certain
///   line = [[85.10, 25.20], [85.20, 25.30]]
///   within_m = 50                          # of a line; 50 is the default
/// \endcode
///
/// One of `line`, `polygon` (a ring; it need not be closed), `file` (lines and polygons of any OGR
/// source) and `roads` (ids, else names). Places are longitude and latitude. What they name is not
/// looked up here: see planner/study/closures.h.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "geo/base/point.h"
#include "geo/io/toml_table.h"

namespace pahunch {

inline constexpr double kUsualWithin_m = 50;

struct ClosureLine {
  std::vector<LonLat> points;  ///< at least two
  double within_m = kUsualWithin_m;
  friend bool operator==(const ClosureLine&, const ClosureLine&) = default;
};
struct ClosurePolygon {
  std::vector<LonLat> ring;  ///< at least three
  friend bool operator==(const ClosurePolygon&, const ClosurePolygon&) = default;
};
struct ClosureFile {
  std::filesystem::path path;        ///< resolved
  double within_m = kUsualWithin_m;  ///< of its lines
  friend bool operator==(const ClosureFile&, const ClosureFile&) = default;
};
struct ClosureRoads {
  std::vector<std::string> roads;  ///< ids, else names
  friend bool operator==(const ClosureRoads&, const ClosureRoads&) = default;
};

struct ClosureSpec {
  std::string name;  ///< closures of one name shut together
  double probability = 1;
  std::variant<ClosureLine, ClosurePolygon, ClosureFile, ClosureRoads> where;
  friend bool operator==(const ClosureSpec&, const ClosureSpec&) = default;
};

/// Failure: ConfigError for none or two of the kinds, a probability outside 0-1, a place off the
/// earth, too few points, a distance that is negative or belongs to nothing.
std::vector<ClosureSpec> read_closures(const TomlTable& root, const std::filesystem::path& base);

/// As TOML that reads back the same; where there is none, how to write one as a comment.
std::string write_closures(const std::vector<ClosureSpec>& closures);

}  // namespace pahunch
