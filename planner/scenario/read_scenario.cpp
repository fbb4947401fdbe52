#include "planner/scenario/read_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "geo/base/nearest_name.h"
#include "geo/coverage/bands.h"
#include "geo/io/toml_table.h"
#include "planner/bundled_data.h"

namespace pahunch {
namespace {

/// More would take years of computing, or more memory than there is.
constexpr std::int64_t kMostYears = 100'000'000, kMostDraws = 1'000'000;
constexpr std::int64_t kMostPermutations = 10'000'000;
constexpr std::size_t kMostBands = 100, kMostSets = 100;

/// One of the choices whose word is written; nothing when the key is missing.
template <class Choice, std::size_t n>
std::optional<Choice> find_choice(const TomlTable& table, std::string_view key,
                                  const std::array<Choice, n>& choices) {
  const auto word = table.find_string(key);
  if (!word) return std::nullopt;
  std::vector<std::string> words;
  for (const Choice choice : choices) {
    if (to_string(choice) == *word) return choice;
    words.emplace_back(to_string(choice));
  }
  const auto nearest = find_nearest_name(*word, words);
  const std::string hint = nearest ? fmt::format("did you mean '{}'? ", *nearest) : "";
  table.fail(key, fmt::format("'{}' is not a {}", *word, key),
             hint + fmt::format("The choices are: {}", fmt::join(words, ", ")));
}

LonLat read_place(const TomlTable& table) {
  const LonLat at{table.read_number("lon"), table.read_number("lat")};
  if (at.lon < -180 || at.lon > 180) table.fail("lon", "the longitude is not between -180 and 180");
  if (at.lat < -90 || at.lat > 90) {
    table.fail("lat", "the latitude is not between -90 and 90", "are lon and lat swapped?");
  }
  return at;
}

std::vector<SiteSpec> read_new_sites(const std::vector<TomlTable>& tables) {
  std::vector<SiteSpec> sites;
  for (const TomlTable& table : tables) {
    const std::string id = table.read_string("id");
    sites.push_back({id, table.find_string("name").value_or(id), read_place(table)});
  }
  return sites;
}

std::vector<SiteSpec> read_moves(const std::vector<TomlTable>& tables) {
  std::vector<SiteSpec> sites;
  for (const TomlTable& table : tables) {
    sites.push_back({table.read_string("id"), "", read_place(table)});
  }
  return sites;
}

WhatIf read_what_if(const TomlTable& centres) {
  WhatIf what_if;
  const auto added = centres.find_texts_and_tables("add");
  what_if.add = added.texts;
  what_if.add_sites = read_new_sites(added.tables);
  what_if.close = centres.find_strings("close").value_or(std::vector<std::string>{});
  what_if.move = read_moves(centres.find_tables("move"));
  return what_if;
}

void check_set_name(const TomlTable& centres, const std::string& name) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  };
  if (!name.empty() && name.size() <= 20 && std::ranges::all_of(name, plain)) return;
  centres.fail(
      name, fmt::format("'{}' cannot name a set", name),
      "use up to 20 small letters, digits and underscores: it becomes part of the names of "
      "columns");
}

void read_centres(const TomlTable& root, const ScenarioText& text, Scenario& scenario) {
  const auto centres = root.find_table("centres");
  if (!centres) return;
  if (text.set_names.size() > kMostSets) {
    centres->fail("", fmt::format("there are more than {} sets", kMostSets),
                  "each makes columns of every table");
  }
  if (!text.set_names.empty()) scenario.sets.clear();
  for (const std::string& name : text.set_names) {
    check_set_name(*centres, name);
    scenario.sets.push_back({name, *centres->find_strings(name)});
  }
  scenario.what_if = read_what_if(*centres);
  if (!scenario.what_if.empty() && scenario.sets.size() < 2) {
    centres->fail("add", "add, close and move change nothing: there is only the baseline",
                  "they apply to every set but the first; name a second one");
  }
}

void read_hours(const TomlTable& travel, TravelSettings& settings) {
  settings.depart_hour = travel.find_number("depart_hour");
  if (settings.depart_hour && (*settings.depart_hour < 0 || *settings.depart_hour >= 24)) {
    travel.fail("depart_hour", "the hour is not from 0 to below 24");
  }
}

