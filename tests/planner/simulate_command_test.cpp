#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/planner/flooded_dataset.h"

using namespace pahunch::test;
using Catch::Contains;
using Words = std::vector<std::string>;

namespace {

constexpr int kWrongUse = 2, kFailed = 1;

const Words kSimulated = {"underserved.csv",        "underserved.geojson",   "parameters.csv",
                          "underserved_blocks.csv", "simulated_centres.csv", "simulation.md",
                          "simulation.json",        "manifest.json",         "pahunch.gpkg"};

}  // namespace

TEST_CASE("simulate writes who is underserved, by settlement and block, and what it rests on") {
  const FloodedDataset data;
  const ProgramResult result = data.simulate({"--json"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  for (const std::string& name : kSimulated) {
    CHECK(std::filesystem::exists(data.path() / "s" / name));
  }
  const auto json = nlohmann::json::parse(result.out);
  CHECK(json["years"] == 12);
  CHECK(json["sets"].size() == 2);
  CHECK(json["conclusions"].size() > 5);
  CHECK(json["conclusions"][0]["draws"] == 3);
  const auto& today = json["sets"][0];
  const std::int64_t judged = today["surely_underserved"].get<std::int64_t>() +
                              today["uncertain"].get<std::int64_t>() +
                              today["surely_served"].get<std::int64_t>();
  double standing = 0;
  for (const auto& [name, spread] : today["rural_women_by_standing"].items()) {
    standing += spread["mean"].get<double>();
  }
  CHECK(standing == Approx(static_cast<double>(judged)).margin(0.5));
  CHECK_THAT(read_text(data.path() / "s/parameters.csv"),
             Contains("demand.report_at_hour,assumed") && Contains("registered_per_year,measured"));
  CHECK_THAT(read_text(data.path() / "s/fields.csv"),
             Contains("pahunch.gpkg:flood_closures,month"));
}

TEST_CASE("women of 15 years and more are counted alone in all of a simulation's figures") {
  FloodedDataset data;
  std::istringstream rows(read_text(data.path() / "d/settlements.csv"));
  std::string row, table;
  int n_rural = 0;
  for (bool is_header = true; std::getline(rows, row); is_header = false) {
    const int half = is_header ? 0 : std::stoi(row.substr(row.rfind(',') + 1)) / 2;
    const std::string value = is_header ? "adults" : std::to_string(half);
    table += row + "," + value + "\n";
    n_rural += half;
  }
  data.write("d/settlements.csv", table);
  data.change("dataset.toml", "rural_women = \"rural_women\"",
              "rural_women = \"rural_women\", women_15plus = \"adults\", rural_women_15plus = "
              "\"adults\"");
  const ProgramResult result = data.simulate({"--json", "--set", "demand.population=15plus"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  const auto json = nlohmann::json::parse(result.out);
  for (const auto& set : json["sets"]) {
    CHECK(set["surely_underserved"].get<int>() + set["uncertain"].get<int>() +
              set["surely_served"].get<int>() ==
          n_rural);
  }
  CHECK(n_rural == 2150);
  CHECK_THAT(read_text(data.path() / "s/simulation.md"),
             Contains(" of 2,150 rural women are underserved"));
  CHECK_THAT(read_text(data.path() / "s/underserved.csv"),
             Contains("S1,Gaon Ek,") && Contains(",500,"));
}

TEST_CASE("simulate holds its model against the record, and its answer against other limits") {
  const FloodedDataset data;
  REQUIRE(data.simulate().exit_code == 0);
  const std::string text = read_text(data.path() / "s/simulation.md");
  for (const char* part : {"## Underserved rural women under other thresholds", "| 90 | 0.9 |",
                           "Where shares of rural women not served gather",
                           "## Turned away for want of a bed", "### Cases disposed",
                           "Not done: the table holds fewer than three years.", "| all | mean |"}) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  }
  const auto json = nlohmann::json::parse(read_text(data.path() / "s/simulation.json"));
  CHECK(json["thresholds"].size() == 9);
  CHECK(json["hot_spots"].size() == 2);
  CHECK(json["capacity"]["sets"].size() == 2);
  CHECK(json["checks"]["disposals"].size() == 3);
  CHECK_THAT(read_text(data.path() / "s/underserved_blocks.csv"),
             Contains(",hot_spot_plan,hot_spot_q_plan"));
  CHECK_THAT(read_text(data.path() / "s/fields.csv"), Contains("hot_spot_q_plan"));
}

TEST_CASE("simulate gives the same bytes on one and two threads") {
  const FloodedDataset data;
  REQUIRE(data.simulate({"--threads", "1"}).exit_code == 0);
  std::filesystem::rename(data.path() / "s", data.path() / "one");
  REQUIRE(data.simulate({"--threads", "2"}).exit_code == 0);
  for (const std::string& name : kSimulated) {
    INFO(name);
    CHECK(read_text(data.path() / "s" / name) == read_text(data.path() / "one" / name));
  }
}

TEST_CASE("a block named with mark-up shows as text in the summary of a simulation") {
  FloodedDataset data;
  data.change("blocks.geojson", "Sonpur", "Son|pur <b>");
  REQUIRE(data.simulate().exit_code == 0);
  CHECK_THAT(read_text(data.path() / "s/simulation.md"), Contains("Son\\|pur \\<b>"));
}

TEST_CASE("another seed gives other years") {
  const FloodedDataset data;
  const auto first = data.simulate({"--json"});
  const auto other = data.simulate({"--json", "--overwrite", "--seed", "7"});
  REQUIRE(other.exit_code == 0);
  CHECK(first.out != other.out);
}

TEST_CASE("a run simulates too, and its summary opens with it") {
  const FloodedDataset data;
  REQUIRE(data.run({"run", "--data", "d", "-o", "r", "-q", "--set", "simulation.replicates=12",
                    "--set", "simulation.draws=3"})
              .exit_code == 0);
  const std::string summary = read_text(data.path() / "r/summary.md");
  CHECK(summary.find("## Who is underserved") < summary.find("## Women within reach"));
  CHECK_THAT(summary, Contains("12 years: 3 draws"));
  CHECK(std::filesystem::exists(data.path() / "r/underserved.geojson"));
}

TEST_CASE("without floods or cases simulate says what is missing, and a run goes on") {
  const TinyDataset data;
  const ProgramResult result = data.run({"simulate", "--data", "d", "-o", "s"});
  CHECK(result.exit_code == kWrongUse);
  CHECK_THAT(result.err, Contains("no table of floods"));
  CHECK_FALSE(std::filesystem::exists(data.path() / "s"));
  const ProgramResult run = data.run({"run", "--data", "d", "-o", "r"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.err, Contains("no simulation: the dataset has no table of floods"));
}

TEST_CASE("simulate refuses what it cannot do, and leaves nothing behind") {
  FloodedDataset data;
  CHECK_THAT(data.simulate({"--direction", "round-trip"}).err, Contains("out and back"));
  const ProgramResult run = data.run({"run", "--data", "d", "-o", "r", "--profile", "rescue-van"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.err, Contains("no simulation: journeys go out and back"));
  CHECK_THAT(data.run({"simulate", "--data", "d", "--draws", "7"}).err, Contains("shared evenly"));
  CHECK_THAT(data.simulate({"--assignment", "own-district"}).err, Contains("own district"));
  data.write("h.toml", "format = 1\n[roads]\nslow_factor = 0.5\n");
  const ProgramResult hazard = data.simulate({"--set", "hazard.file=h.toml"});
  CHECK(hazard.exit_code == kWrongUse);
  CHECK_THAT(hazard.err, Contains("h.toml") && Contains("slow_factor"));
  data.write("o.toml", "format = 1\n[shelter]\nbeds = { value = 5, low = 9, high = 3 }\n");
  CHECK_THAT(data.simulate({"--set", "operations.file=o.toml"}).err, Contains("o.toml"));
  data.change("flood.csv", "0.5", "1.5");
  CHECK(data.simulate().exit_code == kFailed);
  CHECK_FALSE(std::filesystem::exists(data.path() / "s"));
}

TEST_CASE("one set alone is simulated, with nothing that it is held against") {
  const FloodedDataset data;
  const ProgramResult result = data.simulate({"--json", "--set", "centres.today=[\"existing\"]"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  const auto json = nlohmann::json::parse(result.out);
  CHECK(json["sets"].size() == 1);
  CHECK(json["more_served"].is_null());
  CHECK(std::filesystem::exists(data.path() / "s/underserved.csv"));
}
