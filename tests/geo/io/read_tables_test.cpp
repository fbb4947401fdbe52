#include "geo/io/read_tables.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/small_dataset.h"
#include "tests/geo/io/written_files.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Matchers::Contains;

namespace {

SmallDataset make_with_hazard(const std::string& hazard) {
  SmallDataset small;
  small.write("h.csv", hazard);
  small.write("dataset.toml", std::string(kSmallToml) + R"([layers.hazard]
source = "h.csv"
fields = { block = "block" }
)");
  return small;
}

const std::string kHazard = "block,2021-06,2021-07\nB1,0.1,0.5\nB2,0,1\n";

}  // namespace

TEST_CASE("hazard has a fraction for each block and month") {
  const auto dataset = make_with_hazard(kHazard).read();
  REQUIRE(dataset.hazard);
  CHECK(dataset.hazard->months == std::vector<std::string>{"2021-06", "2021-07"});
  CHECK(dataset.hazard->inundated_frac[AreaIdx(0)] == std::vector{0.1, 0.5});
}

TEST_CASE("a block without a row of hazard has none") {
  const auto dataset = make_with_hazard("block,2021-06\nB2,0.3\n").read();
  CHECK(dataset.hazard->inundated_frac[AreaIdx(0)].empty());
}

TEST_CASE("a hazard row that cannot be used is left out and named") {
  const auto error = [](const std::string& row) {
    return make_with_hazard(kHazard + row).get_error();
  };
  CHECK_THAT(error("B9,0,0\n"), Contains("unknown block") && Contains("block = 'B9'"));
  CHECK_THAT(error("B1,0,0\n"), Contains("repeated block, the first row counts"));
  CHECK_THAT(make_with_hazard("block,2021-06\nB1,1.5\nB2,0\n").get_error(),
             Contains("inundated fraction is not between 0 and 1") && Contains("2021-06 = '1.5'"));
}

TEST_CASE("a hazard table without months is refused") {
  CHECK_THAT(make_with_hazard("block,2021-13,june\nB1,0,0\n").get_error(),
             Contains("no column of a month") && Contains("2021-06"));
}

TEST_CASE("an estimated row of hazard is told from an observed one") {
  auto small = make_with_hazard("block,2021-06,guess\nB1,0.1,1\nB2,0.2,0\n");
  const std::string toml = read_text(small.path() / "dataset.toml");
  CHECK_FALSE(small.read().hazard->estimated[AreaIdx(0)]);
  small.write("dataset.toml", replaced(toml, R"({ block = "block" })",
                                       R"({ block = "block", estimated = "guess" })"));
  CHECK(small.read().hazard->estimated[AreaIdx(0)]);
  CHECK_FALSE(small.read().hazard->estimated[AreaIdx(1)]);
}

TEST_CASE(
    "a hazard table that names no block of the dataset is refused however lenient the limit") {
  auto small = make_with_hazard("block,2021-06\n99,0.1\n98,0.2\n");
  const std::string toml = read_text(small.path() / "dataset.toml");
  small.write("dataset.toml",
              replaced(toml, "source = \"h.csv\"", "source = \"h.csv\"\nmax_bad_rows = 9"));
  CHECK_THAT(small.get_error(), Contains("hazard") && Contains("unknown block"));
}
