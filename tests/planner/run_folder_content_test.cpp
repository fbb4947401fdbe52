// What is in the folder of a run agrees with itself: tables, maps, dictionary, summaries.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/support/tiny_dataset.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

using Row = std::map<std::string, std::string>;

/// A CSV file without quoted line ends, row by row, by column.
std::vector<Row> csv_rows(const std::string& csv) {
  const auto split = [](const std::string& line) {
    std::vector<std::string> parts(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        parts.emplace_back();
      } else {
        parts.back() += c;
      }
    }
    return parts;
  };
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  const auto names = split(line);
  std::vector<Row> rows;
  while (std::getline(lines, line)) {
    const auto values = split(line);
    REQUIRE(values.size() == names.size());
    Row row;
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = values[i];
    rows.push_back(row);
  }
  return rows;
}

long sum(const std::vector<Row>& rows, const std::string& column) {
  long total = 0;
  for (const Row& row : rows) total += row.at(column).empty() ? 0 : std::stol(row.at(column));
  return total;
}

/// A run of the tiny dataset in "r".
struct TinyRun {
  TinyRun() { REQUIRE(data.run({"run", "--data", "d", "-o", "r", "-q"}).exit_code == 0); }
  [[nodiscard]] std::string text(const std::string& name) const {
    return read_text(data.path() / "r" / name);
  }
  [[nodiscard]] std::vector<Row> rows(const std::string& name) const {
    return csv_rows(text(name));
  }
  [[nodiscard]] nlohmann::json json(const std::string& name) const {
    return nlohmann::json::parse(text(name));
  }
  TinyDataset data;
};

}  // namespace

TEST_CASE("districts, blocks and settlements of a run count the same women") {
  const TinyRun run;
  const auto settlements = run.rows("settlements.csv");
  CHECK(sum(settlements, "women") == 5400);
  for (const std::string table : {"blocks.csv", "districts.csv"}) {
    INFO(table);
    const auto areas = run.rows(table);
    CHECK(sum(areas, "women") == 5400);
    CHECK(sum(areas, "rural_women") == sum(settlements, "rural_women"));
    CHECK(sum(areas, "settlements") == 9);
  }
}

TEST_CASE("the ledger of every area of a run adds up to its women under each set") {
  const TinyRun run;
  for (const std::string set : {"baseline", "plan"}) {
    for (const Row& row : run.rows("blocks.csv")) {
      long total = 0;
      for (const std::string part :
           {"reached_", "beyond_", "no_service_", "cut_off_", "off_network_"}) {
        total += std::stol(row.at(part + set));
      }
      INFO(row.at("id") << " under " << set);
      CHECK(total == std::stol(row.at("women")));
    }
  }
}

TEST_CASE("the summary of a run has the figures of its tables") {
  const TinyRun run;
  const auto headline = run.json("summary.json")["headline"];
  const auto settlements = run.rows("settlements.csv");
  long covered = 0, newly = 0;
  for (const Row& row : settlements) {
    const bool within = !row.at("min_plan").empty() && std::stod(row.at("min_plan")) <= 60;
    covered += within ? std::stol(row.at("women")) : 0;
    newly += row.at("newly_covered") == "1" ? std::stol(row.at("women")) : 0;
  }
  CHECK(headline["sets"][1]["within"][1]["women"] == covered);
  CHECK(headline["change"][1]["newly_covered"]["women"] == newly);
  CHECK(sum(run.rows("blocks.csv"), "newly_covered") == newly);
}

TEST_CASE("every column of a run is explained once in fields.csv") {
  const TinyRun run;
  const auto fields = run.rows("fields.csv");
  for (const std::string table : {"settlements", "centres", "blocks", "districts"}) {
    std::istringstream header(run.text(table + ".csv"));
    std::string line, name;
    std::getline(header, line);
    std::istringstream names(line);
    while (std::getline(names, name, ',')) {
      INFO(table << "." << name);
      CHECK(std::ranges::count_if(fields, [&](const Row& row) {
              return row.at("file") == table + ".csv" && row.at("column") == name;
            }) == 1);
    }
  }
}

TEST_CASE("the maps of a run have a feature a row, on WGS 84, and at most twelve columns") {
  const TinyRun run;
  for (const std::string name : {"settlements", "centres", "blocks", "districts"}) {
    INFO(name);
    const auto json = run.json(name + ".geojson");
    CHECK(json["features"].size() == run.rows(name + ".csv").size());
    CHECK_FALSE(json.contains("crs"));
    CHECK(json["features"][0]["properties"].size() <= 12);
  }
  const auto place = run.json("settlements.geojson")["features"][0]["geometry"]["coordinates"];
  CHECK(place[0].get<double>() == Approx(85.03).margin(1e-6));
  CHECK(place[1].get<double>() == Approx(25.452).margin(1e-6));
}

TEST_CASE("names in Devanagari and with commas come through a run") {
  const TinyRun run;
  const auto settlements = run.rows("settlements.csv");
  CHECK(settlements[2].at("name") == "सोनपुर");
  CHECK(settlements[7].at("name") == "Gaon Aath, Purab");
  CHECK_THAT(run.text("settlements.geojson"), Contains("सोनपुर"));
}

TEST_CASE("the manifest of a run has the size and checksum of each file as it lies there") {
  const TinyRun run;
  const auto manifest = run.json("manifest.json");
  for (const auto& file : manifest["files"]) {
    const std::string name = file["name"];
    INFO(name);
    CHECK(run.text(name).size() == file["bytes"].get<std::size_t>());
    CHECK(file["sha256"].get<std::string>().size() == 64);
  }
}
