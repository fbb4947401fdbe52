#include <catch2/catch.hpp>

#include "geo/model/area.h"
#include "geo/model/centre.h"
#include "geo/model/dataset.h"
#include "geo/model/profile.h"
#include "geo/model/row_ledger.h"

using namespace pahunch;

TEST_CASE("every word of a status, season, direction and level is read back") {
  for (const auto* word : {"existing", "planned", "candidate"}) {
    CHECK(to_string(find_centre_status(word).value()) == word);
  }
  for (const auto* word : {"dry", "monsoon"}) CHECK(to_string(find_season(word).value()) == word);
  for (const auto* word : {"to-centre", "from-centre", "round-trip"}) {
    CHECK(to_string(find_direction(word).value()) == word);
  }
  CHECK(to_string(AreaLevel::kSubdivision) == "subdivision");
}

TEST_CASE("another word is nothing") {
  CHECK_FALSE(find_centre_status("open"));
  CHECK_FALSE(find_season("winter"));
  CHECK_FALSE(find_direction("sideways"));
}

TEST_CASE("a ledger adds up when read rows are used or left out") {
  RowLedger ledger{"roads", "roads.csv", 10, 7, {{"no class", 2}}, {{"no geometry", 3}}, {}};
  CHECK(ledger.n_left_out() == 3);
  CHECK(ledger.adds_up());
  ledger.n_used = 8;
  CHECK_FALSE(ledger.adds_up());
}

TEST_CASE("a dataset gives its areas by level") {
  Dataset dataset;
  dataset.blocks.areas.push_back({"1", "one", {}, {}, 0});
  CHECK(dataset.areas(AreaLevel::kBlock).areas.size() == 1);
  CHECK(dataset.areas(AreaLevel::kDistrict).areas.empty());
  CHECK(dataset.areas(AreaLevel::kSubdivision).level == AreaLevel::kSubdivision);
}
