/// \file
/// One dataset with its network, loaded once, and the scenarios on it in families.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "planner/batch/family.h"
#include "planner/batch/scenario_key.h"
#include "planner/study/study.h"

namespace pahunch {

class BatchGround {
 public:
  /// Loads what `ground_of(scenario)` names. Throws as the readers do.
  BatchGround(const Scenario& scenario, Progress& progress);

  [[nodiscard]] const Study& study() const { return study_; }

  /// A scenario's sets, and the pool that holds their centres. Throws ConfigError as
  /// `make_centre_sets` does.
  struct Resolved {
    std::size_t pool = 0;
    ComparedSets sets;
  };
  Resolved resolve(const Scenario& scenario);
  /// See `ScenarioOutcome::changed_site`.
  [[nodiscard]] std::optional<Xy> find_changed_site(const ComparedSets& base,
                                                    const Resolved& other) const;
  /// There it is to be computed, as number `at` of the plan.
  void enlist(std::size_t at, const Scenario& scenario, const std::string& key,
              const Resolved& resolved);

  /// As it was loaded: nothing resolved, nothing enlisted.
  void start_over();

  /// Of all that was enlisted, in the order of their first members.
  [[nodiscard]] const std::vector<Family>& families() const { return families_; }

  /// The study with the centres of a pool.
  Study& open_pool(std::size_t pool);

 private:
  Study study_;
  CentrePool own_;  ///< of the dataset alone
  std::vector<CentrePool> pools_;
  std::optional<std::size_t> open_pool_;
  std::vector<Family> families_;
  std::map<std::string, std::size_t> family_of_name_;  ///< place in `families_`
};

/// The ground that was opened last stays for who comes to it next, so that what is loaded to plan
/// scenarios, or to see which are finished, need not be loaded again to compute them.
class LastGround {
 public:
  /// Started over. Throws as `BatchGround` does.
  BatchGround& open(const Scenario& scenario, Progress& progress);
  /// Gives its memory back.
  void close() { ground_.reset(); }

 private:
  std::string name_;
  std::optional<BatchGround> ground_;
};

}  // namespace pahunch
