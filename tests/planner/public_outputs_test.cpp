// What anybody may see of a study whose centres are not for everybody to find.
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/planner/batch/batch_dataset.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

/// Its square of 5 km has its middle at 85.135066, 25.462739.
constexpr const char* kMove = "centres.move=[{id='C1',lon=85.123456,lat=25.456789}]";
constexpr const char* kMovedToMiddle = "lon = 85.135066, lat = 25.462739";

struct PlaceOf {
  double lon, lat;
};
constexpr PlaceOf kMoved{85.123456, 25.456789};
/// C1 and C2 of the tiny dataset, as centres.csv has them.
constexpr PlaceOf kC1{85.101, 25.42}, kC2{85.37, 25.451};

using Files = std::map<std::string, std::string>;  ///< by name

Files files_of(const std::filesystem::path& folder) {
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).generic_string();
    if (entry.is_regular_file()) files[name] = read_text(entry.path());
  }
  return files;
}

double double_at(const std::string& bytes, std::size_t at, std::endian order) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    const std::size_t from = order == std::endian::big ? i : 7 - i;
    bits = bits << 8U | static_cast<unsigned char>(bytes[at + from]);
  }
  return std::bit_cast<double>(bits);
}

/// Has a GeoPackage these two numbers side by side, as columns (big-endian) or as a point?
bool holds_numbers(const std::string& bytes, PlaceOf place) {
  const auto is_near = [](double a, double b) { return std::abs(a - b) < 2e-6; };
  for (std::size_t at = 0; at + 16 <= bytes.size(); ++at) {
    for (const std::endian order : {std::endian::big, std::endian::little}) {
      if (is_near(double_at(bytes, at, order), place.lon) &&
          is_near(double_at(bytes, at + 8, order), place.lat)) {
        return true;
      }
    }
  }
  return false;
}

/// The exact places are in none of the files, be it as text or as numbers.
void check_keeps_places(const Files& files) {
  CHECK_FALSE(files.empty());
  for (const auto& [name, content] : files) {
    INFO(name);
    for (const char* text :
         {"25.456789", "85.101000,25.42", "85.370000,25.451", "85.101, 25.42", "85.37, 25.451"}) {
      CHECK(content.find(text) == std::string::npos);
    }
    if (!name.ends_with(".gpkg")) continue;
    for (const PlaceOf place : {kMoved, kC1, kC2}) CHECK_FALSE(holds_numbers(content, place));
  }
}

struct PublicStudy : BatchDataset {
  /// Those of a run into the folder, without years.
  [[nodiscard]] Files files(const std::string& folder, const BatchWords& more) const {
    const BatchWords start = {
        "run", "--data", "d", "-o", folder, "--set", kMove, "--set", "simulation.in_run=false"};
    const ProgramResult result = run(join(start, more));
    CAPTURE(result.err);
    REQUIRE(result.exit_code == 0);
    return files_of(path() / folder);
  }
};

}  // namespace

TEST_CASE("no file of a public run tells where a centre is, nor where one is moved to") {
  const PublicStudy data;
  const Files exact = data.files("exact", {});
  CHECK_THAT(exact.at("manifest.json"), Contains("85.123456"));
  CHECK_THAT(exact.at("centres.csv"), Contains("85.123456,25.456789") &&
                                          Contains("85.101000,25.42") &&
                                          Contains("85.370000,25.451"));
  for (const PlaceOf place : {kMoved, kC1, kC2}) {
    CHECK(holds_numbers(exact.at("pahunch.gpkg"), place));
  }
  const Files rough = data.files("rough", {"--public"});
  check_keeps_places(rough);
  CHECK_THAT(rough.at("manifest.json"), Contains(kMovedToMiddle));
  CHECK_THAT(rough.at("centres.csv"), Contains("85.135066,25.462739"));
  // The settlements are where they were, and so are the minutes.
  CHECK_THAT(rough.at("settlements.csv"), Contains("85.250000,25.451000"));
}

TEST_CASE("a route is explained to where a public run tells that a centre is, and it is said") {
  const PublicStudy data;
  static_cast<void>(data.files("rough", {"--public"}));
  const ProgramResult result = data.run({"explain", "rough", "--settlement", "S1"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.err, Contains("middle of their squares"));
  static_cast<void>(data.files("exact", {}));
  CHECK_THAT(data.run({"explain", "exact", "--settlement", "S1"}).err, !Contains("squares"));
}

TEST_CASE("the sites that are chosen are not told more nearly in public") {
  const BatchDataset data;
  for (const bool is_public : {false, true}) {
    const ProgramResult result =
        data.run({"optimise", "--data", "d", "-o", "o", "--overwrite", "--p", "1", "--set",
                  std::string("privacy.public=") + (is_public ? "true" : "false")});
    CAPTURE(result.err);
    REQUIRE(result.exit_code == 0);
    const Files files = files_of(data.path() / "o");
    if (is_public) check_keeps_places(files);
    CHECK((files.at("sites.csv").find("85.101000,25.42") == std::string::npos) == is_public);
    CHECK(holds_numbers(files.at("pahunch.gpkg"), kC1) != is_public);
  }
}

TEST_CASE("a batch of which one scenario is public shows no place of a centre") {
  const BatchDataset data;
  const std::string move = "centres.move=[[{id='C1',lon=85.123456,lat=25.456789}]]";
  REQUIRE(data.batch(join(kNoYears, {"--grid", move})).exit_code == 0);
  CHECK_THAT(data.results().at("batch.csv"), Contains("85.123456"));
  CHECK_THAT(data.results().at("batch.json"), Contains("85.123456"));
  data.forget();
  REQUIRE(data.batch(join(kNoYears, {"--grid", move, "--grid", "privacy.public=[false,true]"}))
              .exit_code == 0);
  check_keeps_places(data.results());
  for (const char* name : {"batch.csv", "batch.json", "batch.md"}) {
    INFO(name);
    CHECK_THAT(data.results().at(name), Contains("a place that is not shown"));
  }
  // What places nothing stays.
  CHECK(data.scenario("grid-1")["parameters"]["privacy.public"] == "false");
}

TEST_CASE("a batch shows the one site that a scenario moves in the middle of its square") {
  const BatchDataset data;
  const BatchWords out = join(kNoYears, {"--one-out", "existing"});
  REQUIRE(data.batch(out).exit_code == 0);
  CHECK(holds_numbers(data.results().at("batch.gpkg"), kC1));
  data.forget();
  REQUIRE(data.batch(join(out, {"--grid", "privacy.public=[true]"})).exit_code == 0);
  check_keeps_places(data.results());
}

TEST_CASE("why a scenario of a public batch failed quotes no place") {
  const BatchDataset data;
  const BatchWords words =
      join(kNoYears, {"--set", kMove, "--grid", "travel.season=['dry','wet']"});
  REQUIRE(data.batch(words).exit_code == 3);
  CHECK_THAT(data.results().at("batch.json"), Contains("where: travel.season"));
  data.forget();
  REQUIRE(data.batch(join(words, {"--set", "privacy.public=true"})).exit_code == 3);
  check_keeps_places(data.results());
  CHECK_THAT(data.results().at("batch.csv"), Contains("quotes settings that are not shown"));
}
