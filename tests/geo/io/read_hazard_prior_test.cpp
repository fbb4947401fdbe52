#include "geo/io/read_hazard_prior.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/shared_files.h"

using namespace pahunch;
using Catch::Matchers::Contains;

namespace {

HazardPrior parse_prior_lines(const std::string& lines) {
  return parse_hazard_prior("format = 1\n" + lines, "h.toml");
}

void check_prior_refused(const std::string& lines, const std::string& expected) {
  INFO(lines);
  CHECK_THROWS_WITH(parse_prior_lines(lines), Contains(expected) && Contains("h.toml, line"));
  CHECK_THROWS_AS(parse_prior_lines(lines), ConfigError);
}

}  // namespace

TEST_CASE("a prior that says nothing has the defaults, and one fragility for every class") {
  const HazardPrior prior = parse_prior_lines("");
  CHECK(prior.flood.copula == FloodCopula::kGaussian);
  CHECK(prior.flood.unobserved == UnobservedMonths::kPrior);
  CHECK(prior.flood.year_sd.source == "assumed");
  CHECK(prior.road.by_class.size() == 1);
  CHECK(prior.road.by_class.at("*").half_frac.value == 0.25);
}

TEST_CASE("a prior keeps values, ranges, sources and words") {
  const HazardPrior prior = parse_prior_lines(
      "[flood]\ncopula = \"t\"\nunobserved_months = \"dry\"\nflooded_days_frac = 0.25\n"
      "year_sd = { value = 0.3, low = 0.2, high = 0.4, source = \"gauges\" }\n"
      "[roads]\nslow_factor = 3\n"
      "[[roads.class]]\nclass = \"trunk\"\nhalf_frac = { value = 1.5, low = 1, high = 2 }\n");
  CHECK(prior.flood.copula == FloodCopula::kStudent);
  CHECK(prior.flood.unobserved == UnobservedMonths::kDry);
  CHECK(prior.flood.flooded_days_frac.low == 0.25);
  CHECK(prior.flood.flooded_days_frac.source == "given");
  CHECK(prior.flood.year_sd.low == 0.2);
  CHECK(prior.flood.year_sd.source == "gauges");
  CHECK(prior.road.slow_factor.value == 3);
  CHECK(prior.road.by_class.at("trunk").half_frac.high == 2);
}

TEST_CASE("probabilities and fractions outside 0-1 are refused") {
  check_prior_refused("[flood]\nflooded_days_frac = 1.2",
                      "'flooded_days_frac' must be between 0 and 1");
  check_prior_refused("[flood]\nflooded_days_frac = { value = 0.1, low = -0.1, high = 0.5 }",
                      "must be between 0 and 1, not -0.1");
  check_prior_refused("[flood]\nmonth_persistence = 1", "between 0 and 0.99");
  check_prior_refused("[roads]\ntogether_frac = -1", "'together_frac' must be between 0 and 1");
  check_prior_refused("[[roads.class]]\nclass = \"a\"\nembanked_frac = 2",
                      "'embanked_frac' must be");
}

TEST_CASE("ranges the wrong way round, or without their value, are refused") {
  check_prior_refused("[flood]\nyear_sd = { value = 0.3, low = 0.4, high = 0.2 }",
                      "is the wrong way round, 0.4 to 0.2");
  check_prior_refused("[flood]\nyear_sd = { value = 0.5, low = 0.1, high = 0.2 }",
                      "= 0.5 does not lie in its range, 0.1 to 0.2");
}

TEST_CASE("numbers that make no sense are refused with what would") {
  check_prior_refused("[flood]\nyear_sd = 0", "must be above 0");
  check_prior_refused("[flood]\ndry_level = 0.5", "must be at most 0");
  check_prior_refused("[flood]\ntail_dof = 1", "must be at least 2");
  check_prior_refused("[roads]\nslow_factor = 0.5", "between 1 and 100");
  check_prior_refused("[roads]\nembankment_gain = 0.5", "at least 1");
  check_prior_refused("[[roads.class]]\nclass = \"a\"\nhalf_frac = 0", "above 0");
}

TEST_CASE("unknown words, keys and repeated classes of a prior are refused") {
  check_prior_refused("[flood]\ncopula = \"vine\"", "unknown copula 'vine'");
  check_prior_refused("[flood]\nunobserved_months = \"wet\"", "unknown rule 'wet'");
  check_prior_refused("[flood]\nyear_sdd = 1", "did you mean 'year_sd'");
  check_prior_refused("[[roads.class]]\nclass = \"a\"\n[[roads.class]]\nclass = \"a\"",
                      "class 'a' has two fragilities");
  CHECK_THROWS_WITH(parse_hazard_prior("format = 2", "h.toml"), Contains("format 2 is not known"));
}

TEST_CASE("the bundled prior is read, and every number in it has a source") {
  const HazardPrior prior = read_hazard_prior(test::source_file("data/defaults/hazard.toml"));
  CHECK(prior.road.by_class.size() == 7);
  for (const SourcedValue& value :
       {prior.flood.year_sd, prior.flood.dry_level, prior.flood.flooded_days_frac,
        prior.road.log_spread, prior.road.slow_factor, prior.road.centre_half_frac}) {
    CHECK_THAT(value.source, Contains("assumed"));
    CHECK(value.low < value.value);
    CHECK(value.value < value.high);
  }
}
