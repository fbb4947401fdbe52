#include "sim/monte_carlo/centre_neighbours.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace pahunch;

namespace {

/// Minutes from each of six centres to each open one; -1: no way.
TimeRows make_rows(const std::vector<std::vector<int>>& to_open) {
  TimeRows rows;
  for (const auto& from_each : to_open) {
    auto& row = rows.emplace_back();
    for (const int minutes : from_each) {
      row.push_back(minutes < 0 ? TravelTime::unreachable() : TravelTime::from_minutes(minutes));
    }
  }
  return rows;
}

std::vector<SiteIdx> sites(const std::vector<std::size_t>& numbers) {
  return {numbers.begin(), numbers.end()};
}

std::vector<std::size_t> list_centres(const std::vector<CentreOption>& options) {
  std::vector<std::size_t> list;
  for (const CentreOption& option : options) list.push_back(option.centre.value());
  return list;
}

}  // namespace

TEST_CASE("a full centre sends on to the nearest, its own first and ties by number") {
  const CentreNeighbours neighbours(sites({0, 2, 4}), make_rows({{0, 9, 30, 9, 20, 9},  // to 0
                                                                 {30, 9, 0, 9, 20, 9},  // to 2
                                                                 {20, 9, 20, 9, 0, 9}}));
  CHECK(list_centres(neighbours.options_from(SiteIdx(0), {})) == std::vector<std::size_t>{0, 4, 2});
  CHECK(list_centres(neighbours.options_from(SiteIdx(2), {})) == std::vector<std::size_t>{2, 4, 0});
  CHECK(list_centres(neighbours.options_from(SiteIdx(4), {})) == std::vector<std::size_t>{4, 0, 2});
}

TEST_CASE("a neighbour is as far as the centre is, and the way between them") {
  const CentreNeighbours neighbours(sites({0, 1}), make_rows({{0, 25}, {40, 0}}));
  const auto options = neighbours.options_from(SiteIdx(0), TravelTime::from_minutes(10));
  REQUIRE(options.size() == 2);
  CHECK(options[0].travel_ms == 10 * kMinuteMs);
  CHECK(options[1].travel_ms == 50 * kMinuteMs);  // from 0 to 1: 40 minutes, not the 25 back
}

TEST_CASE("her own centre comes first, although another stands on the same spot") {
  const CentreNeighbours neighbours(sites({0, 1}), make_rows({{0, 0}, {0, 0}}));
  CHECK(list_centres(neighbours.options_from(SiteIdx(1), {})) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("a centre is its own option even where no road leads to it") {
  const CentreNeighbours neighbours(sites({0, 1}), make_rows({{-1, 5}, {5, -1}}));
  CHECK(list_centres(neighbours.options_from(SiteIdx(0), {})) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("centres without a way between them do not send on to each other") {
  const CentreNeighbours neighbours(sites({0, 1}), make_rows({{0, -1}, {-1, 0}}));
  CHECK(list_centres(neighbours.options_from(SiteIdx(0), {})) == std::vector<std::size_t>{0});
}

TEST_CASE("who cannot reach her centre has no option, and too long a way is none") {
  const CentreNeighbours neighbours(sites({0, 1}), make_rows({{0, 5}, {5, 0}}));
  CHECK(neighbours.options_from(SiteIdx(0), TravelTime::unreachable()).empty());
  const auto longest = neighbours.options_from(SiteIdx(0), TravelTime(TravelTime::kMaxMs));
  CHECK(list_centres(longest) == std::vector<std::size_t>{0});
}

TEST_CASE("the nearest four are kept, and centres that are not open have none") {
  const std::vector<int> row = {5, 4, 3, 2, 1, 0};
  const CentreNeighbours neighbours(sites({0, 1, 2, 3, 4}), make_rows({row, row, row, row, row}));
  CHECK(list_centres(neighbours.options_from(SiteIdx(4), {})) ==
        std::vector<std::size_t>{4, 0, 1, 2});
  CHECK(neighbours.options_from(SiteIdx(5), {}).empty());
}
