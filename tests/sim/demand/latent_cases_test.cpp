// Which draw a case hangs on, and on what it does not hang.
#include "sim/demand/latent_cases.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "sim/demand/reporting.h"
#include "sim/random/random_stream.h"
#include "tests/sim/demand/drawn_districts.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// All that is drawn of a case, without the row of her settlement.
using Drawn = std::tuple<std::uint64_t, std::int64_t, Channel, double>;

std::vector<Drawn> list_drawn(const std::vector<LatentCase>& cases) {
  std::vector<Drawn> list;
  for (const LatentCase& one : cases) {
    list.emplace_back(one.key, one.called_ms, one.channel, one.report_level);
  }
  return list;
}

DrawnDistricts make_pair() {
  DrawnDistricts drawn(2);
  drawn.add("m", AreaIdx(0), 20).add("n", AreaIdx(1), 30);
  return drawn;
}

std::set<std::uint64_t> find_registered(const std::vector<LatentCase>& cases,
                                        const Reporting& reporting, const SettlementTimes& times) {
  std::set<std::uint64_t> keys;
  for (const LatentCase& one : cases) {
    if (one.report_level < reporting.share(times[one.settlement])) keys.insert(one.key);
  }
  return keys;
}

}  // namespace

TEST_CASE("the cases of one settlement are pinned") {
  DrawnDistricts drawn(1);
  drawn.add("v-1", AreaIdx(0), 3);
  const std::vector<Drawn> pinned = {
      {14906827155102805740U, 10916147807, Channel::kEmergency, 0.73145683115355509},
      {13582791183323701479U, 14995957122, Channel::kWalkIn, 0.051747564817876568},
      {15578821923507352268U, 17332639704, Channel::kEmergency, 0.81710227015783843},
      {1805559882542345491U, 17533228735, Channel::kWalkIn, 0.12450734842193312},
      {14793774791698373402U, 25864238151, Channel::kWalkIn, 0.46161199175550138}};
  CHECK(list_drawn(drawn.draw(9, 7)) == pinned);
}

TEST_CASE("the same key gives the same cases, another seed or replicate others") {
  const auto drawn = make_pair();
  const auto first = list_drawn(drawn.draw(3));
  REQUIRE(first.size() > 10);
  CHECK(list_drawn(drawn.draw(3)) == first);
  CHECK(list_drawn(drawn.draw(4)) != first);
  CHECK(list_drawn(drawn.draw(3, 1)) != first);
}

TEST_CASE("a far settlement changes no other case, even where it moves their rows") {
  for (std::uint64_t replicate = 0; replicate < 20; ++replicate) {
    DrawnDistricts more(2);
    more.add("a", AreaIdx(1), 40).add("m", AreaIdx(0), 20).add("n", AreaIdx(1), 30);
    auto cases = more.draw(replicate);
    std::erase_if(cases, [](const LatentCase& one) { return one.settlement == SettlementIdx(0); });
    CHECK(list_drawn(cases) == list_drawn(make_pair().draw(replicate)));
  }
}

TEST_CASE("more need adds cases to those that there were") {
  for (std::uint64_t replicate = 0; replicate < 50; ++replicate) {
    DrawnDistricts more(2);
    more.add("m", AreaIdx(0), 25).add("n", AreaIdx(1), 30);
    const auto all = list_drawn(more.draw(replicate));
    const auto fewer = list_drawn(make_pair().draw(replicate));
    CHECK(std::includes(all.begin(), all.end(), fewer.begin(), fewer.end(),
                        [](const Drawn& a, const Drawn& b) {
                          return std::pair(std::get<1>(a), std::get<0>(a)) <
                                 std::pair(std::get<1>(b), std::get<0>(b));
                        }));
    CHECK(all.size() >= fewer.size());
  }
}

TEST_CASE("cases come in order of time, each with a key of her own and her settlement's number") {
  const auto cases = make_pair().draw(1);
  std::set<std::uint64_t> keys;
  std::map<SettlementIdx, std::uint64_t> n;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (i > 0) CHECK(cases[i - 1].called_ms <= cases[i].called_ms);
    keys.insert(cases[i].key);
    ++n[cases[i].settlement];
  }
  CHECK(keys.size() == cases.size());
  for (const auto& [settlement, n_cases] : n) {
    const std::uint64_t whose = entity_key(settlement == SettlementIdx(0) ? "m" : "n");
    for (std::uint64_t i = 0; i < n_cases; ++i) CHECK(keys.contains(entity_key(whose, i)));
  }
}

TEST_CASE("where there is no need there is no case") {
  DrawnDistricts drawn(1);
  drawn.add("a", AreaIdx(0), 0).add("b", AreaIdx(0), 50);
  for (const LatentCase& one : drawn.draw(0)) CHECK(one.settlement == SettlementIdx(1));
}

TEST_CASE("settlements without a district have one year in common") {
  DrawnDistricts drawn(0);
  drawn.add("a", AreaIdx(), 400).add("b", AreaIdx(), 400);
  drawn.theta.district_variance = 4;
  // Years are far apart, and within each the two differ by chance alone.
  for (std::uint64_t year = 0; year < 20; ++year) {
    const auto cases = drawn.draw(year);
    const auto all = static_cast<double>(cases.size());
    const auto of_a =
        static_cast<double>(std::ranges::count(cases, SettlementIdx(0), &LatentCase::settlement));
    CHECK(std::fabs(2 * of_a - all) <= 6 * std::sqrt(all) + 6);
  }
}

TEST_CASE("the cases registered under a nearer set contain those under a farther one") {
  const auto drawn = make_pair();
  const SettlementTimes far(
      std::vector<TravelTime>{TravelTime::from_minutes(90), TravelTime::unreachable()});
  const SettlementTimes near(
      std::vector<TravelTime>{TravelTime::from_minutes(89), TravelTime::from_minutes(200)});
  const Reporting reporting(0.5);
  std::size_t n_far = 0, n_near = 0;
  for (std::uint64_t replicate = 0; replicate < 100; ++replicate) {
    const auto cases = drawn.draw(replicate);
    const auto under_far = find_registered(cases, reporting, far);
    const auto under_near = find_registered(cases, reporting, near);
    CHECK(std::ranges::includes(under_near, under_far));
    n_far += under_far.size();
    n_near += under_near.size();
  }
  CHECK(n_far > 0);
  CHECK(n_near > n_far);
}
