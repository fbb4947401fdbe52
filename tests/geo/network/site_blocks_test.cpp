#include "geo/network/site_blocks.h"

#include <catch2/catch.hpp>
#include <mutex>

#include "tests/geo/coverage/table_model.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Two places; site s is s and 100 + s minutes from them.
TableModel make_row_of_sites(std::size_t n_sites) {
  Minutes minutes(2);
  for (std::size_t site = 0; site < n_sites; ++site) {
    minutes[0].push_back(static_cast<double>(site));
    minutes[1].push_back(100 + static_cast<double>(site));
  }
  return TableModel(minutes, n_sites);
}

std::vector<SiteIdx> every_second(std::size_t n_sites) {
  std::vector<SiteIdx> sites;
  for (std::size_t site = 0; site < n_sites; site += 2) sites.emplace_back(site);
  return sites;
}

void require_times_of(SiteIdx site, const IdxVector<PlaceIdx, TravelTime>& times) {
  const auto minutes = static_cast<double>(site.value());
  REQUIRE(times.raw() ==
          std::vector{TravelTime::from_minutes(minutes), TravelTime::from_minutes(100 + minutes)});
}

}  // namespace

TEST_CASE("sites in order come one after the other, each with its own times") {
  for (const std::size_t n : {0U, 1U, 31U, 32U, 33U, 99U}) {
    const TableModel model = make_row_of_sites(n);
    const auto sites = every_second(n);
    std::vector<std::size_t> seen;
    for_each_site_in_order(model, sites, [&](std::size_t i, const auto& times) {
      seen.push_back(i);
      require_times_of(sites[i], times);
    });
    std::vector<std::size_t> expected(sites.size());
    for (std::size_t i = 0; i < expected.size(); ++i) expected[i] = i;
    CHECK(seen == expected);
  }
}

TEST_CASE("sites side by side come each once, with its own times") {
  const TableModel model = make_row_of_sites(99);
  const auto sites = every_second(99);
  std::mutex mutex;
  std::vector<int> n_seen(sites.size(), 0);
  for_each_site(model, sites, [&](std::size_t i, const auto& times) {
    const std::lock_guard lock(mutex);
    ++n_seen[i];
    require_times_of(sites[i], times);
  });
  CHECK(n_seen == std::vector<int>(sites.size(), 1));
}

TEST_CASE("the times of one site are the row of that site") {
  const TableModel table = make_row_of_sites(5);
  const TravelModel& model = table;
  require_times_of(SiteIdx(3), model.times(SiteIdx(3)));
}
