#include "geo/base/parallel.h"

#include <tbb/global_control.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <numeric>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace pahunch;

namespace {

std::vector<int> count_turns(std::size_t n, std::size_t grain) {
  std::vector<int> turns(n, 0);
  for_each_in_parallel(
      n, [&](std::size_t i) { ++turns[i]; }, grain);
  return turns;
}

}  // namespace

TEST_CASE("every turn is taken once, whatever the grain") {
  for (const std::size_t n : {0U, 1U, 2U, 17U, 1000U}) {
    for (const std::size_t grain : {1U, 3U, 5000U}) {
      CHECK(count_turns(n, grain) == std::vector<int>(n, 1));
    }
  }
}

TEST_CASE("a loop within a loop takes all its turns") {
  std::vector<std::vector<int>> cells(7, std::vector<int>(11, 0));
  for_each_in_parallel(cells.size(), [&](std::size_t row) {
    for_each_in_parallel(cells[row].size(), [&](std::size_t column) { ++cells[row][column]; });
  });
  CHECK(cells == std::vector<std::vector<int>>(7, std::vector<int>(11, 1)));
}

TEST_CASE("what a turn throws comes out of the loop") {
  std::atomic<int> n_turns{0};
  const auto turn = [&](std::size_t i) {
    ++n_turns;
    if (i == 5) throw std::runtime_error("turn 5");
  };
  CHECK_THROWS_WITH(for_each_in_parallel(10, turn), "turn 5");
  CHECK(n_turns >= 1);
  CHECK(n_turns <= 10);
}

TEST_CASE("what was written before a loop is seen in it, and what it writes is seen after it") {
  std::vector<std::size_t> squares(500);
  std::iota(squares.begin(), squares.end(), std::size_t{0});
  for_each_in_parallel(squares.size(), [&](std::size_t i) { squares[i] *= squares[i]; });
  for (std::size_t i = 0; i < squares.size(); ++i) REQUIRE(squares[i] == i * i);
}

TEST_CASE("with one thread allowed the loop stays on this one") {
  const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
  std::vector<std::thread::id> ran_on(64);
  for_each_in_parallel(ran_on.size(),
                       [&](std::size_t i) { ran_on[i] = std::this_thread::get_id(); });
  CHECK(std::set(ran_on.begin(), ran_on.end()) == std::set{std::this_thread::get_id()});
}
