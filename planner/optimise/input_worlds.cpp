#include "planner/optimise/input_worlds.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "planner/optimise/flood_reach.h"
#include "planner/siting/risk/expected_cover.h"
#include "planner/summary/variants.h"
#include "sim/monte_carlo/travel_theta.h"
#include "sim/random/random_stream.h"
#include "sim/sensitivity/unit_points.h"

namespace pahunch {
namespace {

/// Numbers of flood moments from here on are of nothing else.
constexpr std::uint64_t kFirstMoment = std::uint64_t{1} << 40;

std::string title_of(const std::string& name) {
  static const std::map<std::string, std::string> titles = {
      {"travel.road_speeds", "Speeds on roads, all classes together"},
      {"travel.waiting_min", "Waiting for a vehicle"},
      {"travel.access_speed_km_h", "Speed off the road"}};
  return titles.at(name);
}

/// In the disc about a point; by rejection, so that its bits are the same everywhere.
Xy move_within(Xy at, double radius_m, RandomStream& random) {
  while (true) {
    const double x = 2 * random.uniform() - 1, y = 2 * random.uniform() - 1;
    if (x * x + y * y <= 1) return {at.x_m + x * radius_m, at.y_m + y * radius_m};
  }
}

double middle_of_layer(std::size_t layer, std::size_t n) {
  return (static_cast<double>(layer) + 0.5) / static_cast<double>(n);
}

}  // namespace

std::string_view to_string(InputKind kind) {
  if (kind == InputKind::kUnknown) return "unknown";
  return kind == InputKind::kTogether ? "together" : "reading";
}

InputWorldMaker::InputWorldMaker(Job job)
    : job_(std::move(job)),
      travel_(travel_options(job_.study, scenario_choice(job_.study.scenario))),
      parameters_(list_travel_parameters(travel_)) {
  const auto& centres = job_.study.dataset.centres.centres;
  sites_move_ = std::ranges::any_of(
      job_.made.centre_of, [&](CentreIdx at) { return centres[at].location_error_km > 0; });
}

std::vector<InputWorlds> InputWorldMaker::list() const& {
  std::vector<InputWorlds> worlds;
  add_ranges(worlds);
  add_floods(worlds);
  add_readings(worlds);
  if (job_.objective.is_maximum()) add_readings_of_covering(worlds);
  add_all_together(worlds);
  return worlds;
}

void InputWorldMaker::add_ranges(std::vector<InputWorlds>& worlds) const {
  const std::size_t n = job_.n_worlds;
  for (std::size_t i = 0; i < parameters_.size(); ++i) {
    if (!varies(parameters_[i])) continue;
    const UncertainParameter& parameter = parameters_[i];
    worlds.push_back(
        {{InputKind::kUnknown, parameter.name, title_of(parameter.name), parameter.range.source},
         n,
         1,
         [this, i, n](std::size_t world) {
           Moved moved = {std::vector<double>(parameters_.size(), 0.5)};
           moved.places[i] = middle_of_layer(world, n);
           return with_travel(moved);
         }});
  }
  if (!sites_move_) return;
  worlds.push_back({{InputKind::kUnknown, "sites.place", "Where in its town each centre stands",
                     "location_error_km of the dataset"},
                    n,
                    1,
                    [this](std::size_t world) {
                      return with_travel({std::vector<double>(parameters_.size(), 0.5), world});
                    }});
}

void InputWorldMaker::add_all_together(std::vector<InputWorlds>& worlds) const {
  const auto n_ranges = std::ranges::count_if(parameters_, varies) + (sites_move_ ? 1 : 0);
  if (n_ranges < 2) return;
  const std::size_t n = job_.n_worlds;
  const auto points = make_latin_hypercube(
      {.n_points = n, .n_dimensions = parameters_.size(), .seed = job_.study.scenario.seed});
  worlds.push_back({{InputKind::kTogether, "all", "All that have a range, together", "theirs"},
                    n,
                    1,
                    [this, points](std::size_t world) {
                      const auto at = points[world];
                      Moved moved = {{at.begin(), at.end()}};
                      if (sites_move_) moved.sites = world;
                      return with_travel(moved);
                    }});
}

void InputWorldMaker::add_floods(std::vector<InputWorlds>& worlds) const {
  if (job_.hazard == nullptr || job_.objective.kind != ObjectiveKind::kCover) return;
  worlds.push_back(
      {{InputKind::kUnknown, "floods",
        fmt::format("Floods: the mean over {} moments of years with floods", kMomentsPerWorld),
        "fitted to the dataset's hazard; roads assumed"},
       job_.n_worlds,
       kMomentsPerWorld,
       [this](std::size_t world) { return with_floods(world); }});
}

void InputWorldMaker::add_readings(std::vector<InputWorlds>& worlds) const {
  for (const TravelReading& reading : list_other_travel(job_.study)) {
    worlds.push_back({{InputKind::kReading, reading.key, reading.title, "the scenario"},
                      1,
                      1,
                      [this, reading](std::size_t) {
                        SilentProgress silent;
                        return with_model(*make_model(job_.study, reading.choice, silent));
                      }});
  }
}

/// Only where no pair was left out as too slow.
void InputWorldMaker::add_readings_of_covering(std::vector<InputWorlds>& worlds) const {
  const Dataset& dataset = job_.study.dataset;
  if (!dataset.districts.areas.empty()) {
    worlds.push_back(
        {{InputKind::kReading, "own-district", "Only centres of her own district", "the scenario"},
         1,
         1,
         [this, &dataset](std::size_t) {
           return with_pairs([&](SettlementIdx at, CentreIdx centre) {
             return dataset.settlements.settlements[at].district ==
                    dataset.centres.centres[centre].district;
           });
         }});
  }
  const CentreSet sure = without_unconfirmed({job_.options.locked}, dataset.centres).front();
  if (sure.open.size() == job_.options.locked.open.size()) return;
  worlds.push_back({{InputKind::kReading, "without-unconfirmed",
                     "Open centres that are not confirmed are not there", "the dataset"},
                    1,
                    1,
                    [this, sure](std::size_t) {
                      return with_pairs([&](SettlementIdx, CentreIdx centre) {
                        return std::ranges::find(sure.open, centre) != sure.open.end() ||
                               std::ranges::find(job_.options.locked.open, centre) ==
                                   job_.options.locked.open.end();
                      });
                    }});
}

std::vector<Xy> InputWorldMaker::moved_sites(std::size_t world) const {
  std::vector<Xy> sites = job_.study.sites;
  const auto& centres = job_.study.dataset.centres.centres;
  for (const CentreIdx at : indices(centres)) {
    if (!(centres[at].location_error_km > 0)) continue;
    RandomStream random({.seed = job_.study.scenario.seed,
                         .replicate = world,
                         .purpose = Purpose::kSitePlace,
                         .entity = entity_key(centres[at].id)});
    sites[at.value()] =
        move_within(sites[at.value()], centres[at].location_error_km * kMetresPerKm, random);
  }
  return sites;
}

SitingProblem InputWorldMaker::with_travel(const Moved& moved) const {
  const std::vector<Xy> sites = moved.sites ? moved_sites(*moved.sites) : job_.study.sites;
  SilentProgress silent;
  return with_model(*make_model(job_.study, make_travel_theta(travel_, moved.places),
                                {job_.study.places, sites}, silent));
}

SitingProblem InputWorldMaker::with_model(const TravelModel& model) const {
  SilentProgress silent;
  StudyProblem made = make_study_problem(job_.study, model, job_.options, job_.objective, silent);
  made.problem.sites = job_.made.problem.sites;
  return std::move(made.problem);
}

SitingProblem InputWorldMaker::with_floods(std::size_t world) const {
  const FloodReach reach(job_.study, *job_.hazard, job_.made, longest_of(job_.objective));
  SilentProgress silent;
  return merge_draws(job_.made.problem,
                     reach.draw(kFirstMoment + world * kMomentsPerWorld, kMomentsPerWorld, silent));
}

SitingProblem InputWorldMaker::with_pairs(const Keep& keep) const {
  const SitingProblem& from = job_.made.problem;
  std::vector<ReachPair> pairs;
  for (const DemandIdx at : indices(from.weights)) {
    for (const SiteCost& item : from.reach.of(at)) {
      if (keep(job_.made.settlement_of[at], job_.made.centre_of[item.site])) {
        pairs.push_back({at, item.site, item.cost});
      }
    }
  }
  return {from.weights, from.sites, ReachTable(from.weights.size(), from.sites.size(), pairs)};
}

}  // namespace pahunch
