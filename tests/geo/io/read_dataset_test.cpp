#include "geo/io/read_dataset.h"

#include <catch2/catch.hpp>

#include "geo/io/projection.h"
#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

TEST_CASE("a small dataset is read whole") {
  const auto dataset = SmallDataset().read();
  CHECK(dataset.words.title == "A small place");
  CHECK(dataset.working_crs == "EPSG:32645");
  CHECK(dataset.districts.areas.size() == 1);
  CHECK(dataset.blocks.areas.size() == 2);
  CHECK(dataset.settlements.settlements.size() == 4);
  CHECK(dataset.centres.centres.size() == 2);
  CHECK(dataset.roads.roads.size() == 1);
  CHECK(dataset.notes.empty());
}

TEST_CASE("the path may be the folder or the file") {
  const SmallDataset small;
  SilentProgress silent;
  CHECK(read_dataset(small.path() / "dataset.toml", {}, silent).words.name == "small");
}

TEST_CASE("every layer has a ledger that adds up") {
  const auto dataset = SmallDataset().read();
  CHECK(dataset.ledgers.size() == 5);
  for (const auto& ledger : dataset.ledgers) {
    CHECK(ledger.adds_up());
    CHECK(ledger.n_used == ledger.n_read);
  }
}

TEST_CASE("parents are found by surface and settlements know all their areas") {
  const auto dataset = SmallDataset().read();
  CHECK(dataset.blocks.areas[AreaIdx(1)].parent == AreaIdx(0));
  const auto& settlement = dataset.settlements.settlements[SettlementIdx(2)];
  CHECK(settlement.id == "S3");
  CHECK(settlement.block == AreaIdx(1));
  CHECK(settlement.district == AreaIdx(0));
  CHECK_FALSE(settlement.subdivision.valid());
}

TEST_CASE("names in Devanagari are kept") {
  const auto dataset = SmallDataset().read();
  CHECK(dataset.districts.areas[AreaIdx(0)].name == "पटना");
  CHECK(dataset.settlements.settlements[SettlementIdx(1)].name == "रामपुर");
}

TEST_CASE("lengths and areas are those on the ground") {
  const auto dataset = SmallDataset().read();
  const auto& road = dataset.roads.roads[RoadIdx(0)];
  REQUIRE(road.segment_m.size() == 2);
  CHECK(road.segment_m[0] == geodesic_distance_m({85.0, 25.05}, {85.1, 25.05}));
  const double width_km = geodesic_distance_m({85.0, 25.05}, {85.1, 25.05}) / 1000;
  const double height_km = geodesic_distance_m({85.0, 25.0}, {85.0, 25.1}) / 1000;
  CHECK(dataset.blocks.areas[AreaIdx(0)].area_km2 == Approx(width_km * height_km).epsilon(1e-5));
  CHECK(dataset.ground->distance_m(road.line[0], road.line[1]) ==
        Approx(road.segment_m[0]).margin(1e-6));
}

TEST_CASE("a working CRS that is given is used") {
  CHECK(SmallDataset().change("dataset.toml", "\"auto\"", "\"EPSG:32644\"").read().working_crs ==
        "EPSG:32644");
  CHECK_THAT(SmallDataset().change("dataset.toml", "\"auto\"", "\"EPSG:4326\"").get_error(),
             Contains("not a projected CRS in metres"));
}

TEST_CASE("inputs are listed once each, with their checksums") {
  const auto inputs = SmallDataset().read().inputs;
  REQUIRE(inputs.size() == 6);
  CHECK(inputs[0].path == "dataset.toml");
  CHECK(inputs[1].path == "districts.geojson");
  for (const auto& input : inputs) CHECK(input.sha256.size() == 64);
}

namespace {

/// Writes to a file of the dataset when all layers are read and no checksum is taken.
class WritesMeanwhile final : public Progress {
 public:
  WritesMeanwhile(SmallDataset& dataset, std::string file, std::string content)
      : dataset_(dataset), file_(std::move(file)), content_(std::move(content)) {}
  void begin(std::string_view step, std::uint64_t /*n_total*/) override {
    if (step == "Taking checksums") dataset_.write(file_, content_);
  }
  void advance(std::uint64_t /*n*/) override {}

 private:
  SmallDataset& dataset_;
  std::string file_, content_;
};

}  // namespace

TEST_CASE("a file that is written to while it is read is an error") {
  for (const char* file : {"dataset.toml", "settlements.csv"}) {
    SmallDataset small;
    WritesMeanwhile writer(small, file, make_small_files().at(file) + "\n");
    CHECK_THROWS_WITH(read_dataset(small.path(), {}, writer),
                      Contains("was written to while it was read") && Contains(file));
  }
}

TEST_CASE("modelled layers are named") {
  const auto toml =
      replaced(replaced(kSmallToml, "source = \"roads.geojson\"",
                        "source = \"roads.geojson\"\nmodelled = true"),
               "name = \"small\"", "name = \"small\"\nnotice = \"Roads are modelled.\"");
  const auto dataset = SmallDataset().write("dataset.toml", toml).read();
  CHECK(dataset.modelled_layers == std::vector<std::string>{"roads"});
  CHECK(dataset.roads.modelled);
  CHECK(dataset.words.notice == "Roads are modelled.");
}

TEST_CASE("blocks alone are enough") {
  const auto toml = replaced(kSmallToml, R"([layers.district]
source = "districts.geojson"
fields = { id = "id", name = "name" }
)",
                             "");
  const auto dataset = SmallDataset().write("dataset.toml", toml).read();
  CHECK(dataset.districts.areas.empty());
  CHECK(dataset.settlements.settlements[SettlementIdx(0)].block == AreaIdx(0));
  CHECK_FALSE(dataset.centres.centres[CentreIdx(0)].district.valid());
}

TEST_CASE("reading twice gives the same") {
  const SmallDataset small;
  const auto a = small.read(), b = small.read();
  CHECK(a.settlements.settlements[SettlementIdx(0)].at ==
        b.settlements.settlements[SettlementIdx(0)].at);
  CHECK(a.inputs[2].sha256 == b.inputs[2].sha256);
}

TEST_CASE("with check, bad rows never stop the reading") {
  const SmallDataset small;
  const auto content = replaced(make_small_files().at("settlements.csv"), "B1,100,", "B1,many,");
  const auto dataset =
      SmallDataset().write("settlements.csv", content).read({.tolerate_bad_rows = true});
  CHECK(get_ledger(dataset, "settlements").repaired.at("women is not a number") == 1);
  REQUIRE(dataset.notes.size() == 2);
  CHECK(dataset.notes[0].row == "S1");
  CHECK(dataset.notes[0].detail == "women = 'many'");
}
