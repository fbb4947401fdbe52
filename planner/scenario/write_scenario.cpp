#include "planner/scenario/write_scenario.h"

#include <fmt/format.h>

#include "planner/bundled_data.h"
#include "planner/scenario/toml_text.h"

namespace pahunch {
namespace {

std::string site(const SiteSpec& spec) {
  const std::string name = spec.name.empty() ? "" : ", name = " + toml_text(spec.name);
  return fmt::format("{{ id = {}{}, lon = {}, lat = {} }}", toml_text(spec.id), name, spec.at.lon,
                     spec.at.lat);
}

std::string words(const std::vector<std::string>& items) {
  return toml_list(items, [](const std::string& item) { return toml_text(item); });
}

/// Ids, then new sites.
std::string added(const WhatIf& what_if) {
  std::vector<std::string> items;
  for (const std::string& id : what_if.add) items.push_back(toml_text(id));
  for (const SiteSpec& spec : what_if.add_sites) items.push_back(site(spec));
  return toml_list(items, [](const std::string& item) { return item; });
}

std::string centres(const Scenario& scenario) {
  std::string out =
      "\n[centres]          # sets compared side by side, of statuses and ids; the first is the "
      "baseline\n";
  for (const CentreSetSpec& set : scenario.sets) {
    out += fmt::format("{} = {}\n", set.name, words(set.members));
  }
  const WhatIf& what_if = scenario.what_if;
  out += "# what if, in every set but the first: ids and { id, name, lon, lat }\n";
  out += "add = " + added(what_if) + "\n";
  out += "close = " + words(what_if.close) + "        # ids\n";
  return out + "move = " + toml_list(what_if.move, site) + "         # { id, lon, lat }\n";
}

std::string travel(const TravelSettings& settings) {
  std::string out = "\n[travel]\n";
  out += fmt::format(
      "profile = {}    # walk, shared-auto, bus, own-vehicle, rescue-van, or one of `profiles`\n",
      toml_text(settings.profile));
  out += fmt::format("season = \"{}\"             # dry, monsoon\n", to_string(settings.season));
  out += settings.direction
             ? fmt::format("direction = \"{}\"    # to-centre, from-centre, round-trip\n",
                           to_string(*settings.direction))
             : "# direction = \"to-centre\"  # to-centre, from-centre, round-trip; the profile's "
               "own\n";
  out += fmt::format("bands_min = [{}]  # limits in minutes, inclusive\n",
                     fmt::join(settings.bands_min, ", "));
  out += settings.depart_hour
             ? fmt::format("depart_hour = {}      # local time\n", *settings.depart_hour)
             : "# depart_hour = 10         # local time; without it service hours do not count\n";
  out += fmt::format("assignment = \"{}\"     # nearest, own-district\n",
                     to_string(settings.assignment));
  out +=
      fmt::format("component = \"{}\"         # main, any: the part of the network to attach to\n",
                  to_string(settings.component));
  out +=
      fmt::format("noding = \"{}\"         # dataset, ends, planar: how lines become a network\n",
                  to_string(settings.noding));
  return out + "profiles = " +
         toml_list(settings.profiles,
                   [](const auto& path) { return toml_text(portable_path(path)); }) +
         "              # more profile files\n";
}

std::string prior_file(const std::optional<std::filesystem::path>& file) {
  if (!file)
    return "# file = \"mine.toml\"      # instead of the one that comes with the program\n";
  return fmt::format("file = {}\n", toml_text(portable_path(*file)));
}

}  // namespace

std::string write_scenario(const Scenario& scenario) {
  const SimulationSettings& simulation = scenario.simulation;
  std::string out = fmt::format("name = {}\n", toml_text(scenario.name));
  out += fmt::format("dataset = {}  # relative to this file, or one that comes with the program\n",
                     toml_text(portable_path(scenario.dataset)));
  out += centres(scenario) + travel(scenario.travel);
  out += fmt::format(
      "\n[demand]\npopulation = \"{}\"         # all, 15plus: which females are counted\n"
      "induced = {}             # do nearer centres bring forward cases untold before?\n{}",
      to_string(scenario.population), simulation.induced_demand, prior_file(simulation.demand));
  out += write_hazard_settings(simulation.hazard);
  out += "\n[operations]\n" + prior_file(simulation.operations);
  out += fmt::format(
      "\n[underserved]\nmax_minutes = {}           # the headline's limit, one of bands_min\n"
      "max_wait_days = {}          # for the first help, after she has come\n"
      "min_probability = {}      # served with less than this is underserved\n",
      scenario.max_minutes, simulation.max_wait_days, simulation.min_probability);
  const IsochroneSettings& isochrones = scenario.isochrones;
  out += fmt::format(
      "\n[isochrones]\nin_run = {}            # does a run write them too?\n"
      "cell_m = {}               # side of the smallest cells; 0: by the size of the area\n"
      "min_hole_km2 = {}      # smaller holes are filled\n",
      isochrones.in_run, isochrones.cell_m, isochrones.min_hole_km2);
  out += fmt::format("\n[hot_spots]\npermutations = {}         # random orders for the p-values\n",
                     scenario.permutations);
  return out +
         fmt::format(
             "\n[simulation]\nseed = {}\n"
             "in_run = {}              # does a run simulate too?\n"
             "replicates = {}          # years in all, a multiple of `draws`\n"
             "draws = {}                 # of the parameters\n"
             "until_women = {}            # stop when the gain is known to so many women; 0: "
             "never\n",
             scenario.seed, simulation.in_run, simulation.replicates, simulation.draws,
             simulation.until_women) +
         write_sensitivity_settings(simulation.sensitivity) +
         write_privacy_settings(scenario.privacy) + write_closures(scenario.closures);
}

}  // namespace pahunch
