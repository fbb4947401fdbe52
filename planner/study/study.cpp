#include "planner/study/study.h"

#include <algorithm>

#include "geo/io/clean_text.h"
#include "geo/io/read_profiles.h"
#include "planner/bundled_data.h"
#include "planner/study/centre_sets.h"
#include "planner/study/load_network.h"

namespace pahunch {
namespace {

/// Below it, preparing the network for many sites costs more than asking one by one.
constexpr std::size_t kManySites = 64;

NodingOptions noding_of(const Scenario& scenario, const RoadLayer& roads) {
  NodingOptions options{.end_tolerance_m = roads.noding.end_tolerance_m,
                        .planar = roads.noding.planar};
  if (scenario.travel.noding == NodingRule::kEnds) options.planar = false;
  if (scenario.travel.noding == NodingRule::kPlanar) options.planar = true;
  return options;
}

template <class Layer>
std::vector<Xy> points_of(const Layer& items) {
  std::vector<Xy> points;
  points.reserve(items.size());
  for (const auto& item : items) points.push_back(item.at);
  return points;
}

const BarrierLayer& no_barriers() {
  static const BarrierLayer none;
  return none;
}

}  // namespace

ProfileSet read_all_profiles(const std::vector<std::filesystem::path>& files) {
  std::vector<std::filesystem::path> all = {find_bundled_root() / kDefaultProfiles};
  all.insert(all.end(), files.begin(), files.end());
  return read_profiles(all);
}

Study load_ground(const Scenario& scenario, Progress& progress, ReadOptions options) {
  Study study;
  options.rules = scenario.sources;
  study.dataset = read_dataset(scenario.dataset, options, progress);
  study.projection = std::make_shared<Projection>(study.dataset.working_crs);
  study.places = points_of(study.dataset.settlements.settlements);
  study.sites = points_of(study.dataset.centres.centres);
  study.network = load_network(
      {scenario.dataset, study.dataset, noding_of(scenario, study.dataset.roads)}, progress);
  return study;
}

void set_scenario(Study& study, const Scenario& scenario) {
  study.scenario = scenario;
  study.profiles = read_all_profiles(scenario.travel.profiles);
  static_cast<void>(get_profile(study.profiles, scenario.travel.profile));
  study.closures =
      find_closures(scenario.closures, {*study.projection, study.network, study.dataset.roads});
}

Study load_study(const Scenario& scenario, Progress& progress, ReadOptions options) {
  // What is wrong with the profile is said before the time that the dataset takes.
  static_cast<void>(
      get_profile(read_all_profiles(scenario.travel.profiles), scenario.travel.profile));
  Study study = load_ground(scenario, progress, options);
  study.sets = make_centre_sets(scenario, *study.projection, study.dataset);
  study.sites = points_of(study.dataset.centres.centres);
  set_scenario(study, scenario);
  return study;
}

void replace_centres(Study& study, std::vector<Centre> centres) {
  std::ranges::sort(centres, {}, &Centre::id);
  auto& known = study.dataset.centres.centres;
  for (CentreSet& set : study.sets) {
    std::vector<CentreIdx> open;
    for (const CentreIdx at : set.open) {
      const auto found = std::ranges::lower_bound(centres, known[at].id, {}, &Centre::id);
      if (found == centres.end() || found->id != known[at].id) continue;
      open.emplace_back(static_cast<std::size_t>(found - centres.begin()));
    }
    set.open = std::move(open);
  }
  replace_centres(study.dataset, std::move(centres));
  study.sites = points_of(known);
}

WomenBySettlement women_of(const Study& study) {
  return count_women(study.dataset.settlements, study.scenario.population);
}

void note_modelled(const Dataset& dataset, Console& console) {
  if (!dataset.words.notice.empty()) console.note("note: " + clean_text(dataset.words.notice));
}

void note_closures(const Study& study, Console& console) {
  for (const std::string& words : describe_closures(study.closures)) {
    console.note("closure " + clean_text(words));
  }
}

TravelChoice scenario_choice(const Scenario& scenario) {
  return {.profile = scenario.travel.profile,
          .season = scenario.travel.season,
          .component = scenario.travel.component};
}

TravelOptions travel_options(const Study& study, const TravelChoice& choice) {
  const TravelSettings& travel = study.scenario.travel;
  TravelOptions options;
  options.profile = get_profile(study.profiles, choice.profile);
  if (!options.profile.fallback.empty()) {
    options.fallback = get_profile(study.profiles, options.profile.fallback);
  }
  options.season = choice.season;
  options.direction = travel.direction.value_or(options.profile.direction);
  options.depart_hour = travel.depart_hour;
  options.main_component_only = choice.component == ComponentRule::kMain;
  return options;
}

namespace {

using Barriers = TravelChoice::Barriers;

TravelInputs inputs_of(const Study& study, const ModelEnds& ends, const RoadState* state,
                       Barriers barriers) {
  return {.network = study.network,
          .ground = *study.dataset.ground,
          .barriers = barriers == Barriers::kIgnored ? no_barriers() : study.dataset.barriers,
          .places = ends.places,
          .sites = ends.sites,
          .hierarchy = ends.sites.size() < kManySites ? nullptr : study.hierarchy.get(),
          // Access from sites of their own is of no use to another model.
          .access = ends.sites.data() == study.sites.data() ? study.access.get() : nullptr,
          .state = state};
}

}  // namespace

std::unique_ptr<TravelModel> make_model(const Study& study, const TravelChoice& choice,
                                        const ModelEnds& ends, Progress& progress) {
  const auto inputs = inputs_of(study, ends, study.closures.find_certain(), choice.barriers);
  return make_fast_model(inputs, travel_options(study, choice), progress);
}

std::unique_ptr<TravelModel> make_model(const Study& study, const TravelChoice& choice,
                                        const RoadState& state, Progress& progress) {
  const auto inputs = inputs_of(study, {study.places, study.sites}, &state, choice.barriers);
  return make_fast_model(inputs, travel_options(study, choice), progress);
}

std::unique_ptr<TravelModel> make_model(const Study& study, const TravelChoice& choice,
                                        Progress& progress) {
  return make_model(study, choice, {study.places, study.sites}, progress);
}

std::unique_ptr<TravelModel> make_model(const Study& study, const TravelOptions& options,
                                        const ModelEnds& ends, Progress& progress) {
  const auto inputs = inputs_of(study, ends, study.closures.find_certain(), Barriers::kRespected);
  return make_fast_model(inputs, options, progress);
}

}  // namespace pahunch
