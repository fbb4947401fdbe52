// What becomes of single bad rows: the rule, the count, and the refusal when none is allowed.
#include <catch2/catch.hpp>
#include <sstream>

#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

/// The small dataset with a file changed, read as `check` reads.
Dataset read_tolerant(const std::string& file, const std::string& from, const std::string& to) {
  return SmallDataset().change(file, from, to).read({.tolerate_bad_rows = true});
}

std::string error_of(const std::string& file, const std::string& from, const std::string& to) {
  return SmallDataset().change(file, from, to).get_error();
}

const Settlement& settlement(const Dataset& dataset, std::size_t at) {
  return dataset.settlements.settlements[SettlementIdx(at)];
}

std::uint64_t repaired(const Dataset& dataset, const std::string& layer,
                       const std::string& reason) {
  const auto& counts = get_ledger(dataset, layer).repaired;
  return counts.contains(reason) ? counts.at(reason) : 0;
}

std::uint64_t left_out(const Dataset& dataset, const std::string& layer,
                       const std::string& reason) {
  const auto& counts = get_ledger(dataset, layer).left_out;
  return counts.contains(reason) ? counts.at(reason) : 0;
}

const std::string kSettlements = "settlements.csv";

}  // namespace

TEST_CASE("a repeated id is kept with a number behind it") {
  const auto dataset = read_tolerant(kSettlements, "S2,", "S1,");
  CHECK(settlement(dataset, 0).id == "S1");
  CHECK(settlement(dataset, 1).id == "S1#2");
  CHECK(repaired(dataset, "settlements", "repeated id") == 1);
  CHECK_THAT(error_of(kSettlements, "S2,", "S1,"), Contains("1 x repeated id (S1#2)"));
}

TEST_CASE("a third repetition, and an id that looks like one, stay unique") {
  const auto dataset =
      SmallDataset()
          .write(kSettlements,
                 "id,name,block,women,rural,lon,lat\nS,a,B1,1,1,85.05,25.05\n"
                 "S#2,b,B1,1,1,85.05,25.05\nS,c,B1,1,1,85.05,25.05\nS,d,B1,1,1,85.05,25.05\n")
          .read({.tolerate_bad_rows = true});
  std::set<std::string> ids;
  for (const auto& s : dataset.settlements.settlements) ids.insert(s.id);
  CHECK(ids == std::set<std::string>{"S", "S#2", "S#3", "S#4"});
}

TEST_CASE("a missing id becomes the place of the row") {
  const auto dataset = read_tolerant(kSettlements, "S2,", ",");
  CHECK(repaired(dataset, "settlements", "no id, the row's place is used") == 1);
  CHECK(settlement(dataset, 3).id == "line 3");
}

TEST_CASE("an empty, garbled, negative or absurd count is 0 and named") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"B1,,100", "empty women"},
      {"B1,lots,100", "women is not a number"},
      {"B1,-3,100", "women is out of range"},
      {"B1,1e12,100", "women is out of range"}};
  for (const auto& [text, reason] : cases) {
    const auto dataset = read_tolerant(kSettlements, "B1,100,100", text);
    CHECK(settlement(dataset, 0).women == 0);
    CHECK(repaired(dataset, "settlements", reason) == 1);
  }
  CHECK_THAT(error_of(kSettlements, "B1,100,100", "B1,lots,100"),
             Contains("women is not a number (S1: women = 'lots')") && Contains("settlements.csv"));
}

TEST_CASE("an unknown block is replaced by the one around the place") {
  const auto dataset = read_tolerant(kSettlements, "Rampur,B1", "Rampur,B9");
  CHECK(settlement(dataset, 0).block == AreaIdx(0));
  CHECK(repaired(dataset, "settlements", "unknown block, placed by position") == 1);
  CHECK_THAT(error_of(kSettlements, "Rampur,B1", "Rampur,B9"), Contains("block = 'B9'"));
}

TEST_CASE("a settlement far from the block it names keeps it and is suspicious") {
  const auto dataset = SmallDataset().change(kSettlements, "Rampur,B1", "Rampur,B2").read();
  CHECK(settlement(dataset, 0).block == AreaIdx(1));
  CHECK(get_ledger(dataset, "settlements").suspicious.at("far from its block") == 1);
}

TEST_CASE("a twin is suspicious") {
  const auto dataset =
      SmallDataset().change(kSettlements, "रामपुर,B1,50,20,85.08", "Rampur,B1,50,20,85.02").read();
  CHECK(get_ledger(dataset, "settlements").suspicious.at("same place and name as another") == 1);
}

TEST_CASE("rows without usable coordinates are left out") {
  CHECK(left_out(read_tolerant(kSettlements, "85.02,25.05", "x,25.05"), "settlements",
                 "coordinate is not a number") == 1);
  CHECK(left_out(read_tolerant(kSettlements, "85.02,25.05", "nan,nan"), "settlements",
                 "coordinate is not a number") == 1);
  CHECK(left_out(read_tolerant(kSettlements, "85.02,25.05", ","), "settlements", "no geometry") ==
        1);
  CHECK_THAT(error_of(kSettlements, "85.02,25.05", "x,25.05"), Contains("lon = 'x'"));
}

