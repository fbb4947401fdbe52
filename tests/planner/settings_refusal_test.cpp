// Scenarios, profiles and command lines that are refused: message, exit code, nothing left behind.
#include <catch2/catch.hpp>

#include "tests/support/tiny_dataset.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

constexpr int kUsageError = 2;

const std::string kScenario = "dataset = 'd'\n";

/// A profile file that is right; tests change a piece of it.
const std::string kProfile = R"(format = 1
[[profile]]
name = "mine"
direction = "to-centre"
fallback = ""
access_speed_km_h = 4
circuity = 1.3
max_access_m = 5000
waiting_min = 0
speeds = [ { class = "*", season = "all", km_h = 20 } ]
)";

std::string refuse(const TinyDataset& data, const std::vector<std::string>& args) {
  const auto before = data.files();
  const ProgramResult result = data.run(args);
  CHECK(result.exit_code == kUsageError);
  CHECK(result.out.empty());
  CHECK(data.files() == before);
  CHECK_THAT(result.err, Catch::StartsWith("pahunch: "));
  return result.err;
}

std::string refusal_of_scenario(const std::string& more) {
  TinyDataset data;
  data.write("s.toml", kScenario + more);
  return refuse(data, {"run", "s.toml", "-o", "r"});
}

ProgramResult run_with_profile(const TinyDataset& data) {
  return data.run({"run", "--data", "d", "-o", "r", "--set", "travel.profiles=[\"p.toml\"]",
                   "--profile", "mine"});
}

std::string refusal_of_profile(const std::string& from, const std::string& to) {
  std::string text = kProfile;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  TinyDataset data;
  data.write("p.toml", text.replace(at, from.size(), to));
  return refuse(data, {"run", "--data", "d", "-o", "r", "--set", "travel.profiles=[\"p.toml\"]",
                       "--profile", "mine"});
}

}  // namespace

TEST_CASE("a scenario and a profile of one's own are used when they are right") {
  TinyDataset data;
  data.write("p.toml", kProfile);
  const ProgramResult result = run_with_profile(data);
  INFO(result.err);
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("mine, dry season"));
}

TEST_CASE("an unknown key of a scenario is refused with its line and the nearest known one") {
  CHECK_THAT(refusal_of_scenario("[travel]\nseasn = 'dry'\n"),
             Contains("unknown key 'seasn'") && Contains("s.toml, line 3, travel.seasn") &&
                 Contains("did you mean 'season'?"));
  CHECK_THAT(refusal_of_scenario("[travl]\nseason = 'dry'\n"),
             Contains("unknown key 'travl'") && Contains("did you mean 'travel'?"));
}

TEST_CASE("a wrong word of a scenario is refused with the nearest choice") {
  CHECK_THAT(refusal_of_scenario("[travel]\nseason = 'monson'\n"),
             Contains("s.toml, line 3") && Contains("did you mean 'monsoon'?"));
}

TEST_CASE("a scenario file that is not there is refused") {
  CHECK_THAT(refuse(TinyDataset(), {"run", "s.toml", "-o", "r"}),
             Contains("the scenario file cannot be read") && Contains("where: s.toml") &&
                 Contains("--dump-config"));
}

TEST_CASE("a set of a member that is not there is refused with the nearest one") {
  CHECK_THAT(refusal_of_scenario("[centres]\nnow = ['existin']\n"),
             Contains("'existin' is neither a status nor the id of a centre") &&
                 Contains("centres.now") && Contains("did you mean 'existing'?"));
}

TEST_CASE("an unknown key of a profile is refused with its line and the nearest known one") {
  CHECK_THAT(refusal_of_profile("circuity", "circutiy"), Contains("unknown key 'circutiy'") &&
                                                             Contains("p.toml, line 7") &&
                                                             Contains("did you mean 'circuity'?"));
}

TEST_CASE("a profile with a speed of zero is refused with its line") {
  CHECK_THAT(refusal_of_profile("km_h = 20", "km_h = 0"),
             Contains("'km_h' must be more than zero, not 0") && Contains("leave the entry out") &&
                 Contains("p.toml, line 10"));
  CHECK_THAT(refusal_of_profile("access_speed_km_h = 4", "access_speed_km_h = 0"),
             Contains("'access_speed_km_h' must be more than zero, not 0"));
}

