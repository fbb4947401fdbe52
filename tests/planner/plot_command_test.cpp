// `pahunch plot` draws with gnuplot, which must be installed for these.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/planner/flooded_dataset.h"

using namespace pahunch::test;
using Catch::Contains;
namespace fs = std::filesystem;
using Rows = std::vector<std::vector<std::string>>;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

/// Without quoted cells.
Rows rows_of(const fs::path& csv) {
  Rows rows;
  std::istringstream in(read_text(csv));
  for (std::string line; std::getline(in, line);) {
    rows.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
  }
  return rows;
}

bool is_xml(const fs::path& file) {
  const std::string command =
      "python3 -c 'import sys, xml.dom.minidom as m; m.parse(sys.argv[1])' '" + file.string() +
      "' 2>/dev/null";
  return std::system(command.c_str()) == 0;
}

/// Another PATH while it lives.
class OtherPath {
 public:
  explicit OtherPath(const std::string& path) { ::setenv("PATH", path.c_str(), 1); }
  OtherPath(const OtherPath&) = delete;
  OtherPath& operator=(const OtherPath&) = delete;
  ~OtherPath() { ::setenv("PATH", before_.c_str(), 1); }

 private:
  std::string before_ = std::getenv("PATH");
};

struct PlottedRun : FloodedDataset {
  void make_run() const {
    const auto result = run({"run", "--data", "d", "-o", "r", "-q", "--set",
                             "simulation.replicates=12", "--set", "simulation.draws=3"});
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
  }
  [[nodiscard]] ProgramResult plot(std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"plot", "r"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  [[nodiscard]] fs::path file(const std::string& name) const { return path() / "r-plots" / name; }
};

const std::vector<std::string> kPlots = {"coverage_curve", "bands", "lorenz",       "districts",
                                         "worst_blocks",   "waits", "floods_check", "cases_check"};

}  // namespace

