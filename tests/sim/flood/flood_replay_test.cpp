#include "sim/flood/flood_replay.h"

#include <catch2/catch.hpp>

#include <map>

#include "geo/base/error.h"
#include "sim/flood/flood_statistics.h"
#include "tests/sim/flood/flood_cases.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

TEST_CASE("a replay has the observed fractions and says that closures are drawn") {
  const FloodReplay replay = replay_month(get_bundled_floods(), {2021, 8});
  const auto& blocks = get_bundled_floods().blocks;
  CHECK(get_share_above(replay.frac, blocks, kWet_frac) == Approx(0.512).margin(0.001));
  CHECK(replay.n_unobserved == 1);
  CHECK_THAT(replay.note, Contains("as observed in 2021-08") && Contains("is drawn") &&
                              Contains("Blocks without an observation: 1"));
}

TEST_CASE("October 2024 can be replayed, a month that nobody saw cannot") {
  CHECK(replay_month(get_bundled_floods(), {2024, 10}).frac.size() == 534);
  CHECK_THROWS_AS(replay_month(get_bundled_floods(), {2023, 7}), ConfigError);
  CHECK_THROWS_WITH(replay_month(get_bundled_floods(), {2023, 7}),
                    Contains("2023-07 was not observed") && Contains("2023-08, 2023-09"));
}

TEST_CASE("a year of a replay has the month's floods and is dry else") {
  const FloodReplay replay{.month = {2021, 8}, .frac = {0.5, 0.25}};
  const FloodYear year = make_replay_year(replay, 0.4);
  CHECK(year.flooded_days_frac == 0.4);
  for (std::size_t month = 0; month < kMonths; ++month) {
    const auto frac = year.month(month);
    const std::vector<double> expected = month == 7 ? replay.frac : std::vector<double>{0, 0};
    CHECK(std::vector<double>(frac.begin(), frac.end()) == expected);
  }
}

TEST_CASE("the baseline draws whole observed years, each about as often") {
  const FloodTable& table = get_bundled_floods();
  std::map<double, int> count;
  for (std::uint64_t r = 0; r < 400; ++r) {
    const FloodYear year = resample_year(table, 1, r);
    ++count[get_share_above(year.month(7), table.blocks, kWet_frac)];
    CHECK(get_share_above(year.month(0), table.blocks, 0) == 0);
  }
  CHECK(count.size() == 4);  // the Augusts of four years
  for (const auto& [share, n] : count) CHECK(n > 60);
}
