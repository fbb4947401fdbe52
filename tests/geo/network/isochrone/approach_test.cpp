// Parts of one link within a limit, worked by hand; and against sampling.
#include "geo/network/approach.h"

#include <catch2/catch.hpp>

#include "tests/support/random_roads.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

using Parts = std::vector<LinkPart>;

/// A link that takes 100 s.
constexpr Approach kFromStart{0, 100'000, 0, 1};
constexpr Approach kFromEnd{130'000, -100'000, 0, 1};  ///< its end is reached after 30 s

Parts parts_of(const std::vector<Approach>& approaches, std::uint32_t limit_ms) {
  return find_reached_parts(approaches, TravelTime(limit_ms));
}

}  // namespace

TEST_CASE("a link is cut where the time is the limit") {
  CHECK(parts_of({kFromStart}, 50'000) == Parts{{0, 0.5}});
  CHECK(parts_of({kFromEnd}, 50'000) == Parts{{0.8, 1}});
  CHECK(parts_of({kFromStart}, 100'000) == Parts{{0, 1}});
  CHECK(parts_of({kFromEnd}, 29'999).empty());
}

TEST_CASE("the parts from both ends are apart until they meet") {
  CHECK(parts_of({kFromStart, kFromEnd}, 50'000) == Parts{{0, 0.5}, {0.8, 1}});
  CHECK(parts_of({kFromStart, kFromEnd}, 65'000) == Parts{{0, 1}});
}

TEST_CASE("a site on the link spreads both ways") {
  const std::vector<Approach> site = {{-40'000, 100'000, 0.4, 1}, {40'000, -100'000, 0, 0.4}};
  CHECK(parts_of(site, 0) == Parts{{0.4, 0.4}});
  const Parts parts = parts_of(site, 20'000);
  REQUIRE(parts.size() == 1);
  CHECK(parts[0].low == Approx(0.2));
  CHECK(parts[0].high == Approx(0.6));
}

TEST_CASE("a link without length is reached whole or not at all") {
  const std::vector<Approach> still = {{5'000, 0, 0, 1}};
  CHECK(parts_of(still, 5'000) == Parts{{0, 1}});
  CHECK(parts_of(still, 4'999).empty());
}

TEST_CASE("out and back add up, where both can be") {
  const std::vector<Approach> out = {kFromStart};
  const std::vector<Approach> back = {kFromEnd, {0, 10'000, 0.5, 1}};
  const auto sums = sum_approaches(out, back);
  REQUIRE(sums.size() == 2);
  CHECK(find_time_ms(sums, 0.25) == 130'000);
  CHECK(find_time_ms(sums, 0.5) == 55'000);
  CHECK_FALSE(find_time_ms(std::vector<Approach>{}, 0.5).has_value());
}

TEST_CASE("what a later limit adds to an earlier one") {
  CHECK(subtract(Parts{{0, 1}}, Parts{{0, 0.25}, {0.5, 0.75}}) == Parts{{0.25, 0.5}, {0.75, 1}});
  CHECK(subtract(Parts{{0, 0.5}}, Parts{{0, 0.5}}).empty());
  CHECK(subtract(Parts{{0, 0.5}, {0.6, 1}}, {}) == Parts{{0, 0.5}, {0.6, 1}});
}

TEST_CASE("parts hold the positions whose time is within the limit, and no others") {
  Dice dice(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<Approach> approaches;
    for (std::size_t i = 0; i < 1 + dice.below(4); ++i) {
      const double low = dice.between(0, 1), high = dice.between(low, 1);
      approaches.push_back(
          {dice.between(-50'000, 90'000), dice.between(-90'000, 90'000), low, high});
    }
    const auto limit_ms = static_cast<std::uint32_t>(dice.below(100'000));
    const Parts parts = parts_of(approaches, limit_ms);
    for (double frac = 0; frac <= 1; frac += 0.01) {
      const auto ms = find_time_ms(approaches, frac);
      const bool inside = std::ranges::any_of(
          parts, [&](const LinkPart& part) { return part.low <= frac && frac <= part.high; });
      CHECK(inside == (ms && *ms <= limit_ms));
    }
  }
}
