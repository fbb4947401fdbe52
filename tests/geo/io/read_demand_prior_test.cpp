#include "geo/io/read_demand_prior.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/shared_files.h"

using namespace pahunch;
using Catch::Contains;

namespace {

std::string refusal(const std::string& content) {
  try {
    parse_demand_prior("format = 1\n" + content, "d.toml");
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("the bundled demand file is read and says the defaults") {
  const DemandPrior prior = read_demand_prior(test::source_file("data/defaults/demand.toml"));
  const DemandPrior defaults;
  CHECK(prior.report_at_hour.value == defaults.report_at_hour.value);
  CHECK(prior.report_at_hour.low == defaults.report_at_hour.low);
  CHECK(prior.district_variance.high == defaults.district_variance.high);
  CHECK(prior.p_night.low == defaults.p_night.low);
  CHECK_THAT(prior.report_at_hour.source, Contains("not identified"));
}

TEST_CASE("a demand key that is left out keeps its default") {
  CHECK(parse_demand_prior("format = 1\np_night = 0.4\n", "d.toml").p_night.high == 0.4);
  CHECK(parse_demand_prior("format = 1\n", "d.toml").p_night.value == DemandPrior().p_night.value);
}

TEST_CASE("what is wrong in a demand file is named with its place") {
  CHECK_THAT(refusal("p_night = 1.5\n"), Contains("p_night") && Contains("d.toml"));
  CHECK_THAT(refusal("report_at_hour = 0\n"), Contains("above 0 and at most 1"));
  CHECK_THAT(refusal("district_variance = -0.1\n"), Contains("district_variance"));
  CHECK_THAT(refusal("p_night = { value = 0.2, low = 0.4, high = 0.1 }\n"), Contains("p_night"));
  CHECK_THAT(refusal("p_helpline = 0.8\np_emergency = 0.3\n"), Contains("181 and 112 together"));
  CHECK_THAT(refusal("p_nigth = 0.1\n"), Contains("p_night"));
  CHECK_THROWS_AS(parse_demand_prior("format = 2\n", "d.toml"), ConfigError);
}
