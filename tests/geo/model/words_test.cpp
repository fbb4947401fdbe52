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
  CHECK(to_string(AreaLevel::kDistrict) == "district");
  CHECK(to_string(AreaLevel::kSubdivision) == "subdivision");
  CHECK(to_string(AreaLevel::kBlock) == "block");
}

TEST_CASE("another word is nothing") {
  CHECK_FALSE(find_centre_status("open"));
  CHECK_FALSE(find_season("winter"));
  CHECK_FALSE(find_direction("sideways"));
}

TEST_CASE("words are read as written, not in another case or with blanks") {
  CHECK_FALSE(find_centre_status("Existing"));
  CHECK_FALSE(find_centre_status(" planned"));
  CHECK_FALSE(find_season("Dry"));
  CHECK_FALSE(find_direction(""));
}

TEST_CASE("a ledger adds up when read rows are used or left out") {
  RowLedger ledger{"roads", "roads.csv", 10, 7, {{"no class", 2}}, {{"no geometry", 3}}, {}};
  CHECK(ledger.n_left_out() == 3);
  CHECK(ledger.adds_up());
  ledger.n_used = 8;
  CHECK_FALSE(ledger.adds_up());
}

TEST_CASE("repaired and suspicious rows do not change the sum of a ledger") {
  RowLedger ledger{"roads", "roads.csv", 3, 3, {}, {}, {}};
  ledger.repaired["no class"] = 3;
  ledger.suspicious["same place"] = 2;
  CHECK(ledger.adds_up());
}

TEST_CASE("a profile that says nothing walks no road and waits for nobody") {
  const Profile profile;
  CHECK(profile.speed_km_h.empty());
  CHECK(profile.closed.empty());
  CHECK(profile.waiting_min.value == 0);
  CHECK(profile.direct_max_m == 0);
  CHECK_FALSE(profile.service_hours);
  for (const auto& value : {profile.access_speed_km_h, profile.circuity, profile.max_access_m}) {
    CHECK(value.low <= value.value);
    CHECK(value.value <= value.high);
    CHECK(value.source == "assumed");
  }
}

TEST_CASE("speeds are told apart by class and by season") {
  Profile profile;
  profile.speed_km_h[{"primary", Season::kDry}].value = 40;
  profile.speed_km_h[{"primary", Season::kMonsoon}].value = 25;
  CHECK(profile.speed_km_h.size() == 2);
  CHECK(profile.speed_km_h.at({"primary", Season::kMonsoon}).value == 25);
  CHECK_FALSE(profile.speed_km_h.contains({"secondary", Season::kDry}));
}

TEST_CASE("a dataset gives its areas by level") {
  Dataset dataset;
  dataset.blocks.areas.push_back({"1", "one", {}, {}, 0});
  CHECK(dataset.areas(AreaLevel::kBlock).areas.size() == 1);
  CHECK(dataset.areas(AreaLevel::kDistrict).areas.empty());
  CHECK(dataset.areas(AreaLevel::kSubdivision).level == AreaLevel::kSubdivision);
}