void read_bands(const TomlTable& travel, TravelSettings& settings) {
  if (const auto bands = travel.find_numbers("bands_min")) settings.bands_min = *bands;
  if (settings.bands_min.size() > kMostBands) {
    travel.fail("bands_min", fmt::format("there are more than {} bands", kMostBands),
                "each makes columns of every table");
  }
  try {
    static_cast<void>(Bands::from_minutes(settings.bands_min));
  } catch (const std::exception& error) {
    travel.fail("bands_min", error.what());
  }
}

void read_travel(const TomlTable& root, const std::filesystem::path& base,
                 TravelSettings& settings) {
  const auto travel = root.find_table("travel");
  if (!travel) return;
  settings.profile = travel->find_string("profile").value_or(settings.profile);
  settings.season = find_choice(*travel, "season", std::array{Season::kDry, Season::kMonsoon})
                        .value_or(settings.season);
  settings.direction =
      find_choice(*travel, "direction",
                  std::array{Direction::kToCentre, Direction::kFromCentre, Direction::kRoundTrip});
  settings.assignment =
      find_choice(*travel, "assignment", std::array{Assignment::kNearest, Assignment::kOwnDistrict})
          .value_or(settings.assignment);
  settings.component =
      find_choice(*travel, "component", std::array{ComponentRule::kMain, ComponentRule::kAny})
          .value_or(settings.component);
  settings.noding =
      find_choice(*travel, "noding",
                  std::array{NodingRule::kDataset, NodingRule::kEnds, NodingRule::kPlanar})
          .value_or(settings.noding);
  read_hours(*travel, settings);
  read_bands(*travel, settings);
  for (const std::string& file :
       travel->find_strings("profiles").value_or(std::vector<std::string>{})) {
    settings.profiles.push_back(resolve_path(file, base));
  }
}

void read_thresholds(const TomlTable& underserved, SimulationSettings& settings) {
  settings.max_wait_days =
      underserved.find_number("max_wait_days").value_or(settings.max_wait_days);
  settings.min_probability =
      underserved.find_number("min_probability").value_or(settings.min_probability);
  if (!(settings.max_wait_days >= 0)) {
    underserved.fail("max_wait_days", "the longest wait is negative");
  }
  if (!(settings.min_probability > 0 && settings.min_probability <= 1)) {
    underserved.fail("min_probability", "the probability is not above 0 and at most 1");
  }
}

void read_underserved(const TomlTable& root, Scenario& scenario) {
  const auto underserved = root.find_table("underserved");
  if (underserved) {
    read_thresholds(*underserved, scenario.simulation);
    scenario.max_minutes = underserved->find_number("max_minutes").value_or(scenario.max_minutes);
  }
  const auto& bands = scenario.travel.bands_min;
  if (std::ranges::find(bands, scenario.max_minutes) != bands.end()) return;
  const TomlTable& table = underserved ? *underserved : root;
  table.fail("max_minutes",
             fmt::format("the limit of {} min is not one of the bands", scenario.max_minutes),
             fmt::format("choose one of bands_min ({}), or add it there", fmt::join(bands, ", ")));
}

