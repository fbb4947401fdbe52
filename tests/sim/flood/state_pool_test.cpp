#include "sim/flood/state_pool.h"

#include <catch2/catch.hpp>

using namespace pahunch;

namespace {

RoadState make_state(const std::vector<std::pair<std::size_t, std::uint16_t>>& changes) {
  RoadState state;
  for (const auto& [link, time] : changes) state.links.push_back({LinkIdx(link), time});
  return state;
}

}  // namespace

TEST_CASE("equal states have one hash, others another") {
  const RoadState state = make_state({{1, 0}, {5, 300}});
  CHECK(hash_state(state) == hash_state(make_state({{1, 0}, {5, 300}})));
  CHECK(hash_state(state) != hash_state(make_state({{1, 0}, {5, 301}})));
  CHECK(hash_state(state) != hash_state(make_state({{1, 0}, {6, 300}})));
  CHECK(hash_state(state) != hash_state(make_state({{1, 0}})));
  RoadState lost = state;
  lost.lost = {SiteIdx(5)};
  CHECK(hash_state(state) != hash_state(lost));
}

TEST_CASE("a pool keeps each distinct state once, the dry one first") {
  StatePool pool;
  CHECK(pool.add({}) == StateIdx(0));
  const StateIdx wet = pool.add(make_state({{1, 0}}));
  CHECK(wet == StateIdx(1));
  CHECK(pool.add(make_state({{1, 300}})) == StateIdx(2));
  CHECK(pool.add(make_state({{1, 0}})) == wet);
  CHECK(pool.add({}) == StateIdx(0));
  CHECK(pool.size() == 3);
  CHECK(pool[wet] == make_state({{1, 0}}));
}

TEST_CASE("closed links replace what they were and keep the order") {
  RoadState state = make_state({{2, 300}, {4, 400}, {9, 0}});
  close_links({LinkIdx(1), LinkIdx(4), LinkIdx(11)}, state);
  CHECK(state == make_state({{1, 0}, {2, 300}, {4, 0}, {9, 0}, {11, 0}}));
  close_links({}, state);
  CHECK(state.links.size() == 5);
}
