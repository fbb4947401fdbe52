#include "geo/network/isochrone/time_grid.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "geo/base/parallel.h"
#include "geo/network/isochrone/road_samples.h"

namespace pahunch {
namespace {

using Bits = std::uint32_t;  ///< one a band

/// A square of the grid, by its south-west corner.
struct Square {
  std::uint32_t x = 0, y = 0;
};

GridFrame make_frame(const Box& box, double cell_m) {
  const double coarse_m = kCoarse * cell_m;
  const auto n_coarse = [&](double from, double to) {
    return static_cast<std::uint32_t>(std::ceil((to - from) / coarse_m));
  };
  // On a lattice of the CRS, so that the grid does not move with the farthest road.
  const Xy origin{std::floor(box.min_x_m / coarse_m) * coarse_m,
                  std::floor(box.min_y_m / coarse_m) * coarse_m};
  return {origin, cell_m, n_coarse(origin.x_m, box.max_x_m) * kCoarse + 1,
          n_coarse(origin.y_m, box.max_y_m) * kCoarse + 1};
}

Box find_box(const GridRequest& request, std::span<const RoadSample> roads) {
  Box box;
  for (const RoadSample& sample : roads) box.extend(sample.at);
  for (const Xy site : request.sites) {
    if (site.valid()) box.extend(site);
  }
  return box.empty() ? box : box.grown(request.reach_m + 2 * kCoarse * request.cell_m);
}

/// Asks the field at a coarse grid, then at ever finer ones where bands meet.
class GridMaker {
 public:
  GridMaker(const GridRequest& request, const GridFrame& frame, std::vector<RoadSample> roads)
      : request_(request), roads_(std::move(roads)), known_(frame.n_corners(), 0) {
    grid_.frame = frame;
    grid_.ms.assign(frame.n_corners(), TimeGrid::kNever);
  }

  TimeGrid make(Progress& progress) {
    std::vector<Square> squares = ask_coarse(progress);
    for (std::uint32_t step = kCoarse; step > 1; step /= 2) {
      squares = refine(squares, step, progress);
    }
    for (const auto& [square, step] : plain_) fill(square, step);
    clear_border();
    return std::move(grid_);
  }

 private:
  [[nodiscard]] Bits band(double ms) const {
    Bits bit = 1;
    for (const TravelTime limit : request_.limits) {
      if (ms <= limit.ms()) break;
      bit <<= 1U;
    }
    return bit;
  }
  [[nodiscard]] std::size_t at(const Square& square, std::uint32_t dx, std::uint32_t dy) const {
    return grid_.frame.index(square.x + dx, square.y + dy);
  }
  [[nodiscard]] std::uint32_t n_squares_x(std::uint32_t step) const {
    return (grid_.frame.n_x - 1) / step;
  }
  [[nodiscard]] std::uint32_t n_squares_y(std::uint32_t step) const {
    return (grid_.frame.n_y - 1) / step;
  }
  [[nodiscard]] std::size_t square_of(Xy at, std::uint32_t step) const {
    const GridFrame& frame = grid_.frame;
    const double size_m = frame.cell_m * step;
    const auto x = static_cast<std::size_t>((at.x_m - frame.origin.x_m) / size_m);
    const auto y = static_cast<std::size_t>((at.y_m - frame.origin.y_m) / size_m);
    return y * n_squares_x(step) + x;
  }

  /// The bands of the roads in each square.
  [[nodiscard]] std::vector<Bits> road_bands(std::uint32_t step) const {
    std::vector<Bits> bands(std::size_t{n_squares_x(step)} * n_squares_y(step), 0);
    for (const RoadSample& sample : roads_) bands[square_of(sample.at, step)] |= band(sample.ms);
    return bands;
  }