TEST_CASE("a profile that is in none of the files is refused with the nearest one") {
  CHECK_THAT(refusal_of_profile("\"mine\"", "\"mime\""),
             Contains("there is no profile 'mine'") && Contains("did you mean 'mime'?"));
}

TEST_CASE("an override that is no key=value is refused") {
  CHECK_THAT(refuse(TinyDataset(), {"run", "--data", "d", "-o", "r", "--set", "travel.season"}),
             Contains("--set 'travel.season' is not key=value"));
  CHECK_THAT(refuse(TinyDataset(), {"run", "--data", "d", "-o", "r", "--set", "travel.seson=dry"}),
             Contains("unknown key 'seson'") && Contains("did you mean 'season'?"));
}

TEST_CASE("a season, a direction or an assignment that is none is refused with the choices") {
  const TinyDataset data;
  CHECK_THAT(refuse(data, {"run", "--data", "d", "--season", "winter"}), Contains("monsoon"));
  CHECK_THAT(refuse(data, {"run", "--data", "d", "--direction", "up"}), Contains("round-trip"));
  CHECK_THAT(refuse(data, {"run", "--data", "d", "--assignment", "any"}), Contains("own-district"));
  CHECK_THAT(refuse(data, {"run", "--data", "d", "--threads", "-1"}), Contains("--threads"));
}

TEST_CASE("quiet and verbose at once are refused") {
  CHECK_THAT(refuse(TinyDataset(), {"run", "--data", "d", "-q", "-v"}), Contains("--quiet"));
}

TEST_CASE("women of 15 years and more are refused where the dataset does not count them") {
  CHECK_THAT(refusal_of_scenario("[demand]\npopulation = '15plus'\n"), Contains("what to try"));
}

TEST_CASE("a folder that cannot be made is refused before anything is read") {
  TinyDataset data;
  data.write("file", "");
  const auto before = data.files();
  const ProgramResult result = data.run({"run", "--data", "d", "-o", "file/r"});
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("file"));
  CHECK(data.files() == before);
}

TEST_CASE("a count that no machine can do is refused at once") {
  for (const char* table : {"[simulation]\nreplicates = 1000000000000000000\ndraws = 2\n",
                            "[simulation]\nreplicates = 100000000\ndraws = 50000000\n",
                            "[simulation]\nsobol_rows = 1000000000000\n",
                            "[hot_spots]\npermutations = 100000000000\n"}) {
    CAPTURE(table);
    CHECK_THAT(refusal_of_scenario(table), Contains("is above") && Contains("s.toml, line"));
  }
  std::string bands = "60", sets;
  for (int i = 1; i <= 101; ++i) {
    bands += ", " + std::to_string(60 + i);
    sets += "s" + std::to_string(i) + " = [\"existing\"]\n";
  }
  CHECK_THAT(refusal_of_scenario("[travel]\nbands_min = [" + bands + "]\n"),
             Contains("more than 100 bands"));
  CHECK_THAT(refusal_of_scenario("[centres]\n" + sets), Contains("more than 100 sets"));
}

TEST_CASE("a dataset of others is trusted only when that is said") {
  TinyDataset data;
  std::filesystem::rename(data.path() / "d/rivers.geojson", data.path() / "rivers.geojson");
  data.change("dataset.toml", "rivers.geojson", "../rivers.geojson");
  CHECK_THAT(refuse(data, {"coverage", "--data", "d"}), Contains("--allow-outside"));
  CHECK_THAT(refuse(data, {"check", "d"}), Contains("--allow-outside"));
  CHECK(data.run({"check", "d", "--allow-outside"}).exit_code == 0);
  REQUIRE(data.run({"run", "--data", "d", "--allow-outside", "-o", "r", "--quiet"}).exit_code == 0);
  CHECK_THAT(refuse(data, {"explain", "r", "--settlement", "S1"}), Contains("--allow-outside"));
  CHECK(data.run({"explain", "r", "--settlement", "S1", "--allow-outside"}).exit_code == 0);
}
