#include "geo/io/read_centres.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

const std::string kCentreHeader = "id,name,status,dist,error,prov,note,staff,beds,cars,lon,lat\n";
const std::string kAll =
    "beds = \"beds\", district = \"dist\", location_error_km = \"error\", provenance = \"prov\", "
    "note = \"note\", staff = \"staff\", vehicles = \"cars\"";

SmallDataset make_centres(const std::string& rows) {
  SmallDataset small;
  small.write("centres.csv", kCentreHeader + rows);
  small.change("dataset.toml", "beds = \"beds\"", kAll);
  return small;
}

Centre read_one(const std::string& row) {
  return make_centres(row).read({.tolerate_bad_rows = true}).centres.centres[CentreIdx(0)];
}

std::map<std::string, std::uint64_t> repaired_centres(const std::string& row) {
  return get_ledger(make_centres(row).read({.tolerate_bad_rows = true}), "centres").repaired;
}

}  // namespace

TEST_CASE("everything that is known of a centre is read") {
  const auto small =
      make_centres("C1,Sadar,candidate,D1,2.5,listed,\"near, the hospital\",12,5,1,85.15,25.05\n");
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

TEST_CASE(
    "what is known of the place of a planned centre is read, and an unknown word is nothing") {
  SmallDataset small;
  small.write(
      "centres.csv",
      "id,name,status,known,lon,lat\nC1,A,existing,,85.15,25.05\nC2,B,planned,district,85.15,"
      "25.05\nC3,C,planned,perhaps,85.15,25.05\n");
  small.change("dataset.toml", "beds = \"beds\"", "known = \"known\"");
  const auto dataset = small.read({.tolerate_bad_rows = true});
  const auto& centres = dataset.centres.centres;
  CHECK(centres[CentreIdx(0)].known == SiteKnown::kPlace);
  CHECK(centres[CentreIdx(1)].known == SiteKnown::kDistrict);
  CHECK(centres[CentreIdx(2)].known == SiteKnown::kNothing);
  CHECK(get_ledger(dataset, "centres").repaired.size() == 1);
}

TEST_CASE(
    "candidates are read with their kind and cost, and one with the id of a centre is left out") {
  SmallDataset small;
  small.write(
      "candidates.csv",
      "id,name,what,price,lon,lat\nK2,Two,block headquarters,7.5,85.15,25.05\nK1,One,,,85.05,"
      "25.05\nC1,Again,,,85.05,25.05\n");
  small.write(
      "dataset.toml",
      std::string(kSmallToml) +
          "[layers.candidates]\nsource = \"candidates.csv\"\nfields = { id = \"id\", name = "
          "\"name\", kind = \"what\", cost = \"price\" }\n");
  const auto dataset = small.read({.tolerate_bad_rows = true});
  const auto& sites = dataset.candidates.centres;
  REQUIRE(sites.size() == 2);
  CHECK(sites[CentreIdx(0)].id == "K1");
  CHECK_FALSE(sites[CentreIdx(0)].cost);
  CHECK(sites[CentreIdx(1)].kind == "block headquarters");
  CHECK(sites[CentreIdx(1)].cost == 7.5);
  CHECK(sites[CentreIdx(1)].status == CentreStatus::kCandidate);
  CHECK(sites[CentreIdx(1)].district == AreaIdx(0));
  CHECK(get_ledger(dataset, "candidates").left_out.at("id of a centre") == 1);
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
  CHECK(repaired_centres("C1,a,existing,D1,,,,,,,85.15,25.05\n").empty());
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
    CHECK(repaired_centres(row).at(reason) == 1);
    CHECK_THAT(make_centres(row).get_error(), Contains(reason) && Contains("centres.csv"));
  }
}

TEST_CASE("repeated and missing ids of centres are made unique") {
  const auto dataset = make_centres(
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
    const auto message = make_centres(row).get_error();
    CHECK_THAT(message, Contains("no row of the layer 'centres' can be used") &&
                            Contains("unknown status") &&
                            Contains("existing, planned and candidate are known"));
  }
}
