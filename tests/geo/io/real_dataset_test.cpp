// The real layers of Bihar from the shared folder: all rows accounted for.
#include <catch2/catch.hpp>

#include "geo/io/read_dataset.h"
#include "geo/model/boundary_quality.h"
#include "tests/geo/io/small_dataset.h"
#include "tests/support/shared_files.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

std::optional<Dataset> find_real() {
  if (!find_shared("bihar/real/habitations.csv") || !find_shared("bihar/real/roads_dcw1992.gpkg"))
    return std::nullopt;
  SilentProgress silent;
  return read_dataset(source_file("tests/data/real"), {.rules = {.outside = true}}, silent);
}

}  // namespace

TEST_CASE("all 92 423 habitations of Bihar are accounted for") {
  const auto dataset = find_real();
  if (!dataset) return;
  const auto& ledger = get_ledger(*dataset, "settlements");
  CHECK(ledger.n_read == 92423);
  CHECK(ledger.n_used + ledger.n_left_out() == 92423);
  CHECK(ledger.repaired.at("repeated id") == 98);
  CHECK(ledger.repaired.at("empty population") == 45);
  CHECK(ledger.repaired.at("unknown block, placed by position") == 3);
  CHECK(ledger.left_out.at("outside the study area") == 9);
  CHECK(dataset->settlements.settlements.size() == ledger.n_used);
}

TEST_CASE("the people of the real habitations are whole and women are fewer than all") {
  const auto dataset = find_real();
  if (!dataset) return;
  Persons population = 0, women = 0;
  for (const auto& s : dataset->settlements.settlements) {
    CHECK(s.women <= s.population);
    CHECK(s.rural_women == s.women);
    CHECK(s.district.valid());
    population += s.population;
    women += s.women;
  }
  CHECK(population == 80389004);
  CHECK(women == 38525684);
}

TEST_CASE("the real boundaries fit together") {
  const auto dataset = find_real();
  if (!dataset) return;
  CHECK(dataset->working_crs == "EPSG:32645");
  CHECK(dataset->districts.areas.size() == 38);
  CHECK(dataset->subdivisions.areas.size() == 101);
  CHECK(dataset->blocks.areas.size() == 534);
  const auto quality = measure_boundary_quality(dataset->districts);
  CHECK(quality.overlap_km2 == 0);
  CHECK(quality.gap_km2 == 0);
}
