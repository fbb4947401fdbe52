#include "geo/io/xml_template.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"

namespace pahunch {
namespace {

TEST_CASE("A template's names get their values as text, whatever is in them") {
  CHECK(fill_xml("<a b=\"{{x}}\">{{y}}</a>", {{"x", "\"1\" & <2>"}, {"y", "{{x}}"}}) ==
        "<a b=\"&quot;1&quot; &amp; &lt;2&gt;\">{{x}}</a>");
}

TEST_CASE("A value has no character that XML does not know, and keeps its lines") {
  CHECK(fill_xml("<a>{{x}}</a>", {{"x", "b\u0007\n\u001bc\uffff"}}) == "<a>b \n c\ufffd</a>");
}

TEST_CASE("Names of a template without a value stay for the next to fill") {
  CHECK(fill_xml("{{x}} {{z}} {{", {{"x", "1"}}) == "1 {{z}} {{");
}

TEST_CASE("A template that is missing is told with its path") {
  CHECK_THROWS_WITH(read_xml_template("/no/such/project.xml"),
                    Catch::Contains("project.xml") && Catch::Contains("/no/such"));
}

}  // namespace
}  // namespace pahunch
