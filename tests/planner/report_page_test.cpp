// report.html of a run; scripts/check-report opens it in a browser.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "geo/io/checksum.h"
#include "tests/support/tiny_dataset.h"

using namespace pahunch;
using Catch::Contains;

namespace {

std::size_t count_in(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

std::string run_page(const test::TinyDataset& data) {
  const auto result = data.run({"run", "--data", "d", "-o", "r", "-q"});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  return test::read_text(data.path() / "r/report.html");
}

}  // namespace

TEST_CASE("the bundled page is the one whose checksum is kept beside it") {
  const std::string page = test::read_text(test::source_file("data/report/page.html"));
  const std::string kept = test::read_text(test::source_file("data/report/page.sha256"));
  CHECK(kept == get_sha256_of_text(page) + "  page.html\n");
  CHECK(count_in(page, "{{data}}") == 1);
}

TEST_CASE("a run has one page with its data inside, which loads nothing") {
  const test::TinyDataset data;
  const std::string page = run_page(data);
  CHECK_THAT(page, !Contains("{{data}}"));
  CHECK_THAT(page, Contains("default-src 'none'"));
  CHECK(count_in(page, "<script") == 2);
  CHECK(count_in(page, "<link") == 1);  // an icon of no bytes, so that none is looked for
  CHECK(page.size() < 8'000'000);
}

TEST_CASE("text from data is not in the markup of the page, whatever is in it") {
  test::TinyDataset data;
  const std::string hostile =
      "</script><script>alert(1)</script><b a='1'>& \u202e{{data}} \U0001f9ed";
  data.change("settlements.csv", "Gaon Do", hostile);
  const std::string page = run_page(data);
  CHECK_THAT(page, !Contains("alert(1)"));
  CHECK_THAT(page, !Contains("{{data}}"));
  CHECK(count_in(page, "<script") == 2);
}