TEST_CASE("each plot of a run is drawn as SVG and PNG, with its data, and none is blank") {
  const PlottedRun data;
  data.make_run();
  const auto result = data.plot();
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK_THAT(result.err, Contains("drew 8 plots in r-plots"));
  for (const std::string& name : kPlots) {
    INFO(name);
    const std::string svg = read_text(data.file(name + ".svg"));
    CHECK(is_xml(data.file(name + ".svg")));
    CHECK(count(svg, "<path") + count(svg, "<polygon") > 5);
    CHECK_THAT(svg, Contains("All of this is made up.") && Contains("Tiny: centres for tests") &&
                        Contains("existing-vs-planned"));
    CHECK(rows_of(data.file(name + ".csv")).size() > 1);
    CHECK(fs::file_size(data.file(name + ".png")) > 10'000);
    CHECK_THAT(read_text(data.file("fields.csv")), Contains(name + ".csv,"));
  }
}

TEST_CASE("what is drawn is what the run's own tables say, and each row has its mark") {
  const PlottedRun data;
  data.make_run();
  REQUIRE(data.plot({"--format", "svg"}).exit_code == 0);
  const auto curve = rows_of(data.path() / "r/coverage_curve.csv");
  const auto drawn = rows_of(data.file("coverage_curve.csv"));
  // A row a minute for two sets, rural and all; two simulated.
  REQUIRE(drawn.size() == 1 + 4 * (curve.size() - 1) + 2);
  for (std::size_t i = 1; i < curve.size(); ++i) {
    CHECK(drawn[i][2] == curve[i][0]);
    CHECK(drawn[i][3] == curve[i][2]);                     // rural, baseline
    CHECK(drawn[i + curve.size() - 1][3] == curve[i][1]);  // all, baseline
  }
  const auto districts = rows_of(data.file("districts.csv"));
  const std::string svg = read_text(data.file("districts.svg"));
  CHECK(count(svg, "#gpPt5' transform") == districts.size() - 1 + 1);  // and in the key
  CHECK(count(svg, "#gpPt6' transform") == districts.size() - 1 + 1);
  const auto json = nlohmann::json::parse(read_text(data.path() / "r/summary.json"));
  const auto worst = rows_of(data.file("worst_blocks.csv"));
  REQUIRE(worst.size() == 1 + json["worst_blocks"].size());
  const auto with_bar = std::ranges::count_if(
      worst, [](const auto& row) { return !row[3].empty() && row[3] != "half_min"; });
  CHECK(count(read_text(data.file("worst_blocks.svg")), "<polygon fill = 'rgb( 11,  83, 148)'") ==
        static_cast<std::size_t>(with_bar));
  for (std::size_t i = 1; i < worst.size(); ++i) {
    CHECK(worst[i][0] == json["worst_blocks"][i - 1]["id"].get<std::string>());
    CHECK(std::stoll(worst[i][4]) == json["worst_blocks"][i - 1]["women"]);
  }
}

TEST_CASE("plots are the same bytes each time, and for a column smaller than for a slide") {
  const PlottedRun data;
  data.make_run();
  REQUIRE(data.plot({"--format", "svg", "-o", "one"}).exit_code == 0);
  REQUIRE(data.plot({"--format", "svg", "-o", "two", "--threads", "1"}).exit_code == 0);
  for (const std::string& name : kPlots) {
    INFO(name);
    CHECK(read_text(data.path() / "one" / (name + ".svg")) ==
          read_text(data.path() / "two" / (name + ".svg")));
  }
  REQUIRE(data.plot({"--only", "bands,lorenz", "--size", "column", "-o", "c"}).exit_code == 0);
  CHECK_THAT(read_text(data.path() / "c/bands.svg"), Contains("width=\"600\""));
  CHECK_THAT(read_text(data.path() / "one/bands.svg"), Contains("width=\"1200\""));
  CHECK_FALSE(fs::exists(data.path() / "c/waits.svg"));
}

TEST_CASE("text from data is drawn as text and runs nothing, whatever is in it") {
  PlottedRun data;
  const std::string name = "`touch owned` \\\"$(touch owned)'@W {/:Bold x}^2_3 <b>&";
  const std::string csv_name = "\"`touch owned` \\\"\"$(touch owned)'@W {/:Bold x}^2_3 <b>&\"";
  data.change("centres.csv", "Paschim OSC", csv_name);
  const std::string districts = read_text(data.path() / "d/districts.geojson");
  data.change("districts.geojson", "\"Paschim\"", R"j("`x` \"\\101 @W ^2 _3 system('x')")j");
  data.change("dataset.toml", "All of this is made up.", "Made \\\"up\\\" `touch owned` %s {x}^2.");
  data.make_run();
  const auto result = data.plot({"--format", "svg"});
  CAPTURE(result.err, name);
  REQUIRE(result.exit_code == 0);
  CHECK_THAT(read_text(data.file("waits.svg")),
             Contains("`touch owned` \\\"$(touch owned…"));  // cut, as it is long
  CHECK_THAT(read_text(data.file("districts.svg")), Contains("`x` \"\\101 @W ^2 _3 system('x')"));
  CHECK_THAT(read_text(data.file("bands.svg")), Contains("Made \"up\" `touch owned` %s {x}^2."));
  for (const auto& [file, content] : data.files()) CHECK_FALSE(file.ends_with("owned"));
}

TEST_CASE("without gnuplot, or with one that fails, plot says so and leaves nothing") {
  PlottedRun data;
  data.make_run();
  data.write("bin/none", "");
  {
    const OtherPath path((data.path() / "bin").string());
    const auto result = data.plot();
    CHECK(result.exit_code == 1);
    CHECK_THAT(result.err, Contains("gnuplot is not there") && Contains("gnuplot-nox"));
  }
  data.write("bin/gnuplot", "#!/bin/sh\necho cannot draw >&2\nexit 3\n");
  fs::permissions(data.path() / "bin/gnuplot", fs::perms::owner_all);
  const OtherPath path((data.path() / "bin").string());
  const auto result = data.plot();
  CHECK(result.exit_code == 1);
  CHECK_THAT(result.err, Contains("gnuplot could not draw") && Contains("cannot draw"));
  CHECK_FALSE(fs::exists(data.path() / "r-plots"));
}

TEST_CASE("a plot, format or size that there is not is wrong usage, with those that there are") {
  const PlottedRun data;
  CHECK(data.plot({"--format", "pdf"}).exit_code == 2);
  CHECK_THAT(data.plot({"--size", "big"}).err, Contains("there are: slide, column"));
  CHECK(data.plot().exit_code == 1);  // no run
  data.make_run();
  const auto result = data.plot({"--only", "lorentz"});
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err,
             Contains("no plot 'lorentz'") && Contains("coverage_curve, bands, lorenz"));
  CHECK_FALSE(fs::exists(data.path() / "r-plots"));
}

TEST_CASE("chosen sites have plots too, in their folder and drawn anew; without gnuplot, tables") {
  PlottedRun data;
  const std::vector<std::string> words = {"optimise", "--data", "d",        "-o",
                                          "r",        "--p",    "2",        "--limit",
                                          "60",       "-q",     "--pareto", "worst-district"};
  REQUIRE(data.run(words).exit_code == 0);
  REQUIRE(data.plot({"--format", "svg"}).exit_code == 0);
  for (const std::string name : {"curve", "pareto", "opening_order"}) {
    INFO(name);
    CHECK(is_xml(data.path() / "r" / (name + ".svg")));
    CHECK(read_text(data.path() / "r" / (name + ".svg")) == read_text(data.file(name + ".svg")));
    CHECK_THAT(read_text(data.path() / "r/siting.md"), Contains("](" + name + ".svg)"));
  }
  data.write("bin/none", "");
  const OtherPath path((data.path() / "bin").string());
  std::vector<std::string> again = words;
  again[4] = "s";
  const auto result = data.run(again);
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.err, Contains("warning: no plots: gnuplot is not there"));
  CHECK(fs::exists(data.path() / "s/curve.csv"));
  CHECK_FALSE(fs::exists(data.path() / "s/curve.svg"));
  CHECK_THAT(read_text(data.path() / "s/siting.md"), !Contains(".svg"));
}
