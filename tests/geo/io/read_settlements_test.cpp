// Persons of settlements, from fields and from shares.
#include "geo/io/read_settlements.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

const std::string kFields =
    R"(fields = { id = "id", name = "name", women = "women", rural_women = "rural", block = "block" })";

/// The small dataset with other columns of settlements, and what `fields` says of them.
SmallDataset make(const std::string& csv, const std::string& toml) {
  SmallDataset small;
  small.write("settlements.csv", csv);
  small.write("dataset.toml", replaced(kSmallToml, kFields, toml));
  return small;
}

std::vector<Settlement> read(const SmallDataset& small) {
  const auto dataset = small.read({.tolerate_bad_rows = true});
  std::vector<Settlement> list;
  for (const auto& settlement : dataset.settlements.settlements) list.push_back(settlement);
  return list;
}

std::map<std::string, std::uint64_t> get_repaired(const SmallDataset& small) {
  return get_ledger(small.read({.tolerate_bad_rows = true}), "settlements").repaired;
}

Persons sum(const std::vector<Settlement>& settlements, Persons Settlement::*part) {
  Persons total = 0;
  for (const auto& settlement : settlements) total += settlement.*part;
  return total;
}

}  // namespace

TEST_CASE("settlements are sorted by id, whatever the order of the rows") {
  const auto list =
      read(make("id,women,lon,lat\nb,1,85.05,25.05\na,2,85.05,25.05\nc,3,85.05,25.05\n",
                R"(fields = { id = "id", women = "women" })"));
  REQUIRE(list.size() == 3);
  CHECK(list[0].id == "a");
  CHECK(list[0].women == 2);
  CHECK(list[2].id == "c");
}

TEST_CASE("without a column of ids the line is the id, and no row is bad for it") {
  const auto small =
      make("women,lon,lat\n1,85.05,25.05\n2,85.06,25.05\n", R"(fields = { women = "women" })");
  CHECK(small.get_error().empty());
  CHECK(read(small)[0].id == "line 2");
  CHECK(read(small)[0].name == "line 2");
}

TEST_CASE("women of 15 and more are read with their rural part") {
  const auto small = make(
      "id,w,r,a,ra,lon,lat\na,100,40,70,30,85.05,25.05\n",
      R"(fields = { id = "id", women = "w", rural_women = "r", women_15plus = "a", rural_women_15plus = "ra" })");
  CHECK(small.get_error().empty());
  CHECK(small.read().settlements.has_women_15plus);
  const auto list = read(small);
  CHECK(list[0].women_15plus == 70);
  CHECK(list[0].rural_women_15plus == 30);
}

TEST_CASE("without women of 15 and more nobody claims to know them") {
  const auto dataset = SmallDataset().read();
  CHECK_FALSE(dataset.settlements.has_women_15plus);
  for (const auto& settlement : dataset.settlements.settlements) {
    CHECK(settlement.women_15plus == 0);
  }
}

TEST_CASE("more women of 15 and more than women are cut and named") {
  const auto small = make("id,w,a,lon,lat\na,100,170,85.05,25.05\nb,5,5,85.05,25.05\n",
                          R"(fields = { id = "id", women = "w", women_15plus = "a" })");
  CHECK(read(small)[0].women_15plus == 100);
  CHECK_THAT(small.get_error(), Contains("a part is larger than the whole, it is cut (a: 170 of "
                                         "100)"));
}

TEST_CASE("a rural share of each row is read, and one beyond 1 is not believed") {
  const auto small = make("id,w,s,lon,lat\na,100,0.4,85.05,25.05\nb,100,1.4,85.15,25.05\n",
                          R"(fields = { id = "id", women = "w", rural_share = "s" })");
  const auto list = read(small);
  CHECK(list[0].rural_women == 40);
  CHECK(list[1].rural_women == 0);
  CHECK(get_repaired(small).at("rural share is out of range") == 1);
}

TEST_CASE("a rural share of the layer counts for all rows") {
  const auto list = read(make("id,w,lon,lat\na,100,85.05,25.05\nb,50,85.15,25.05\n",
                              "rural_share = 0.5\nfields = { id = 'id', women = 'w' }"));
  CHECK(list[0].rural_women == 50);
  CHECK(list[1].rural_women == 25);
}

TEST_CASE("women of 15 and more by a share of persons stay below women") {
  const auto small =
      make("id,p,f,g,n,lon,lat\na,1000,48,33,100,85.05,25.05\nb,500,48,33,100,85.06,25.05\n",
           "fields = { id = 'id', population = 'p' }\nwomen = { share = ['f', 'n'] }\n"
           "women_15plus = { share = ['g', 'n'] }");
  const auto list = read(small);
  CHECK(sum(list, &Settlement::population) == 1500);
  CHECK(sum(list, &Settlement::women) == 720);
  CHECK(sum(list, &Settlement::women_15plus) == 495);
  for (const auto& settlement : list) CHECK(settlement.women_15plus <= settlement.women);
}

TEST_CASE("a share of nobody is no share") {
  const auto small =
      make("id,p,f,n,lon,lat\na,100,0,0,85.05,25.05\nb,100,50,100,85.06,25.05\n",
           "fields = { id = 'id', population = 'p' }\nwomen = { share = ['f', 'n'] }");
  CHECK(sum(read(small), &Settlement::women) == 100);
  CHECK(get_repaired(small).at("no share, that of its area is used") == 1);
}

TEST_CASE("when no row has a share there are no women, and every row is bad") {
  const auto small =
      make("id,p,f,n,lon,lat\na,100,,100,85.05,25.05\nb,100,x,100,85.15,25.05\n",
           "fields = { id = 'id', population = 'p' }\nwomen = { share = ['f', 'n'] }");
  CHECK(sum(read(small), &Settlement::women) == 0);
  CHECK(get_repaired(small).at("no share, that of all is used") == 2);
  CHECK(get_repaired(small).at("share is not a number") == 1);
}

TEST_CASE("persons with fractions add up to the rounded total of their block") {
  const auto list =
      read(make("id,w,lon,lat\na,1.4,85.01,25.05\nb,1.4,85.02,25.05\nc,1.4,85.03,25.05\n",
                "fields = { id = 'id', women = 'w' }"));
  CHECK(sum(list, &Settlement::women) == 4);
  CHECK(list[0].women == 2);
}

TEST_CASE("an empty block is placed by position") {
  const auto small = make("id,w,b,lon,lat\na,1,,85.15,25.05\n",
                          "fields = { id = 'id', women = 'w', block = 'b' }");
  CHECK(read(small)[0].block == AreaIdx(1));
  CHECK(get_repaired(small).at("unknown block, placed by position") == 1);
}

TEST_CASE("several points in one row of settlements are noted with the row") {
  SmallDataset small;
  small.write(
      "s.geojson",
      collection(feature(R"("id":"S1","name":"x","women":5,"rural":5,"block":"B1")",
                         R"({"type":"MultiPoint","coordinates":[[85.02,25.05],[85.08,25.05]]})")));
  small.change("dataset.toml", "settlements.csv", "s.geojson");
  CHECK_THAT(small.get_error(), Contains("1 x several points, the first is used (S1)"));
  const auto dataset = small.read({.tolerate_bad_rows = true});
  REQUIRE(dataset.settlements.settlements.size() == 1);
  CHECK(get_ledger(dataset, "settlements").adds_up());
}

TEST_CASE("lines are no settlements") {
  CHECK_THAT(SmallDataset().change("dataset.toml", "settlements.csv", "roads.geojson").get_error(),
             Contains("'settlements' needs points, and the source has lines"));
}
