#include "geo/network/road_state.h"

#include <catch2/catch.hpp>

#include "tests/support/random_problem.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("a changed time is rounded to the millisecond, and does not overflow") {
  CHECK(change_time(TravelTime(1001), 384) == TravelTime(1502));
  CHECK(change_time(TravelTime(7), kDryTime_x256) == TravelTime(7));
  CHECK(change_time(TravelTime(TravelTime::kMaxMs), kDryTime_x256) ==
        TravelTime(TravelTime::kMaxMs));
  CHECK_FALSE(change_time(TravelTime(TravelTime::kMaxMs), 257).reachable());
  CHECK_FALSE(change_time(TravelTime::unreachable(), 300).reachable());
  CHECK_FALSE(change_time(TravelTime(5), kLinkClosed).reachable());
}

TEST_CASE("a closed link has no way and no time, and others keep theirs") {
  const RandomProblem p(3);
  const Metric base = make_metric(p.network, p.options.profile, Season::kDry);
  const LinkIdx link(0);
  REQUIRE(base.link_time[link].reachable());
  const Metric slowed = apply_state({.links = {{link, 512}}}, base);
  CHECK(slowed.link_time[link].ms() == 2 * base.link_time[link].ms());
  CHECK(slowed.link_time[LinkIdx(1)] == base.link_time[LinkIdx(1)]);
  const Metric closed = apply_state({.links = {{link, kLinkClosed}}}, base);
  CHECK_FALSE(closed.link_time[link].reachable());
  CHECK_FALSE(closed.ways[link].forward);
  CHECK_FALSE(closed.ways[link].backward);
}

TEST_CASE("a state takes away the attachments to closed links and no others") {
  SilentProgress silent;
  const RandomProblem p(3);
  const Metric metric = make_metric(p.network, p.options.profile, Season::kDry);
  const RoadAccess base = find_road_access(p.inputs(), {p.options.profile, metric, false}, silent);
  std::size_t attached = 0;
  while (base.places.of(attached).empty()) ++attached;
  const LinkIdx closed = base.places.of(attached).front().link;
  const RoadAccess left = apply_state({.links = {{closed, kLinkClosed}}}, p.network, base);
  std::size_t n_lost = 0;
  for (std::size_t place = 0; place < p.places.size(); ++place) {
    n_lost += base.places.of(place).size() - left.places.of(place).size();
    for (const Attachment& at : left.places.of(place)) CHECK(at.link != closed);
    for (const Attachment& at : base.places.of(place)) n_lost -= at.link == closed ? 1U : 0U;
  }
  CHECK(n_lost == 0);
  CHECK(left.places.of(attached).size() + 1 == base.places.of(attached).size());
}
