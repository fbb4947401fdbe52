#include "planner/summary/headline.h"

#include <catch2/catch.hpp>

#include "tests/support/drawn_study.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

Headline headline_of(const DrawnStudy& drawn, Assignment assignment = Assignment::kNearest) {
  const auto model = drawn.model();
  return compute_headline({drawn.study, *model, drawn.study.sets, assignment});
}

}  // namespace

TEST_CASE("the headline counts women within each limit under each set") {
  const DrawnStudy drawn;
  const Headline headline = make_headline(drawn.coverage());
  CHECK(headline.limits_min == std::vector<double>{0.5, 1, 2});
  CHECK(headline.limit_index == 1);
  CHECK(headline.total == Women{200, 130});
  REQUIRE(headline.sets.size() == 2);
  CHECK(headline.sets[0].name == "baseline");
  CHECK(headline.sets[0].n_centres == 1);
  CHECK(headline.sets[0].within == std::vector<Women>{{100, 80}, {150, 80}, {180, 110}});
  CHECK(headline.sets[1].n_centres == 2);
  CHECK(headline.sets[1].within == std::vector<Women>{{130, 110}, {180, 110}, {180, 110}});
}

TEST_CASE("the change adds up to everyone at each limit") {
  const DrawnStudy drawn;
  const Headline headline = make_headline(drawn.coverage());
  REQUIRE(headline.change.size() == 3);
  const LimitChange& change = headline.change_at_limit();
  CHECK(change.covered_in_both == Women{150, 80});
  CHECK(change.newly_covered == Women{30, 30});
  CHECK(change.lost == Women{});
  CHECK(change.still_beyond == Women{20, 20});
  for (const LimitChange& at_limit : headline.change) CHECK(at_limit.total() == headline.total);
}

TEST_CASE("each woman is in one class of the ledger") {
  const DrawnStudy drawn;
  const Headline headline = make_headline(drawn.coverage());
  const ReachLedger& ledger = headline.sets[0].ledger;
  CHECK(ledger.reached == Women{180, 110});
  CHECK(ledger.beyond == Women{});
  CHECK(ledger.off_network == Women{20, 20});
  CHECK(ledger.total() == headline.total);
}

TEST_CASE("the times are those of women who have one") {
  const DrawnStudy drawn;
  const TimeStats times = make_headline(drawn.coverage()).sets[0].times;
  CHECK(times.women == 180);
  CHECK(times.mean_min == Approx((50 * 40 + 30 * 80) / 180.0 / 60));
  CHECK(times.median_min == Approx(0));
  CHECK(times.p90_min == Approx(80.0 / 60));
}

TEST_CASE("women whose centre is in another district are counted") {
  const DrawnStudy drawn;
  const Headline headline = make_headline(drawn.coverage());
  CHECK(headline.sets[0].across_border == Women{30, 30});
  CHECK(headline.sets[1].across_border == Women{});
}

TEST_CASE("the headline alone is the same as that of the whole coverage") {
  const DrawnStudy drawn;
  const Headline whole = make_headline(drawn.coverage());
  const Headline alone = headline_of(drawn);
  CHECK(alone.limit_index == whole.limit_index);
  CHECK(alone.total == whole.total);
  CHECK(alone.change == whole.change);
  for (std::size_t set = 0; set < 2; ++set) {
    CHECK(alone.sets[set].within == whole.sets[set].within);
    CHECK(alone.sets[set].ledger == whole.sets[set].ledger);
  }
}

TEST_CASE("with centres of her own district only, the other district waits for its centre") {
  const DrawnStudy drawn;
  const Headline headline = headline_of(drawn, Assignment::kOwnDistrict);
  CHECK(headline.sets[0].within.back() == Women{150, 80});
  CHECK(headline.sets[0].across_border == Women{});
  CHECK(headline.sets[1].within.back() == Women{180, 110});
  CHECK(headline.change.back().newly_covered == Women{30, 30});
}

TEST_CASE("women to whom no centre is open have no way to one, and are not beyond the last limit") {
  const DrawnStudy drawn;
  const SetHeadline today = headline_of(drawn, Assignment::kOwnDistrict).sets[0];
  CHECK(today.ledger.beyond == Women{30, 30});
  CHECK(today.ledger.off_network == Women{20, 20});
  CHECK(count_bands(today) == std::vector<Women>{{100, 80}, {50, 0}, {0, 0}, {0, 0}, {50, 50}});
}

TEST_CASE("the bands add up to everyone") {
  const DrawnStudy drawn;
  for (const SetHeadline& set : make_headline(drawn.coverage()).sets) {
    Women sum;
    for (const Women band : count_bands(set)) sum += band;
    CHECK(sum == set.ledger.total());
  }
}

TEST_CASE("a set that closes a centre loses women") {
  DrawnStudy drawn;
  drawn.study.sets = {{"now", {CentreIdx(0)}}, {"none", {}}};
  const LimitChange change = headline_of(drawn).change_at_limit();
  CHECK(change.lost == Women{150, 80});
  CHECK(change.newly_covered == Women{});
}
