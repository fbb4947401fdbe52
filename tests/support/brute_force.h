/// \file
/// Slow and plain answers that the fast ones are held against.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <tuple>
#include <vector>

#include "geo/network/detail/segment_math.h"
#include "geo/network/link_index.h"
#include "geo/network/travel_model.h"

namespace pahunch::test {

/// Do the insides of two segments cross? Solved by Cramer's rule.
inline bool lines_cross(Xy a, Xy b, Xy c, Xy d) {
  const double rx = b.x_m - a.x_m, ry = b.y_m - a.y_m;
  const double sx = d.x_m - c.x_m, sy = d.y_m - c.y_m;
  const double cross = rx * sy - ry * sx;
  if (cross == 0) return false;
  const double t = ((c.x_m - a.x_m) * sy - (c.y_m - a.y_m) * sx) / cross;
  const double u = ((c.x_m - a.x_m) * ry - (c.y_m - a.y_m) * rx) / cross;
  return t > 0 && t <= 1 && u >= 0 && u <= 1;
}

inline bool crosses_any(const BarrierLayer& barriers, Xy from, Xy to) {
  for (const Barrier& barrier : barriers.barriers) {
    for (std::size_t i = 0; i + 1 < barrier.line.size(); ++i) {
      if (lines_cross(from, to, barrier.line[i], barrier.line[i + 1])) return true;
    }
  }
  return false;
}

struct BruteSnap {
  const Network& network;
  const Ground& ground;
  const BarrierLayer* barriers = nullptr;
  std::size_t attachments = 3;
  double max_access_m = 5000;
};

/// Every piece of every link is looked at.
inline std::vector<Attachment> find_nearest_by_force(const BruteSnap& snap,
                                                     const std::vector<LinkIdx>& links, Xy place) {
  std::vector<Attachment> best_of_links;
  for (const LinkIdx link : links) {
    const auto line = snap.network.geometry(link);
    const auto along = snap.network.along(link);
    std::vector<Attachment> seen;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      const auto on = detail::project(place, {line[i], line[i + 1]});
      const double at_m =
          on.frac == 1 ? along[i + 1] : along[i] + on.frac * (along[i + 1] - along[i]);
      const double length_m = snap.network.length_m[link];
      const double off_m = snap.ground.distance_m(place, on.at);
      if (off_m > snap.max_access_m) continue;
      if (snap.barriers != nullptr && crosses_any(*snap.barriers, place, on.at)) continue;
      seen.push_back({link, length_m > 0 ? at_m / length_m : 0, on.at, off_m});
    }
    const auto nearer = [](const Attachment& a, const Attachment& b) {
      return std::tie(a.off_road_m, a.frac) < std::tie(b.off_road_m, b.frac);
    };
    if (!seen.empty()) best_of_links.push_back(*std::min_element(seen.begin(), seen.end(), nearer));
  }
  std::stable_sort(
      best_of_links.begin(), best_of_links.end(),
      [](const Attachment& a, const Attachment& b) { return a.off_road_m < b.off_road_m; });
  if (best_of_links.size() > snap.attachments) best_of_links.resize(snap.attachments);
  return best_of_links;
}

/// All-pairs shortest times (Floyd-Warshall) over a graph that grows by names.
class ArcTable {
 public:
  static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max() / 4;

  std::size_t add_node() {
    for (auto& row : ms_) row.push_back(kNever);
    ms_.emplace_back(ms_.size() + 1, kNever);
    ms_.back().back() = 0;
    return ms_.size() - 1;
  }
  void add_arc(std::size_t from, std::size_t to, std::uint64_t ms) {
    ms_[from][to] = std::min(ms_[from][to], ms);
  }
  void add_both(std::size_t a, std::size_t b, std::uint64_t ms) {
    add_arc(a, b, ms);
    add_arc(b, a, ms);
  }
  void close() {
    for (std::size_t k = 0; k < ms_.size(); ++k) {
      for (std::size_t i = 0; i < ms_.size(); ++i) {
        for (std::size_t j = 0; j < ms_.size(); ++j) {
          ms_[i][j] = std::min(ms_[i][j], ms_[i][k] + ms_[k][j]);
        }
      }
    }
  }
  [[nodiscard]] std::uint64_t get(std::size_t from, std::size_t to) const { return ms_[from][to]; }

 private:
  std::vector<std::vector<std::uint64_t>> ms_;
};

}  // namespace pahunch::test
