#include "sim/monte_carlo/missing_months.h"

#include <catch2/catch.hpp>

#include "tests/sim/monte_carlo/given_priors.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// August was never seen; elsewhere it would be wet.
struct UnseenAugust {
  SimulatedWorld world;
  GivenPriors given{world};
  UnseenAugust() {
    given.flood.calendar.months[7] = {};
    given.flood.prior.dry_level = {0.4, 0.3, 0.5, "given: wet"};
  }
};

}  // namespace

TEST_CASE("months that no year shows are found") {
  const UnseenAugust unseen;
  CHECK(find_missing_months(unseen.given.flood.calendar) == std::vector<std::size_t>{7});
}

TEST_CASE("the other reading takes a tenth of the years or less, where there are enough") {
  CHECK(choose_reading_size({25, 40}).n_draws == 10);
  CHECK(choose_reading_size({25, 40}).n_years_per_draw == 2);
  for (const std::uint64_t years : {80U, 400U, 1000U, 5000U}) {
    const ExperimentSize size = choose_reading_size({years / 8, 8});
    CHECK(2 * size.n_draws * size.n_years_per_draw <= years / 10);
  }
  CHECK(choose_reading_size({2, 2}).n_draws == 2);
}

TEST_CASE("unseen months as dry never serve fewer, draw by draw, on the same replicates") {
  const UnseenAugust unseen;
  SilentProgress silent;
  const auto found = compare_readings(unseen.world.get(), unseen.given.priors, {4, 3}, silent);
  REQUIRE(found.readings.size() == 2);
  CHECK(found.readings[0].rule == UnobservedMonths::kPrior);
  CHECK(found.readings[1].rule == UnobservedMonths::kDry);
  double more = 0;
  for (std::size_t set = 0; set < 2; ++set) {
    const auto &prior = found.readings[0].not_served[set], &dry = found.readings[1].not_served[set];
    REQUIRE(prior.size() == 4);
    for (std::size_t draw = 0; draw < 4; ++draw) more += prior[draw] - dry[draw];
    CHECK(found.readings[0].underserved[set].size() == 4);
  }
  CHECK(more > 0);
}

TEST_CASE("where every month was seen both readings are the same") {
  const SimulatedWorld world;
  const GivenPriors given(world);
  SilentProgress silent;
  const auto found = compare_readings(world.get(), given.priors, {2, 2}, silent);
  CHECK(found.months.empty());
  CHECK(found.readings[0].not_served == found.readings[1].not_served);
  CHECK(found.readings[0].underserved == found.readings[1].underserved);
}
