/// \file
/// Road maps drawn as text.
///
/// \code
///   A---B>>>C      letters and '+': where roads meet; a cell is 100 m wide and high, north is up
///   |   :   "      - |  road      . :  track (class "track")      = "  bridge
///   D===E...F      > < ^ v  road that is one-way
///     ~~~~         ~ !  barrier, along a row or down a column; goes on under a bridge
///   1      2       digits: positions without a road
/// \endcode
///
/// Each stretch between two letters is one road, of class "road" unless drawn otherwise. The top
/// left cell is (0, 0).
#pragma once

#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "geo/model/road.h"

namespace pahunch::test {

inline constexpr double kCell_m = 100;

struct RoadMap {
  RoadLayer roads;
  BarrierLayer barriers;
  std::map<char, Xy> at;  ///< letters and digits
};

namespace road_map_detail {

/// The drawing turned so that a stretch to be read always runs to the right.
class Canvas {
 public:
  explicit Canvas(std::string_view text) {
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) rows_.push_back(line);
    while (!rows_.empty() && rows_.front().empty()) rows_.erase(rows_.begin());
  }

  [[nodiscard]] char get(std::size_t row, std::size_t column) const {
    const auto [r, c] = turned_ ? std::pair(column, row) : std::pair(row, column);
    return r < rows_.size() && c < rows_[r].size() ? rows_[r][c] : ' ';
  }
  [[nodiscard]] Xy at(std::size_t row, std::size_t column) const {
    const auto [r, c] = turned_ ? std::pair(column, row) : std::pair(row, column);
    return {static_cast<double>(c) * kCell_m, -static_cast<double>(r) * kCell_m};
  }
  [[nodiscard]] std::size_t n() const {
    std::size_t most = rows_.size();
    for (const std::string& row : rows_) most = std::max(most, row.size());
    return most;
  }
  void turn() { turned_ = !turned_; }
  [[nodiscard]] bool turned() const { return turned_; }

 private:
  std::vector<std::string> rows_;
  bool turned_ = false;
};

inline bool is_junction(char c) { return c == '+' || (c >= 'A' && c <= 'Z'); }

inline Road make_road(char drawn, bool turned) {
  Road road;
  road.road_class = drawn == (turned ? ':' : '.') ? "track" : "road";
  road.bridge = drawn == (turned ? '"' : '=');
  if (drawn == (turned ? 'v' : '>')) road.one_way = OneWay::kForward;
  if (drawn == (turned ? '^' : '<')) road.one_way = OneWay::kBackward;
  return road;
}

inline void read_stretches(const Canvas& canvas, RoadMap& map) {
  const std::string signs = canvas.turned() ? "|:\"v^" : "-.=><";
  for (std::size_t row = 0; row < canvas.n(); ++row) {
    for (std::size_t column = 0; column < canvas.n(); ++column) {
      const char drawn = canvas.get(row, column + 1);
      if (!is_junction(canvas.get(row, column)) || signs.find(drawn) == std::string::npos) continue;
      std::size_t end = column + 1;
      while (canvas.get(row, end) == drawn) ++end;
      if (!is_junction(canvas.get(row, end))) throw std::invalid_argument("a road ends nowhere");
      Road road = make_road(drawn, canvas.turned());
      road.id = std::to_string(map.roads.roads.size());
      road.line = {canvas.at(row, column), canvas.at(row, end)};
      road.segment_m = {static_cast<double>(end - column) * kCell_m};
      map.roads.roads.push_back(road);
    }
  }
}

inline void read_barriers(const Canvas& canvas, RoadMap& map) {
  const char drawn = canvas.turned() ? '!' : '~';
  const char over = canvas.turned() ? '=' : '"';
  for (std::size_t row = 0; row < canvas.n(); ++row) {
    for (std::size_t column = 0; column < canvas.n(); ++column) {
      if (canvas.get(row, column) != drawn) continue;
      std::size_t end = column;
      while (canvas.get(row, end + 1) == drawn || canvas.get(row, end + 1) == over) ++end;
      map.barriers.barriers.push_back(
          {"river", BarrierKind::kRiver, {canvas.at(row, column), canvas.at(row, end)}});
      column = end;
    }
  }
}

}  // namespace road_map_detail

inline RoadMap parse_road_map(std::string_view text) {
  RoadMap map;
  road_map_detail::Canvas canvas(text);
  for (std::size_t row = 0; row < canvas.n(); ++row) {
    for (std::size_t column = 0; column < canvas.n(); ++column) {
      const char c = canvas.get(row, column);
      if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) map.at[c] = canvas.at(row, column);
    }
  }
  for (int turn = 0; turn < 2; ++turn, canvas.turn()) {
    road_map_detail::read_stretches(canvas, map);
    road_map_detail::read_barriers(canvas, map);
  }
  return map;
}

}  // namespace pahunch::test
