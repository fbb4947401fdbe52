// How words and options may be mixed on the command line of the built program.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/tiny_dataset.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

const std::string kProfile =
    "format = 1\n[[profile]]\nname = 'mine'\ndirection = 'to-centre'\naccess_speed_km_h = 4\n"
    "circuity = 1\nmax_access_m = 5000\nwaiting_min = 0\n"
    "speeds = [{ class = '*', season = 'all', km_h = 20 }]\n";

}  // namespace

TEST_CASE("an option that may be repeated does not swallow the word after its value") {
  TinyDataset data;
  data.write("s.toml", "dataset = 'd'\n").write("p.toml", kProfile);
  const ProgramResult set =
      data.run({"run", "--set", "travel.season=monsoon", "s.toml", "--dump-config"});
  CHECK(set.exit_code == 0);
  CHECK_THAT(set.out, Contains("season = \"monsoon\""));
  const ProgramResult centres =
      data.run({"coverage", "--centres", "now=existing", "s.toml", "--dump-config"});
  CHECK_THAT(centres.out, Contains("now = [\"existing\"]"));
  const ProgramResult check =
      data.run({"check", "--profiles", "p.toml", "d", "--profile", "mine", "--json"});
  CHECK(check.exit_code == 0);
  CHECK(nlohmann::json::parse(check.out)["total"]["women"] == 5400);
}

TEST_CASE("a layer to export may stand before the run") {
  const TinyDataset data;
  REQUIRE(data.run({"run", "--data", "d", "-o", "r", "-q"}).exit_code == 0);
  const ProgramResult result =
      data.run({"export", "--format", "csv", "--layer", "blocks", "r", "-o", "e"});
  CHECK(result.exit_code == 0);
  CHECK(std::filesystem::exists(data.path() / "e/blocks.csv"));
  CHECK(std::filesystem::exists(data.path() / "e/fields.csv"));
  CHECK_FALSE(std::filesystem::exists(data.path() / "e/centres.csv"));
}

TEST_CASE("the first set on the command line is the baseline") {
  const TinyDataset data;
  const ProgramResult result = data.run({"coverage", "--data", "d", "--centres", "today=existing",
                                         "--centres", "plan=existing,planned", "--json"});
  REQUIRE(result.exit_code == 0);
  const auto headline = nlohmann::json::parse(result.out)["headline"];
  CHECK(headline["sets"][0]["name"] == "today");
  CHECK(headline["sets"][0]["centres"] == 2);
  CHECK(headline["sets"][1]["centres"] == 4);
  for (const auto& change : headline["change"]) CHECK(change["lost"]["women"] == 0);
}

TEST_CASE("a seed that no scenario could hold is refused") {
  const ProgramResult result = TinyDataset().run({"run", "--data", "d", "--seed", "-1"});
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err, Contains("--seed"));
}