TEST_CASE("bad rows within the limit of the layer are read") {
  SmallDataset small;
  small.change(kSettlements, "S2,", "S1,");
  small.change("dataset.toml", "source = \"settlements.csv\"",
               "source = \"settlements.csv\"\nmax_bad_rows = 1");
  CHECK(small.get_error().empty());
}

TEST_CASE("settlements drawn as polygons are taken at a point inside") {
  SmallDataset small;
  small.write("s.geojson",
              collection(square(85.01, 25.0,
                                R"("id":"S1","name":"x","women":5,"rural":5,"block":"B1")", 0.05)));
  small.change("dataset.toml", "settlements.csv", "s.geojson");
  const auto dataset = small.read();
  CHECK(settlement(dataset, 0).women == 5);
  CHECK(settlement(dataset, 0).at.valid());
}

TEST_CASE("a joined table gives blocks and shares, and a missing key is counted") {
  SmallDataset small;
  small.write(kSettlements,
              "id,name,key,pop,lon,lat\nS1,a,k1,100,85.02,25.05\nS2,b,k9,100,85.03,25.05\n");
  small.write("join.csv", "key,code,f,p\nk1,B1,48,100\n");
  auto toml = replaced(
      kSmallToml,
      R"(fields = { id = "id", name = "name", women = "women", rural_women = "rural", block = "block" })",
      R"(join = [ { source = "join.csv", on = "key", key = "key", prefix = "j." } ]
fields = { id = "id", name = "name", population = "pop", block = "j.code" }
women = { share = ["j.f", "j.p"] }
rural_share = 1.0)");
  const auto dataset = small.write("dataset.toml", toml).read({.tolerate_bad_rows = true});
  CHECK(settlement(dataset, 0).women == 48);
  CHECK(settlement(dataset, 1).women == 48);
  CHECK(repaired(dataset, "settlements", "unknown block, placed by position") == 1);
  CHECK(repaired(dataset, "settlements", "no share, that of its area is used") == 1);
  CHECK(dataset.inputs.size() == 7);
  small.write("dataset.toml", replaced(toml, "\"j.f\"", "\"j.females\""));
  CHECK_THAT(small.get_error(),
             Contains("the joined table has no column 'females'") && Contains("key, code, f, p"));
  small.write("dataset.toml", toml).write("join.csv", "key,code,f,p\nk1,B1,48,100\nk1,B1,1,2\n");
  CHECK_THAT(small.get_error(), Contains("the key 'k1' stands twice"));
}

TEST_CASE("a share above 1 is not believed") {
  SmallDataset small;
  small.write(kSettlements,
              "id,name,f,pop,lon,lat\nS1,a,60,50,85.02,25.05\nS2,b,50,100,85.03,25.05\n");
  small.write("dataset.toml",
              replaced(kSmallToml, R"(women = "women", rural_women = "rural", block = "block" })",
                       "population = \"pop\" }\nwomen = { share = ['f', 'pop'] }"));
  const auto dataset = small.read({.tolerate_bad_rows = true});
  CHECK(repaired(dataset, "settlements", "share is larger than 1") == 1);
}

TEST_CASE("a centre of unknown status is left out") {
  const auto dataset = read_tolerant("centres.csv", "planned", "dreamt");
  CHECK(dataset.centres.centres.size() == 1);
  CHECK(left_out(dataset, "centres", "unknown status") == 1);
  CHECK_THAT(error_of("centres.csv", "planned", "dreamt"), Contains("status = 'dreamt'"));
}

TEST_CASE("a centre outside the study area is left out") {
  CHECK(left_out(read_tolerant("centres.csv", "85.15,25.05", "85.50,25.05"), "centres",
                 "outside the study area") == 1);
}

TEST_CASE("counts of a centre must be whole numbers") {
  CHECK(SmallDataset().read().centres.centres[CentreIdx(0)].beds == 5);
  CHECK_FALSE(SmallDataset().read().centres.centres[CentreIdx(1)].beds);
  CHECK(repaired(read_tolerant("centres.csv", "existing,5", "existing,5.5"), "centres",
                 "beds is not a whole number") == 1);
  CHECK(repaired(read_tolerant("centres.csv", "existing,5", "existing,many"), "centres",
                 "beds is not a number") == 1);
}

TEST_CASE("a centre's district is the dataset's word, else by place") {
  SmallDataset small;
  small.write("centres.csv",
              "id,name,status,beds,dist,lon,lat\nC1,a,existing,,पटना,85.05,25.05\nC2,b,planned,,"
              "Delhi,85.05,25.05\n");
  small.change("dataset.toml", "beds = \"beds\"", "beds = \"beds\", district = \"dist\"");
  const auto dataset = small.read({.tolerate_bad_rows = true});
  CHECK(dataset.centres.centres[CentreIdx(0)].district == AreaIdx(0));
  CHECK(repaired(dataset, "centres", "unknown district, placed by position") == 1);
}
