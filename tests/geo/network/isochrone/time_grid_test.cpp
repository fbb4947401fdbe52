// The refined grid against one that asks at every corner.
#include "geo/network/isochrone/time_grid.h"

#include <catch2/catch.hpp>

#include "tests/geo/network/isochrone/random_field.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

std::vector<Xy> open_points(const RandomField& f) {
  std::vector<Xy> points;
  for (const SiteIdx site : f.open) points.push_back(f.sites[site.value()]);
  return points;
}

std::size_t band_of(std::uint32_t ms, const std::vector<TravelTime>& limits) {
  std::size_t band = 0;
  while (band < limits.size() && ms > limits[band].ms()) ++band;
  return band;
}

const std::vector<TravelTime> kGridLimits = {TravelTime(300'000), TravelTime(900'000)};

}  // namespace

TEST_CASE(
    "a refined grid puts nearly every corner in its true band, and times near a limit exactly") {
  std::size_t n_corners = 0, n_wrong = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const RandomField f(seed);
    const TravelInputs inputs = f.inputs();
    const TravelField field(inputs, f.options, f.open);
    const auto sites = open_points(f);
    SilentProgress silent;
    const TimeGrid grid = make_time_grid({field, f.network, sites, kGridLimits, 25, 3100}, silent);
    for (std::uint32_t y = 1; y + 1 < grid.frame.n_y; ++y) {
      for (std::uint32_t x = 1; x + 1 < grid.frame.n_x; ++x) {
        const TravelTime exact = field.time_at(grid.frame.at(x, y));
        const std::uint32_t exact_ms = exact.reachable() ? exact.ms() : TimeGrid::kNever;
        const std::uint32_t ms = grid.ms[grid.frame.index(x, y)];
        ++n_corners;
        if (band_of(ms, kGridLimits) != band_of(exact_ms, kGridLimits)) ++n_wrong;
        if (x % kCoarse == 0 && y % kCoarse == 0 && exact <= kGridLimits.back())
          CHECK(ms == exact_ms);
      }
    }
  }
  CHECK(n_corners > 30'000);
  CHECK(static_cast<double>(n_wrong) < 0.005 * static_cast<double>(n_corners));
}

TEST_CASE("the border of a grid is never reached, and sites lie inside it") {
  const RandomField f(3);
  const TravelInputs inputs = f.inputs();
  const TravelField field(inputs, f.options, f.open);
  const auto sites = open_points(f);
  SilentProgress silent;
  const TimeGrid grid = make_time_grid({field, f.network, sites, kGridLimits, 50, 3100}, silent);
  const GridFrame& frame = grid.frame;
  for (std::uint32_t x = 0; x < frame.n_x; ++x) {
    CHECK(grid.ms[frame.index(x, 0)] == TimeGrid::kNever);
    CHECK(grid.ms[frame.index(x, frame.n_y - 1)] == TimeGrid::kNever);
  }
  const Xy last = frame.at(frame.n_x - 1, frame.n_y - 1);
  for (const Xy site : sites) {
    CHECK(site.x_m > frame.origin.x_m);
    CHECK(site.y_m > frame.origin.y_m);
    CHECK(site.x_m < last.x_m);
    CHECK(site.y_m < last.y_m);
  }
}

TEST_CASE("without sites and roads there is no grid") {
  const RandomField f(1);
  const TravelInputs inputs = f.inputs();
  const TravelField field(inputs, f.options, {});
  SilentProgress silent;
  CHECK(make_time_grid({field, f.network, {}, kGridLimits, 25, 1000}, silent).ms.empty());
}
