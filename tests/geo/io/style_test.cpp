#include "geo/io/style.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/shared_files.h"
#include "tests/support/temp_dir.h"

namespace pahunch {
namespace {

using Catch::Contains;

const std::vector<double> kLimits = {30, 60, 90, 120};

std::size_t count_of(std::string_view part, std::string_view text) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
  return n;
}

std::string bundled(std::string_view name) {
  return read_style(test::source_file("data/style"), name);
}

TEST_CASE("Bands are named by their limits") {
  CHECK(make_band_labels(kLimits) ==
        std::vector<std::string>{"0-30", "30-60", "60-90", "90-120", "over 120"});
  CHECK(make_band_labels(std::vector<double>{7.5}) ==
        std::vector<std::string>{"0-7.5", "over 7.5"});
}

TEST_CASE("Limits that do not rise above zero are refused") {
  for (const auto& limits : {std::vector<double>{}, {0}, {-5, 10}, {30, 30}, {60, 30}}) {
    CHECK_THROWS_AS(make_band_labels(limits), InvariantError);
  }
  CHECK_THROWS_WITH(make_band_labels({}), Contains("above zero and rise"));
}

TEST_CASE("The style of settlements has a class for each band and one for the unreachable") {
  const auto style = make_band_style(bundled("settlements"), "band_plan", kLimits);
  CHECK(count_of("<category ", style) == 6);
  CHECK(count_of("<symbol ", style) == 6);
  CHECK_THAT(style, Contains("attr=\"band_plan\"") && Contains("value=\"over 120\"") &&
                        Contains("value=\"unreachable\"") && !Contains("{{"));
}

TEST_CASE("The style follows the number of bands") {
  const auto style = make_band_style(bundled("settlements"), "band_a", std::vector<double>{45});
  CHECK(count_of("<category ", style) == 3);
}

TEST_CASE("Colours run from blue over yellow to red, and grey is the unreachable") {
  const auto style =
      make_band_style("<!-- each class -->[{{label}} {{colour}}]<!-- end -->", "band", kLimits);
  CHECK(style ==
        "[0-30 33,102,172,255][30-60 116,173,209,255][60-90 245,208,96,255]"
        "[90-120 244,121,55,255][over 120 189,22,38,255][unreachable 77,77,77,255]");
}

TEST_CASE("Colours between those of the ramp are mixed") {
  const auto style = make_band_style("<!-- each class -->[{{colour}}]<!-- end -->", "band",
                                     std::vector<double>{10, 20});
  CHECK(style == "[33,102,172,255][245,208,96,255][189,22,38,255][77,77,77,255]");
}

TEST_CASE("The style of areas is filled with the column") {
  const auto style = make_share_style(bundled("blocks"), "pct_60_plan");
  CHECK_THAT(style, Contains("attr=\"pct_60_plan\"") && !Contains("{{"));
  CHECK(count_of("<range ", style) == 5);
}

TEST_CASE("The styles of isochrones have a class for each limit, in the colours of the bands") {
  for (const char* name : {"isochrones", "isochrone_lines"}) {
    const auto style = make_limit_style(bundled(name), "within_plan", std::vector<double>{30, 7.5});
    CHECK(count_of("<category ", style) == 2);
    CHECK(count_of("<symbol ", style) == 2);
    CHECK_THAT(style, Contains("attr=\"within_plan\"") && Contains("value=\"30\"") &&
                          Contains("within 7.5 min") && Contains("33,102,172,255") &&
                          Contains("245,208,96,255") && !Contains("{{"));
  }
}

TEST_CASE("A column name is written as XML text") {
  CHECK(make_share_style("attr=\"{{attribute}}\"", "a<\"b\">&c") ==
        "attr=\"a&lt;&quot;b&quot;&gt;&amp;c\"");
}

TEST_CASE("Every bundled style is there and has nothing more to fill than it should") {
  for (const char* name : {"centres", "districts", "subdivisions", "route"}) {
    CHECK_THAT(bundled(name), Contains("<qgis ") && !Contains("{{"));
  }
}

TEST_CASE("A missing style is an error that names the file") {
  CHECK_THROWS_AS(read_style("/no/such", "centres"), DataError);
  CHECK_THROWS_WITH(read_style("/no/such", "centres"),
                    Contains("cannot read the style centres") && Contains("/no/such/centres.qml"));
}

TEST_CASE("An empty style is an error") {
  const test::TempDir folder;
  folder.write("centres.qml", "");
  CHECK_THROWS_WITH(read_style(folder.path(), "centres"), Contains("cannot read the style"));
}

TEST_CASE("A damaged template is an error") {
  CHECK_THROWS_WITH(make_share_style("{{attribute}} {{colour of hope}}", "a"),
                    Contains("unknown placeholder: {{colour of hope}}"));
  CHECK_THROWS_WITH(make_band_style("<!-- each class --> no end", "a", kLimits),
                    Contains("a part without an end"));
}

}  // namespace
}  // namespace pahunch
