#include "geo/io/read_centres.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

const std::string kHeader = "id,name,status,dist,error,prov,note,staff,beds,cars,lon,lat\n";
const std::string kAll =
    "beds = \"beds\", district = \"dist\", location_error_km = \"error\", provenance = \"prov\", "
    "note = \"note\", staff = \"staff\", vehicles = \"cars\"";

SmallDataset make(const std::string& rows) {
  SmallDataset small;
  small.write("centres.csv", kHeader + rows);
  small.change("dataset.toml", "beds = \"beds\"", kAll);
  return small;
}

Centre read_one(const std::string& row) {
  return make(row).read({.tolerate_bad_rows = true}).centres.centres[CentreIdx(0)];
}

std::map<std::string, std::uint64_t> get_repaired(const std::string& row) {
  return get_ledger(make(row).read({.tolerate_bad_rows = true}), "centres").repaired;
}

}  // namespace

TEST_CASE("everything that is known of a centre is read") {
  const auto small =
      make("C1,Sadar,candidate,D1,2.5,listed,\"near, the hospital\",12,5,1,85.15,25.05\n");
  CHECK(small.get_error().empty());
  const auto centre = small.read().centres.centres[CentreIdx(0)];
  CHECK(centre.id == "C1");
  CHECK(centre.name == "Sadar");
  CHECK(centre.status == CentreStatus::kCandidate);
  CHECK(centre.district == AreaIdx(0));
  CHECK(centre.location_error_km == 2.5);
  CHECK(centre.provenance == "listed");
  CHECK(centre.note == "near, the hospital");
  CHECK(centre.staff == 12);
  CHECK(centre.beds == 5);
  CHECK(centre.vehicles == 1);
}

TEST_CASE("what is not known of a centre is not made up") {
  const auto centre = read_one("C1,,existing,,,,,,,,85.15,25.05\n");
  CHECK(centre.name == "C1");
  CHECK(centre.location_error_km == 0);
  CHECK(centre.provenance.empty());
  CHECK_FALSE(centre.staff);
  CHECK_FALSE(centre.beds);
  CHECK_FALSE(centre.vehicles);
}

TEST_CASE("a district is named by its id or its name") {
  CHECK(read_one("C1,a,existing,D1,,,,,,,85.15,25.05\n").district == AreaIdx(0));
  CHECK(read_one("C1,a,existing,पटना,,,,,,,85.15,25.05\n").district == AreaIdx(0));
  CHECK(get_repaired("C1,a,existing,D1,,,,,,,85.15,25.05\n").empty());
}

TEST_CASE("without a word the district is that of the place") {
  CHECK(read_one("C1,a,existing,,,,,,,,85.15,25.05\n").district == AreaIdx(0));
}

TEST_CASE("numbers of a centre that cannot be are named and not used") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"C1,a,existing,,far,,,,,,85.1,25.05\n", "location error is not a number"},
      {"C1,a,existing,,-1,,,,,,85.1,25.05\n", "location error is out of range"},
      {"C1,a,existing,,1001,,,,,,85.1,25.05\n", "location error is out of range"},
      {"C1,a,existing,,,,,some,,,85.1,25.05\n", "staff is not a number"},
      {"C1,a,existing,,,,,1.5,,,85.1,25.05\n", "staff is not a whole number"},
      {"C1,a,existing,,,,,,-2,,85.1,25.05\n", "beds is out of range"},
      {"C1,a,existing,,,,,,,two,85.1,25.05\n", "vehicles is not a number"}};
  for (const auto& [row, reason] : cases) {
    CAPTURE(row);
    CHECK(get_repaired(row).at(reason) == 1);
    CHECK_THAT(make(row).get_error(), Contains(reason) && Contains("centres.csv"));
  }
}

TEST_CASE("repeated and missing ids of centres are made unique") {
  const auto dataset = make(
                           "C1,a,existing,,,,,,,,85.1,25.05\nC1,b,planned,,,,,,,,85.1,25.06\n"
                           ",c,planned,,,,,,,,85.1,25.07\n")
                           .read({.tolerate_bad_rows = true});
  REQUIRE(dataset.centres.centres.size() == 3);
  CHECK(dataset.centres.centres[CentreIdx(0)].id == "C1");
  CHECK(dataset.centres.centres[CentreIdx(1)].id == "C1#2");
  CHECK(dataset.centres.centres[CentreIdx(2)].id == "line 4");
  const auto& repaired = get_ledger(dataset, "centres").repaired;
  CHECK(repaired.at("repeated id") == 1);
  CHECK(repaired.at("no id, the row's place is used") == 1);
}

TEST_CASE("an empty status is unknown, and so is one in another case") {
  for (const auto* status : {"", "Existing", "closed"}) {
    const auto row = std::string("C1,a,") + status + ",,,,,,,,85.1,25.05\n";
    const auto message = make(row).get_error();
    CHECK_THAT(message, Contains("no row of the layer 'centres' can be used") &&
                            Contains("unknown status") &&
                            Contains("existing, planned and candidate are known"));
  }
}
