// The QGIS project beside a run; scripts/check-qgis opens it in QGIS.
#include <catch2/catch.hpp>

#include "planner/qgis/layer_xml.h"
#include "planner/qgis/project_xml.h"
#include "tests/support/tiny_dataset.h"

using namespace pahunch;
using Catch::Contains;

namespace {

constexpr const char* kStyle =
    "<!DOCTYPE x>\n<qgis labelsEnabled=\"1\">\n  <renderer-v2/>\n</qgis>\n";

QgisProject small_project() {
  QgisProject project;
  project.crs = "EPSG:32645";
  project.extent = {0, 0, 3000, 1000};
  project.groups = {{"Places", {{"places", "All", "settlements", kStyle, "\"women\" > 1"}}}};
  project.themes = {{"Today", {"places"}}};
  project.shown = "Today";
  return project;
}

}  // namespace

TEST_CASE("a layer of a project lies beside it and has its style inside") {
  const std::string xml = layer_xml(small_project().groups[0].layers[0]);
  CHECK_THAT(xml, Contains("<maplayer type=\"vector\" labelsEnabled=\"1\">"));
  CHECK_THAT(xml, Contains("<datasource>./pahunch.gpkg|layername=settlements|subset="
                           "&quot;women&quot; &gt; 1</datasource>"));
  CHECK_THAT(xml, Contains("<renderer-v2/>") && !Contains("</qgis>") && !Contains("DOCTYPE"));
}

TEST_CASE("the page of a project shows the whole extent in the proportions of its frame") {
  // 3000 m by 1000 m on 300 mm by 225 mm: 4 % of margin around the width, the height follows.
  const std::string xml = project_xml(small_project());
  CHECK_THAT(xml, Contains("xmin=\"-60\"") && Contains("xmax=\"3060\""));
  CHECK_THAT(xml, Contains("ymin=\"-670\"") && Contains("ymax=\"1670\""));
}

TEST_CASE("text from data is text in a project, whatever is in it") {
  QgisProject project = small_project();
  const std::string hostile = "[% 1 + 1 %]</title><b a=\"1\">& \u202e{{crs}} \U0001f9ed";
  project.words = {hostile, hostile, hostile, hostile};
  project.groups[0].title = hostile;
  project.groups[0].layers[0].title = hostile;
  const std::string xml = project_xml(project);
  CHECK_THAT(xml, !Contains("labelText=\"[%"));  // QGIS would work it out
  CHECK_THAT(xml, !Contains("</title><b") && !Contains("<b a="));
  CHECK_THAT(xml, Contains("&lt;/title&gt;&lt;b a=&quot;1&quot;&gt;&amp; {{crs}} \U0001f9ed"));
}

TEST_CASE("a project is XML, whatever bytes are in the text from data") {
  QgisProject project = small_project();
  const std::string hostile =
      "a\u0007b\x1b[2Jc\u009bd\xff"
      "e\uffff"
      "f\ufffeg";
  project.words = {hostile, hostile, hostile, hostile};
  project.groups[0].title = hostile;
  project.groups[0].layers[0].title = hostile;
  const std::string xml = project_xml(project);
  CHECK_THAT(xml, Contains("a b [2Jc d\ufffde\ufffdf\ufffdg"));
  CHECK_THAT(xml, !Contains("\u0007") && !Contains("\x1b") && !Contains("\xff"));
  CHECK_THAT(xml, !Contains("\uffff") && !Contains("\ufffe"));
}

TEST_CASE("a run's project has the same bytes wherever and whenever it is made, and no path") {
  const test::TinyDataset data;
  REQUIRE(data.run({"run", "--data", "d", "-o", "a", "-q"}).exit_code == 0);
  std::filesystem::create_directory(data.path() / "deep");
  REQUIRE(data.run({"run", "--data", "d", "-o", "deep/b", "-q", "--threads", "1"}).exit_code == 0);
  const std::string project = test::read_text(data.path() / "a/pahunch.qgz");
  CHECK(project.size() > 1000);
  CHECK(project == test::read_text(data.path() / "deep/b/pahunch.qgz"));
}

TEST_CASE("a run with one set of centres has a project that asks nothing of a plan") {
  test::TinyDataset data;
  data.write("s.toml", "name = 's'\ndataset = 'd'\n[centres]\nonly = ['existing']\n");
  const auto result = data.run({"run", "s.toml", "-o", "a", "-q"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK(std::filesystem::exists(data.path() / "a/pahunch.qgz"));
}
