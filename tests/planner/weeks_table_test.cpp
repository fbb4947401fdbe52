// The weekly review as files of a simulation.
#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/planner/flooded_dataset.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

using Cells = std::map<std::string, std::string>;  ///< by column

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> parts{""};
  for (const char c : line) {
    if (c == ',') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

/// A CSV file without quoted cells.
std::vector<Cells> read_rows(const std::filesystem::path& file) {
  std::istringstream in(read_text(file));
  std::string line;
  std::getline(in, line);
  const auto names = split(line);
  std::vector<Cells> rows;
  while (std::getline(in, line)) {
    const auto cells = split(line);
    REQUIRE(cells.size() == names.size());
    Cells& row = rows.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = cells[i];
  }
  return rows;
}

double sum_of(const std::vector<Cells>& rows, const std::string& level, const std::string& column) {
  double sum = 0;
  for (const Cells& row : rows) {
    if (row.at("level") == level && row.at("set") == "baseline") sum += std::stod(row.at(column));
  }
  return sum;
}

/// Two centres exist; the whole is stated in one week, and the sum of its centres in the other.
struct WatchedDataset : FloodedDataset {
  WatchedDataset() {
    change("dataset.toml", "source = \"source\" }",
           "source = \"source\", centre = \"centre\", "
           "open = \"open\", wait_hours = \"wait\" }");
    write("d/cases.csv",
          "year,registered,disposed,months,source,centre,open,wait\n"
          "2023-24,300,250,12,made up,,,\n2024-25,320,300,12,made up,,,\n"
          "2025-W07,9,8,,log,,41,\n" +
              rows_of_centres());
  }
  static std::string rows_of_centres() {
    std::string rows;
    for (const Cells& centre : read_rows(source_file("tests/data/tiny/centres.csv"))) {
      if (centre.at("status") != "existing") continue;
      rows += "2025-W08,3,2,,log," + centre.at("id") + ",10,6\n";
    }
    return rows;
  }
};

}  // namespace

TEST_CASE("a simulation has a row for each set, area and week, and the weeks add up") {
  const FloodedDataset data;
  const ProgramResult result = data.simulate();
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  const auto rows = read_rows(data.path() / "s/weeks.csv");
  CHECK(rows.size() % 53 == 0);
  CHECK(rows.front().at("level") == "all");
  CHECK(rows[51].at("days") == "7");
  CHECK(rows[52].at("days") == "1");
  for (const char* column : {"cases_mean", "disposed_mean", "open_mean", "beds_mean"}) {
    INFO(column);
    const double whole = sum_of(rows, "all", column);
    CHECK(whole > 0);
    CHECK(sum_of(rows, "centre", column) == Approx(whole).margin(0.005 * 53 * 4));
    CHECK(sum_of(rows, "district", column) == Approx(whole).margin(0.005 * 53 * 4));
  }
  for (const Cells& row : rows) {
    CHECK(std::stod(row.at("open_low")) <= std::stod(row.at("open_high")));
  }
  CHECK_THAT(read_text(data.path() / "s/fields.csv"),
             Contains("5% point of it over the simulated years") && Contains("weeks"));
  CHECK_FALSE(std::filesystem::exists(data.path() / "s/observed_weeks.csv"));
}

TEST_CASE("observed weeks are told as such, the sum where every existing centre has the week") {
  const WatchedDataset data;
  const ProgramResult result = data.simulate();
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  const auto rows = read_rows(data.path() / "s/observed_weeks.csv");
  CHECK(rows[0].at("period") == "2025-W07");
  CHECK(rows[0].at("cases") == "9");
  CHECK(rows[0].at("open") == "41");
  CHECK(rows[0].at("wait").empty());
  CHECK(rows[1].at("period") == "2025-W08");
  CHECK(rows[1].at("level") == "all");
  double centres = 0;
  for (const Cells& row : rows) centres += row.at("level") == "centre" ? 1 : 0;
  CHECK(centres > 0);
  CHECK(std::stod(rows[1].at("cases")) == 3 * centres);
  CHECK(std::stod(rows[1].at("open")) == 10 * centres);
  CHECK(rows[1].at("wait") == "6.00");
  CHECK_THAT(read_text(data.path() / "s/fields.csv"), Contains("observed: registered"));
}

TEST_CASE("a centre that is moved takes no observed week from the sums") {
  const WatchedDataset data;
  REQUIRE(data.simulate().exit_code == 0);
  const std::string before = read_text(data.path() / "s/observed_weeks.csv");
  REQUIRE(data.simulate({"--overwrite", "--set", "centres.move=[{id='C1',lon=85.05,lat=25.45}]"})
              .exit_code == 0);
  CHECK(read_text(data.path() / "s/observed_weeks.csv") == before);
}

