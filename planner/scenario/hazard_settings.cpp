#include "planner/scenario/hazard_settings.h"

#include <fmt/format.h>

#include "geo/base/error.h"
#include "planner/bundled_data.h"
#include "planner/scenario/toml_text.h"
#include "sim/flood/flood_table.h"

namespace pahunch {
namespace {

std::string read_replay(const TomlTable& hazard) {
  const std::string month = hazard.find_string("replay").value_or("");
  if (month.empty()) return month;
  try {
    return to_string(parse_year_month(month));
  } catch (const DataError&) {
    hazard.fail("replay", fmt::format("'{}' is not a month", month),
                "write it as year and month: 2021-08");
  }
}

std::optional<UnobservedMonths> find_rule(const TomlTable& hazard) {
  const auto word = hazard.find_string("missing_months");
  if (!word) return std::nullopt;
  for (const auto rule : {UnobservedMonths::kPrior, UnobservedMonths::kDry}) {
    if (to_string(rule) == *word) return rule;
  }
  hazard.fail("missing_months", fmt::format("unknown rule '{}' for months not observed", *word),
              "use \"prior\" or \"dry\"");
}

}  // namespace

std::string to_string(UnobservedMonths rule) {
  return rule == UnobservedMonths::kDry ? "dry" : "prior";
}

HazardSettings read_hazard_settings(const TomlTable& root, const std::filesystem::path& base) {
  HazardSettings settings;
  const auto hazard = root.find_table("hazard");
  if (!hazard) return settings;
  if (const auto file = hazard->find_string("file")) settings.file = resolve_path(*file, base);
  settings.replay = read_replay(*hazard);
  settings.missing_months = find_rule(*hazard);
  return settings;
}

std::string write_hazard_settings(const HazardSettings& settings) {
  std::string out = "\n[hazard]\n";
  out += settings.file ? fmt::format("file = {}\n", toml_text(portable_path(*settings.file)))
                       : "# file = \"mine.toml\"      # instead of the one that comes with the "
                         "program\n";
  out += fmt::format("{}     # every year has the floods of this month\n",
                     settings.replay.empty() ? "# replay = \"2021-08\""
                                             : fmt::format("replay = \"{}\"", settings.replay));
  out += settings.missing_months
             ? fmt::format("missing_months = \"{}\" ", to_string(*settings.missing_months))
             : "# missing_months = \"prior\" ";
  return out + "# prior, dry: what months are that no year of the table shows\n";
}

}  // namespace pahunch
