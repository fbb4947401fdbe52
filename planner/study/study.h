/// \file
/// Everything that is loaded before a question can be answered: the dataset with the scenario's
/// changes, the network, the profiles, the sets of open centres.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "geo/base/progress.h"
#include "geo/coverage/run_coverage.h"
#include "geo/io/projection.h"
#include "geo/io/read_dataset.h"
#include "geo/model/dataset.h"
#include "geo/model/profile.h"
#include "geo/network/access_memo.h"
#include "geo/network/road_hierarchy.h"
#include "geo/network/travel_model.h"
#include "planner/console.h"
#include "planner/scenario/scenario.h"
#include "planner/study/closures.h"

namespace pahunch {

struct Study {
  Scenario scenario;
  Dataset dataset;
  ProfileSet profiles;
  Network network;
  /// Of the network; apart, as it can be neither moved nor copied.
  std::unique_ptr<const LazyHierarchy> hierarchy = std::make_unique<const LazyHierarchy>();
  /// Of the network; shared by the models of a run.
  std::unique_ptr<const AccessMemo> access = std::make_unique<const AccessMemo>();
  StudyClosures closures;  ///< the planner's own
  std::vector<CentreSet> sets;
  std::vector<Xy> places;                  ///< of the settlements, in their order
  std::vector<Xy> sites;                   ///< of all centres, in their order
  std::shared_ptr<Projection> projection;  ///< of the dataset's working CRS
};

/// The rules for sources are the scenario's. Throws ConfigError and DataError as the readers do.
Study load_study(const Scenario& scenario, Progress& progress, ReadOptions options = {});

/// The parts of `load_study`: the dataset and its network, with all its centres and no set; and the
/// profiles and closures of a scenario on the same dataset and noding, for the sets that are there.
Study load_ground(const Scenario& scenario, Progress& progress, ReadOptions options = {});
void set_scenario(Study& study, const Scenario& scenario);

/// Other centres in place of the study's, in any order; each set keeps those of its ids that are
/// among them.
void replace_centres(Study& study, std::vector<Centre> centres);

/// The women whom the scenario counts. Throws ConfigError where the dataset does not tell them.
WomenBySettlement women_of(const Study& study);

/// Tells the reader of results that have no room for it that the dataset is modelled, where it is.
void note_modelled(const Dataset& dataset, Console& console);

/// Tells what a scenario closes, and where it is closed.
void note_closures(const Study& study, Console& console);

/// What a travel model may differ in from the scenario.
struct TravelChoice {
  std::string profile;
  Season season = Season::kDry;
  enum class Barriers : std::uint8_t { kRespected, kIgnored } barriers = Barriers::kRespected;
  ComponentRule component = ComponentRule::kMain;
};

TravelChoice scenario_choice(const Scenario& scenario);

/// Profile, fallback and direction of the choice. ConfigError for an unknown profile, with the
/// nearest known one.
TravelOptions travel_options(const Study& study, const TravelChoice& choice);

/// Places and sites of a model.
struct ModelEnds {
  std::span<const Xy> places;
  std::span<const Xy> sites;
};

/// A model between these ends; the study must outlive it. Throws as `travel_options` does.
std::unique_ptr<TravelModel> make_model(const Study& study, const TravelChoice& choice,
                                        const ModelEnds& ends, Progress& progress);

/// Between the settlements and the centres.
std::unique_ptr<TravelModel> make_model(const Study& study, const TravelChoice& choice,
                                        Progress& progress);
/// On roads in this state, which holds the scenario's closures too and must outlive the model.
std::unique_ptr<TravelModel> make_model(const Study& study, const TravelChoice& choice,
                                        const RoadState& state, Progress& progress);
/// Travelled in this way, such as one draw of what is not known of it.
std::unique_ptr<TravelModel> make_model(const Study& study, const TravelOptions& options,
                                        const ModelEnds& ends, Progress& progress);

/// The profiles that come with the program and those of the files, which win.
ProfileSet read_all_profiles(const std::vector<std::filesystem::path>& files);

}  // namespace pahunch