TEST_CASE("weeks beside the years change no number of the simulation") {
  const FloodedDataset years;
  const WatchedDataset weeks;
  REQUIRE(years.simulate().exit_code == 0);
  REQUIRE(weeks.simulate().exit_code == 0);
  for (const char* name : {"weeks.csv", "underserved.csv", "parameters.csv", "simulation.json"}) {
    INFO(name);
    CHECK(read_text(years.path() / "s" / name) == read_text(weeks.path() / "s" / name));
  }
}

TEST_CASE("small observed counts are hidden where it is asked, with what would give them away") {
  const WatchedDataset data;
  REQUIRE(data.simulate({"--suppress-below", "5"}).exit_code == 0);
  const auto rows = read_rows(data.path() / "s/observed_weeks.csv");
  CHECK(rows[0].at("cases") == "9");  // of all centres: not small
  for (const Cells& row : rows) {
    INFO(row.at("period") << " " << row.at("level") << " " << row.at("id"));
    CHECK(row.at("open").empty());  // or it could be worked back from other weeks
    CHECK(row.at("wait").empty());
    CHECK(row.at("cases").empty() == (row.at("hidden") == "1"));
    if (row.at("level") == "centre") CHECK(row.at("hidden") == "1");  // 3 cases each
  }
  CHECK_THAT(read_text(data.path() / "s/fields.csv"), Contains("a count from 1 to 4"));
  CHECK_THAT(read_text(data.path() / "s/simulation.md"),
             Contains("counts from 1 to 4 are not shown"));
  CHECK(data.simulate({"--suppress-below", "1", "--overwrite"}).exit_code == 2);
}

TEST_CASE(
    "a stated week that is not the sum of its centres is hidden safely, and never without end") {
  // C1 has 3; with the 77 or 117 of C2 the centres have 80 or 120 of the 100 that are stated.
  for (const bool is_short : {true, false}) {
    FloodedDataset data;
    data.change("dataset.toml", "source = \"source\" }",
                "source = \"source\", centre = \"centre\" }");
    data.write("d/cases.csv",
               std::string("year,registered,disposed,months,source,centre\n"
                           "2023-24,300,250,12,made up,\n2024-25,320,300,12,made up,\n"
                           "2025-W08,100,,,log,\n2025-W08,3,,,log,C1\n2025-W08,") +
                   (is_short ? "77" : "117") + ",,,log,C2\n");
    const ProgramResult result = data.simulate({"--suppress-below", "10"});
    CAPTURE(is_short, result.err);
    REQUIRE(result.exit_code == 0);
    for (const Cells& row : read_rows(data.path() / "s/observed_weeks.csv")) {
      INFO(row.at("level") << " " << row.at("id"));
      // Of 100, 23 are of C1 or of nobody. Of 120 that are to be 100, nothing can be trusted.
      const bool is_c1 = row.at("id") == "C1" || row.at("id") == "D1";
      CHECK((row.at("hidden") == "1") == (is_c1 || !is_short));
      CHECK(row.at("cases").empty() == (row.at("hidden") == "1"));
    }
  }
}

TEST_CASE("a public run has its centres in the middle of their squares, and says so") {
  const WatchedDataset data;
  const auto run = [&](const std::string& folder, const std::vector<std::string>& more) {
    std::vector<std::string> words = {
        "run", "--data", "d", "-o", folder, "--set", "simulation.in_run=false"};
    words.insert(words.end(), more.begin(), more.end());
    REQUIRE(data.run(words).exit_code == 0);
    return nlohmann::json::parse(read_text(data.path() / folder / "centres.geojson"));
  };
  const auto exact = run("exact", {}), rough = run("rough", {"--public"});
  REQUIRE(exact["features"].size() == rough["features"].size());
  for (std::size_t i = 0; i < exact["features"].size(); ++i) {
    const auto& at = exact["features"][i]["geometry"]["coordinates"];
    const auto& moved = rough["features"][i]["geometry"]["coordinates"];
    CHECK(at != moved);
    // Half of a square of 5 km is 0.023 degrees of latitude and 0.025 of longitude.
    CHECK(std::abs(at[0].get<double>() - moved[0].get<double>()) < 0.026);
    CHECK(std::abs(at[1].get<double>() - moved[1].get<double>()) < 0.024);
    CHECK(exact["features"][i]["properties"] == rough["features"][i]["properties"]);
  }
  CHECK_THAT(read_text(data.path() / "rough/summary.md"), Contains("not where they are"));
}
