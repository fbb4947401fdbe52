#include "planner/options/scenario_options.h"

#include <filesystem>
#include <ostream>
#include <sstream>

#include "geo/base/error.h"
#include "planner/bundled_data.h"
#include "planner/scenario/read_scenario.h"
#include "planner/scenario/write_scenario.h"

namespace pahunch {
namespace {

constexpr const char* kGroup = "Scenario";

/// "plan=existing,planned" as an override of the scenario.
std::string centres_override(const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) {
    throw UsageError({.what = "--centres '" + text + "' is not NAME=A,B",
                      .hint = "write for example --centres plan=existing,planned"});
  }
  std::string list;
  std::istringstream members(text.substr(equals + 1));
  for (std::string member; std::getline(members, member, ',');) {
    if (!member.empty()) list += "'" + member + "',";
  }
  return "centres." + text.substr(0, equals) + "=[" + list + "]";
}

}  // namespace

void ScenarioOptions::add_centres_to(CLI::App& app) {
  app.add_option("--centres", centres_,
                 "A set of centres by statuses and ids; repeat for more sets")
      ->type_name("NAME=A,B")
      ->type_size(1)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false)
      ->group(kGroup);
}

void ScenarioOptions::add_years_to(CLI::App& app) {
  app.add_option("--replicates", replicates_, "Years to simulate in all, a multiple of the draws")
      ->type_name("N")
      ->group(kGroup);
  app.add_option("--until", until_women_,
                 "Stop as soon as the plan's gain in women served is known to so many on each side")
      ->type_name("WOMEN")
      ->group(kGroup);
  app.add_option("--draws", draws_, "Draws of the uncertain inputs, among which years are shared")
      ->type_name("N")
      ->group(kGroup);
}

void ScenarioOptions::add_sensitivity_to(CLI::App& app) {
  app.add_option("--sensitivity", sensitivity_,
                 "Which inputs move the answer: many more runs, counted before they begin")
      ->check(CLI::IsMember({"none", "morris", "sobol"}))
      ->group(kGroup);
}

void ScenarioOptions::add_privacy_to(CLI::App& app) {
  app.add_flag("--public", public_,
               "For anyone to see: small observed counts are hidden, centres only roughly placed")
      ->group(kGroup);
  app.add_option("--suppress-below", suppress_below_,
                 "Hide observed counts from 1 to below N, and what would give them away")
      ->type_name("N")
      ->group(kGroup);
}

void ScenarioOptions::add_to(CLI::App& app, FileAs file_as) {
  const char* name = file_as == FileAs::kPositional ? "SCENARIO" : "--scenario";
  app.add_option(name, file_,
                 "Scenario file (TOML); none: the bundled data, existing against planned")
      ->type_name("FILE")
      ->group(kGroup);
  app.add_option("--data", data_,
                 "Dataset: a folder with a dataset.toml, instead of the scenario's")
      ->type_name("DIR")
      ->group(kGroup);
  app.add_option("--set", set_, "Override a key of the scenario, e.g. travel.season=monsoon")
      ->type_name("KEY=VALUE")
      ->type_size(1)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false)
      ->group(kGroup);
  trust_.add_to(app);
  add_travel_options(app);
  // Below what a scenario file can hold.
  constexpr std::int64_t kLargestSeed = 999'999'999'999'999'999;
  app.add_option("--seed", seed_, "Seed of everything random (p-values of hot spots)")
      ->check(CLI::Range(std::int64_t{0}, kLargestSeed).description(""))
      ->type_name("N")
      ->group(kGroup);
  app.add_flag("--dump-config", dump_config_, "Print the scenario in effect as TOML, and stop")
      ->group(kGroup);
}

void ScenarioOptions::add_travel_options(CLI::App& app) {
  app.add_option("--profile", profile_, "How she travels: walk, shared-auto, bus, own-vehicle, …")
      ->type_name("NAME")
      ->group(kGroup);
  app.add_option("--season", season_, "Roads and speeds of the season")
      ->check(CLI::IsMember({"dry", "monsoon"}))
      ->group(kGroup);
  app.add_option("--direction", direction_,
                 "She travels, the vehicle comes to her, or out and back")
      ->check(CLI::IsMember({"to-centre", "from-centre", "round-trip"}))
      ->group(kGroup);
  app.add_option("--assignment", assignment_, "The nearest centre, or the nearest of her district")
      ->check(CLI::IsMember({"nearest", "own-district"}))
      ->group(kGroup);
}

Scenario ScenarioOptions::read() const {
  std::vector<std::string> overrides = set_;
  const auto override_with = [&](const char* key, const std::string& value) {
    if (!value.empty()) overrides.push_back(std::string(key) + "=" + value);
  };
  for (const std::string& set : centres_) overrides.push_back(centres_override(set));
  override_with("travel.profile", profile_);
  override_with("travel.season", season_);
  override_with("travel.direction", direction_);
  override_with("travel.assignment", assignment_);
  const auto count = [](const auto& value) { return value ? std::to_string(*value) : ""; };
  override_with("simulation.replicates", count(replicates_));
  override_with("simulation.draws", count(draws_));
  override_with("simulation.until_women", until_women_);
  override_with("simulation.sensitivity", sensitivity_);
  override_with("privacy.suppress_below", count(suppress_below_));
  override_with("privacy.public", public_ ? "true" : "");
  const auto file = file_.empty() ? std::nullopt : std::optional<std::filesystem::path>(file_);
  Scenario scenario = read_scenario(read_scenario_text(file, overrides));
  if (!data_.empty()) scenario.dataset = resolve_path(data_, {});
  if (seed_) scenario.seed = *seed_;
  scenario.sources = trust_.rules;
  return scenario;
}

void ScenarioOptions::require_only_data(const std::string& why) const {
  const bool others = !file_.empty() || !set_.empty() || !centres_.empty() || !profile_.empty() ||
                      !season_.empty() || !direction_.empty() || !assignment_.empty() || seed_ ||
                      dump_config_;
  if (others) {
    throw UsageError({.what = "of the scenario's options only --data can be given here",
                      .why = why,
                      .hint = "leave the others out"});
  }
}

bool ScenarioOptions::dumped(const Scenario& scenario, Console& console) const {
  if (dump_config_) console.out() << write_scenario(scenario);
  return dump_config_;
}

}  // namespace pahunch
