#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "geo/io/checksum.h"
#include "tests/planner/flooded_dataset.h"

using namespace pahunch::test;
using Catch::Contains;

namespace {

constexpr const char* kMeta = "<meta name=\"pahunch-district\" content=\"";

/// The tiny dataset with its run in the folder "r".
struct ReportedRun : TinyDataset {
  ReportedRun() { REQUIRE(run({"run", "--data", "d", "-o", "r", "-q"}).exit_code == 0); }
  /// Another page, with the checksum that makes it the run's.
  void forge(const std::string& page) {
    auto manifest = nlohmann::json::parse(read_text(path() / "r/manifest.json"));
    for (auto& file : manifest["files"]) {
      if (file["name"] == "report.html") file["sha256"] = pahunch::get_sha256_of_text(page);
    }
    write("r/report.html", page).write("r/manifest.json", manifest.dump());
  }
};

}  // namespace

TEST_CASE("the page of a district is the run's page that opens elsewhere") {
  const ReportedRun data;
  const auto result = data.run({"report", "r", "--district", "Paschim", "-o", "p.html"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  std::string page = read_text(data.path() / "p.html");
  const std::string added = "\n" + std::string(kMeta) + "id:D1\">";
  const auto at = page.find(added);
  REQUIRE(at != std::string::npos);
  CHECK(page.erase(at, added.size()) == read_text(data.path() / "r/report.html"));
}

TEST_CASE("a district is found by its id too, and all are told to the page as such") {
  const ReportedRun data;
  CHECK_THAT(data.run({"report", "r", "--district", "D2"}).out,
             Contains(kMeta + std::string("id:D2")));
  CHECK_THAT(data.run({"report", "r", "--district", "all"}).out,
             Contains(kMeta + std::string("all")));
}

TEST_CASE("a district that the run has not is wrong usage, with the nearest name") {
  const ReportedRun data;
  const auto near = data.run({"report", "r", "--district", "Pashim"});
  CHECK(near.exit_code == 2);
  CHECK_THAT(near.err, Contains("no district 'Pashim'") && Contains("did you mean 'Paschim'?"));
  CHECK_THAT(data.run({"report", "r", "--district", "\"><script>"}).err,
             Contains("its districts are: Paschim, Purab"));
}

TEST_CASE("a page that was changed since the run, or is missing, is refused") {
  ReportedRun data;
  data.write("r/report.html", "other");
  CHECK_THAT(data.run({"report", "r", "--district", "all"}).err,
             Contains("'report.html' was changed since the run"));
  std::filesystem::remove(data.path() / "r/report.html");
  CHECK_THAT(data.run({"report", "r", "--district", "all"}).err, Contains("is missing"));
}

TEST_CASE("of a page that was forged nothing but the data is in the sheets") {
  ReportedRun data;
  const auto sheets = [&] { return data.run({"report", "r", "--district", "all"}); };
  const std::string page = read_text(data.path() / "r/report.html"), honest = sheets().out;
  const std::string hostile = "<iframe src=\"file:///etc/passwd\"></iframe><script>x()</script>";
  const auto head = page.find("</head>");
  REQUIRE(head != std::string::npos);
  data.forge(page.substr(0, head) + hostile + page.substr(head) + hostile);
  CHECK(sheets().out == honest);
  const std::string start = "octet-stream\">";
  data.forge(std::string(page).insert(page.find(start) + start.size(), hostile));
  CHECK_THAT(sheets().out, Contains("<head>") && !Contains("<iframe"));
  data.forge("<head>" + hostile);
  CHECK_THAT(sheets().err, Contains("report.html is not a page of this program"));
}

TEST_CASE("the sheets are named: districts, or the weeks of a run that was simulated") {
  const ReportedRun data;
  const auto none = data.run({"report", "r"});
  CHECK(none.exit_code == 2);
  CHECK_THAT(none.err, Contains("it is not said which sheets"));
  CHECK(data.run({"report", "r", "--district", "D1", "--weekly"}).exit_code == 2);
  CHECK(data.run({"report", "r", "--district", "D1", "--week", "3"}).exit_code == 2);
  CHECK_THAT(data.run({"report", "r", "--weekly"}).err,
             Contains("the run has no weeks.csv") && Contains("hazard table"));
  const auto beyond = data.run({"report", "r", "--weekly", "--week", "54"});
  CHECK(beyond.exit_code == 2);
  CHECK_THAT(beyond.err, Contains("a year has no week 54"));
}

TEST_CASE("the weekly review is the run's page that opens with it") {
  const FloodedDataset data;
  REQUIRE(data.run({"run", "--data", "d", "-o", "r", "-q", "--set", "simulation.replicates=12",
                    "--set", "simulation.draws=3"})
              .exit_code == 0);
  CHECK_THAT(data.run({"report", "r", "--weekly"}).out,
             Contains("<meta name=\"pahunch-weekly\" content=\"year\">"));
  CHECK_THAT(data.run({"report", "r", "--weekly", "--week", "9"}).out,
             Contains("<meta name=\"pahunch-weekly\" content=\"9\">"));
}
