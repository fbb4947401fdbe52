#include "geo/io/read_demand_prior.h"

#include <fmt/format.h>

#include "geo/io/sourced_value.h"
#include "geo/io/toml_table.h"

namespace pahunch {
namespace {

constexpr std::int64_t kDemandFormat = 1;
constexpr Bounds kSomeShare{0, 1, false, "above 0 and at most 1"};

DemandPrior read_demand(const TomlTable& root) {
  if (const auto format = root.read_integer("format"); format != kDemandFormat) {
    root.fail("format", fmt::format("format {} is not known", format),
              fmt::format("this version reads format {}", kDemandFormat));
  }
  DemandPrior prior;
  amend_value(root, "report_at_hour", kSomeShare, prior.report_at_hour);
  amend_value(root, "district_variance", kNotNegative, prior.district_variance);
  amend_value(root, "p_helpline", kProbability, prior.p_helpline);
  amend_value(root, "p_emergency", kProbability, prior.p_emergency);
  amend_value(root, "p_night", kProbability, prior.p_night);
  if (prior.p_helpline.high + prior.p_emergency.high > 1) {
    root.fail("p_helpline",
              fmt::format("181 and 112 together may take {} of all cases",
                          prior.p_helpline.high + prior.p_emergency.high),
              "let the upper ends of p_helpline and p_emergency add up to at most 1");
  }
  root.expect_no_more();
  return prior;
}

}  // namespace

DemandPrior read_demand_prior(const std::filesystem::path& file) {
  return read_demand(read_toml_file(file));
}

DemandPrior parse_demand_prior(std::string_view content, const std::string& name) {
  return read_demand(parse_toml(content, name));
}

}  // namespace pahunch