void read_isochrones(const TomlTable& root, IsochroneSettings& settings) {
  const auto table = root.find_table("isochrones");
  if (!table) return;
  settings.in_run = table->find_boolean("in_run").value_or(settings.in_run);
  settings.cell_m = table->find_number("cell_m").value_or(settings.cell_m);
  settings.min_hole_km2 = table->find_number("min_hole_km2").value_or(settings.min_hole_km2);
  if (settings.cell_m != 0 && !(settings.cell_m >= 10 && settings.cell_m <= 10'000)) {
    table->fail("cell_m", "the side of a cell is not from 10 to 10000 m",
                "0 chooses it by the size of the area");
  }
  if (!(settings.min_hole_km2 >= 0)) table->fail("min_hole_km2", "the size of a hole is negative");
}

std::uint64_t read_count(const TomlTable& table, std::string_view key, std::uint64_t otherwise,
                         std::int64_t most) {
  const auto value = table.find_integer(key);
  if (!value) return otherwise;
  if (*value < 0) table.fail(key, fmt::format("'{}' is negative", key));
  if (*value > most) table.fail(key, fmt::format("'{}' is above {}", key, most));
  return static_cast<std::uint64_t>(*value);
}

void read_simulation(const TomlTable& table, SimulationSettings& settings) {
  settings.sensitivity = read_sensitivity_settings(table);
  settings.in_run = table.find_boolean("in_run").value_or(settings.in_run);
  settings.replicates = read_count(table, "replicates", settings.replicates, kMostYears);
  settings.draws = read_count(table, "draws", settings.draws, kMostDraws);
  settings.until_women = table.find_number("until_women").value_or(settings.until_women);
  if (!(settings.until_women >= 0)) {
    table.fail("until_women", "the half-width of an interval is negative",
               "0 simulates all years; else say how many women more or less will do");
  }
  if (settings.draws < 2) table.fail("draws", "fewer than two draws of the parameters");
  if (settings.replicates < 2 * settings.draws) {
    table.fail("replicates",
               fmt::format("{} years in {} draws are fewer than two for each", settings.replicates,
                           settings.draws),
               "from one year of a draw no error can be told");
  }
  if (settings.replicates % settings.draws != 0) {
    table.fail("replicates",
               fmt::format("{} years cannot be shared evenly among {} draws", settings.replicates,
                           settings.draws),
               "make it a multiple of `draws`");
  }
}

void read_chance(const TomlTable& root, Scenario& scenario) {
  if (const auto hot_spots = root.find_table("hot_spots")) {
    scenario.permutations =
        read_count(*hot_spots, "permutations", scenario.permutations, kMostPermutations);
  }
  if (const auto simulation = root.find_table("simulation")) {
    scenario.seed =
        read_count(*simulation, "seed", scenario.seed, std::numeric_limits<std::int64_t>::max());
    read_simulation(*simulation, scenario.simulation);
  }
}

/// The file of a table of the scenario, instead of the one that comes with the program.
std::optional<std::filesystem::path> find_prior_file(const std::optional<TomlTable>& table,
                                                     const std::filesystem::path& base) {
  const auto written = table ? table->find_string("file") : std::nullopt;
  return written ? std::optional(resolve_path(*written, base)) : std::nullopt;
}

void read_demand(const TomlTable& root, const std::filesystem::path& base, Scenario& scenario) {
  const auto demand = root.find_table("demand");
  scenario.simulation.demand = find_prior_file(demand, base);
  if (!demand) return;
  scenario.population = find_choice(*demand, "population",
                                    std::array{PopulationBasis::kAll, PopulationBasis::k15Plus})
                            .value_or(scenario.population);
  scenario.simulation.induced_demand =
      demand->find_boolean("induced").value_or(scenario.simulation.induced_demand);
}

void check_name(const TomlTable& root, const std::string& name) {
  if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos) {
    root.fail("name", fmt::format("'{}' cannot name a folder", name), "use letters and dashes");
  }
}

}  // namespace

Scenario read_scenario(const ScenarioText& text) {
  const TomlTable root = parse_toml(text.content, text.name);
  Scenario scenario;
  scenario.name = root.find_string("name").value_or(scenario.name);
  check_name(root, scenario.name);
  scenario.dataset = resolve_path(root.find_string("dataset").value_or("data/bihar"), text.base);
  read_centres(root, text, scenario);
  read_travel(root, text.base, scenario.travel);
  read_demand(root, text.base, scenario);
  scenario.simulation.hazard = read_hazard_settings(root, text.base);
  scenario.closures = read_closures(root, text.base);
  scenario.simulation.operations = find_prior_file(root.find_table("operations"), text.base);
  read_underserved(root, scenario);
  read_isochrones(root, scenario.isochrones);
  read_chance(root, scenario);
  scenario.privacy = read_privacy_settings(root);
  root.expect_no_more();
  return scenario;
}

}  // namespace pahunch
