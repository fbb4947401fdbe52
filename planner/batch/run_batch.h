/// \file
/// Computing the scenarios of a batch: shared work once, each scenario kept as soon as it is done.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/batch/figure_store.h"
#include "planner/batch/ground.h"
#include "planner/batch/input_changes.h"
#include "planner/batch/planned_scenario.h"
#include "planner/batch/scenario_figures.h"
#include "planner/console.h"
#include "planner/ranks/ranks.h"

namespace pahunch {

/// What happens to the others where one scenario fails.
enum class OnFailure : std::uint8_t { kKeepGoing, kStop };

struct BatchOptions {
  LastGround& grounds;  ///< loaded already, perhaps; the last one stays there
  OnFailure on_failure = OnFailure::kKeepGoing;
  std::optional<std::vector<std::size_t>> only = {};  ///< numbers of the plan, ascending; none: all
  bool compute = true;  ///< false: only what is finished already is gathered
  /// Also take what failed in a share of a batch as failed, rather than as not finished.
  bool recall_failures = false;
  NoteInputs inputs = NoteInputs::kUpdate;
  /// Where several ranks compute the same scenarios: each piece of work is done by that which
  /// claims it. Null: all of it.
  Ranks* ranks = nullptr;
};

/// One scenario of the plan, in its order.
struct ScenarioOutcome {
  std::string key;               ///< of its content; "" where it could not be read
  std::string failure;           ///< "" where it is done
  std::string run_failure = {};  ///< why its whole run failed, where one was asked for
  std::optional<ScenarioFigures> figures;
  bool was_kept = false;  ///< finished by an earlier call
  double seconds = 0;     ///< of this process, which those computed together have in equal parts
  std::string run = {};   ///< folder of the whole run beside the journal; "" for none
  /// Where the only centre stands that is open under its last set and not under the base's, or the
  /// other way round; in the working CRS. None where several differ.
  std::optional<Xy> changed_site = {};

  /// Why it failed, or its whole run did; "" where neither.
  [[nodiscard]] std::string reason() const {
    return run_failure.empty() ? failure : "the whole run failed: " + run_failure;
  }
};

/// Scenarios that are computed together.
struct FamilySize {
  std::size_t n_members = 0;
  std::uint64_t n_years = 0;  ///< of each; 0: no simulation
};

struct BatchOutcome {
  std::vector<ScenarioOutcome> scenarios;
  std::vector<FamilySize> left;  ///< what was not finished by an earlier call
  /// Of the base.
  DatasetWords words = {};
  std::string working_crs = {};
  std::vector<std::string> modelled_layers = {};
  /// Of all scenarios, each once, by path; a path of two datasets comes twice.
  std::vector<InputFile> inputs = {};
};

/// Loads each dataset and network once, unless it is there. Throws Interrupted with what is kept;
/// DataError where a scenario fails and `kStop` is asked, or where the base cannot be computed;
/// StoreError where what is finished cannot be kept or read, which is no scenario's failure.
BatchOutcome run_batch(const BatchPlan& plan, const BatchOptions& options, FigureStore& store,
                       Session& session);

}  // namespace pahunch
