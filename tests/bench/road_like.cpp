#include "tests/bench/road_like.h"

#include <cmath>

namespace pahunch::bench {
namespace {

constexpr double kSpacing_m = 100;
constexpr std::uint32_t kMainRoadEvery = 16;
constexpr double kStreet_ms_a_m = 120;  // 30 km/h
constexpr double kMainRoad_ms_a_m = 40;

/// 0 to 1, by the numbers of a node and of what is drawn there.
double draw(std::uint64_t seed, std::uint64_t node, std::uint64_t what) {
  return static_cast<double>(mix(mix(seed, what), node) >> 11) * 0x1p-53;
}

enum What : std::uint64_t { kX, kY, kRight, kDown };

class RoadLike {
 public:
  RoadLike(std::uint32_t side, std::uint64_t seed) : side_(side), seed_(seed) {}

  void build() {
    for (std::uint32_t y = 0; y < side_; ++y) {
      for (std::uint32_t x = 0; x < side_; ++x) {
        const auto v = y * side_ + x;
        at.push_back({(x + 0.6 * draw(seed_, v, kX)) * kSpacing_m,
                      (y + 0.6 * draw(seed_, v, kY)) * kSpacing_m});
      }
    }
    for (std::uint32_t y = 0; y < side_; ++y) {
      for (std::uint32_t x = 0; x < side_; ++x) {
        const auto v = y * side_ + x;
        if (x + 1 < side_) add_street(v, v + 1, kRight, y % kMainRoadEvery == 0);
        if (y + 1 < side_) add_street(v, v + side_, kDown, x % kMainRoadEvery == 0);
      }
    }
  }

  std::vector<Xy> at;
  std::vector<engine::Arc> arcs;
  std::vector<engine::Ms> weight;

 private:
  void add_street(std::uint32_t a, std::uint32_t b, What what, bool main_road) {
    const double lot = draw(seed_, a, what);
    if (!main_road && lot > 0.66) return;
    const double length_m = planar_distance_m(at[a], at[b]);
    const auto ms = static_cast<engine::Ms>(
        std::lround(length_m * (main_road ? kMainRoad_ms_a_m : kStreet_ms_a_m)));
    add(a, b, ms);
    if (main_road || lot > 0.055) add(b, a, ms);
  }
  void add(std::uint32_t tail, std::uint32_t head, engine::Ms ms) {
    arcs.push_back({tail, head});
    weight.push_back(ms);
  }

  std::uint32_t side_;
  std::uint64_t seed_;
};

}  // namespace

BenchGraph make_road_like(std::uint32_t n_nodes, std::uint64_t seed) {
  RoadLike roads(static_cast<std::uint32_t>(std::lround(std::sqrt(n_nodes))), seed);
  roads.build();
  auto result = build_bench_graph("road-like", static_cast<std::uint32_t>(roads.at.size()),
                                  roads.arcs, roads.weight);
  result.at = std::move(roads.at);
  return result;
}

}  // namespace pahunch::bench