  /// Coarse squares that are within reach of a reached road or a site.
  [[nodiscard]] std::vector<char> find_near() const {
    const auto n_x = static_cast<std::int64_t>(n_squares_x(kCoarse));
    const auto n_y = static_cast<std::int64_t>(n_squares_y(kCoarse));
    std::vector<char> near(static_cast<std::size_t>(n_x * n_y), 0);
    for (const RoadSample& sample : roads_) near[square_of(sample.at, kCoarse)] = 1;
    for (const Xy site : request_.sites) {
      if (site.valid()) near[square_of(site, kCoarse)] = 1;
    }
    const auto radius =
        static_cast<std::int64_t>(std::ceil(request_.reach_m / (kCoarse * grid_.frame.cell_m)));
    const auto spread = [&](std::int64_t n, std::int64_t stride, auto index) {
      const std::vector<char> before = near;
      for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] == 0) continue;
        const std::int64_t here = index(static_cast<std::int64_t>(i));
        for (std::int64_t to = std::max<std::int64_t>(0, here - radius);
             to <= std::min(n - 1, here + radius); ++to) {
          near[static_cast<std::size_t>(static_cast<std::int64_t>(i) + (to - here) * stride)] = 1;
        }
      }
    };
    spread(n_x, 1, [n_x](std::int64_t i) { return i % n_x; });
    spread(n_y, n_x, [n_x](std::int64_t i) { return i / n_x; });
    return near;
  }

  std::vector<Square> ask_coarse(Progress& progress) {
    const std::vector<char> near = find_near();
    std::vector<Square> squares;
    for (std::uint32_t y = 0; y < n_squares_y(kCoarse); ++y) {
      for (std::uint32_t x = 0; x < n_squares_x(kCoarse); ++x) {
        if (near[std::size_t{y} * n_squares_x(kCoarse) + x] == 0) continue;
        squares.push_back({x * kCoarse, y * kCoarse});
        for (const std::uint32_t dy : {0U, kCoarse}) {
          for (const std::uint32_t dx : {0U, kCoarse}) want(squares.back(), dx, dy);
        }
      }
    }
    ask(progress);
    return squares;
  }

  /// Splits squares in which bands meet; the others are left to be filled.
  std::vector<Square> refine(const std::vector<Square>& squares, std::uint32_t step,
                             Progress& progress) {
    const std::vector<Bits> roads = road_bands(step);
    const std::uint32_t half = step / 2;
    std::vector<Square> finer;
    for (const Square& square : squares) {
      Bits bands = roads[std::size_t{square.y / step} * n_squares_x(step) + square.x / step];
      for (const std::uint32_t dy : {0U, step}) {
        for (const std::uint32_t dx : {0U, step}) bands |= band(grid_.ms[at(square, dx, dy)]);
      }
      if ((bands & (bands - 1)) == 0) {
        plain_.emplace_back(square, step);
        continue;
      }
      for (const std::uint32_t dy : {0U, half, step}) {
        for (const std::uint32_t dx : {0U, half, step}) want(square, dx, dy);
      }
      for (const std::uint32_t dy : {0U, half}) {
        for (const std::uint32_t dx : {0U, half}) finer.push_back({square.x + dx, square.y + dy});
      }
    }
    ask(progress);
    return finer;
  }

  void want(const Square& square, std::uint32_t dx, std::uint32_t dy) {
    const std::size_t corner = at(square, dx, dy);
    if (known_[corner] != 0) return;
    known_[corner] = 1;
    wanted_.push_back({square.x + dx, square.y + dy});
  }

  void ask(Progress& progress) {
    constexpr std::size_t kGrain = 256;
    progress.begin("measuring isochrones", wanted_.size());
    for_each_in_parallel((wanted_.size() + kGrain - 1) / kGrain, [&](std::size_t task) {
      const std::size_t end = std::min(wanted_.size(), (task + 1) * kGrain);
      for (std::size_t i = task * kGrain; i != end; ++i) ask_one(wanted_[i]);
      progress.advance(end - task * kGrain);
    });
    wanted_.clear();
  }

  void ask_one(const Square& corner) {
    const TravelTime time = request_.field.time_at(grid_.frame.at(corner.x, corner.y));
    grid_.ms[at(corner, 0, 0)] = time.reachable() ? time.ms() : TimeGrid::kNever;
  }

  void fill(const Square& square, std::uint32_t step) {
    const auto value = [&](std::uint32_t dx, std::uint32_t dy) {
      return static_cast<double>(grid_.ms[at(square, dx, dy)]);
    };
    const double sw = value(0, 0), se = value(step, 0), nw = value(0, step), ne = value(step, step);
    if (std::max({sw, se, nw, ne}) > request_.limits.back().ms()) return;
    for (std::uint32_t dy = 0; dy <= step; ++dy) {
      for (std::uint32_t dx = 0; dx <= step; ++dx) {
        const std::size_t corner = at(square, dx, dy);
        if (known_[corner] != 0) continue;
        known_[corner] = 1;
        const double right = static_cast<double>(dx) / step;
        const double up = static_cast<double>(dy) / step;
        const double south = sw + (se - sw) * right;
        const double north = nw + (ne - nw) * right;
        grid_.ms[corner] = static_cast<std::uint32_t>(south + (north - south) * up);
      }
    }
  }

  void clear_border() {
    const GridFrame& frame = grid_.frame;
    for (std::uint32_t y = 0; y < frame.n_y; ++y) {
      for (std::uint32_t x = 0; x < frame.n_x; ++x) {
        const bool inner = x > 0 && y > 0 && x + 1 < frame.n_x && y + 1 < frame.n_y;
        if (!inner) grid_.ms[frame.index(x, y)] = TimeGrid::kNever;
      }
    }
  }

  const GridRequest& request_;
  std::vector<RoadSample> roads_;
  TimeGrid grid_;
  std::vector<char> known_;
  std::vector<Square> wanted_;                           ///< corners to be asked next
  std::vector<std::pair<Square, std::uint32_t>> plain_;  ///< squares of one band, with their size
};

std::vector<RoadSample> sample_roads(const GridRequest& request, double spacing_m) {
  return sample_reached_roads(request.field, request.network, request.limits.back(), spacing_m);
}

}  // namespace

double count_corners(const GridRequest& request) {
  constexpr double kSpacing_m = 1000;
  const Box box = find_box(request, sample_roads(request, kSpacing_m));
  if (box.empty()) return 0;
  const double area_m2 = (box.max_x_m - box.min_x_m) * (box.max_y_m - box.min_y_m);
  return area_m2 / (request.cell_m * request.cell_m);
}

TimeGrid make_time_grid(const GridRequest& request, Progress& progress) {
  auto roads = sample_roads(request, request.cell_m / 2);
  const Box box = find_box(request, roads);
  if (box.empty()) return {};
  return GridMaker(request, make_frame(box, request.cell_m), std::move(roads)).make(progress);
}

}  // namespace pahunch
