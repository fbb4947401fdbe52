/// \file
/// The centres of all scenarios of one dataset together, so that many of them can be answered on
/// one study.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/io/projection.h"
#include "geo/model/dataset.h"
#include "planner/scenario/scenario.h"

namespace pahunch {

/// Ids of the open centres, ascending.
using OpenIds = std::vector<std::string>;

/// The two sets of a scenario that are compared.
struct ComparedSets {
  OpenIds first, last;
};

class CentrePool {
 public:
  /// Of the dataset's own centres, and no candidate yet.
  explicit CentrePool(const Dataset& dataset);

  /// Takes in what the scenario opens. None, and nothing taken in, where it has another site of an
  /// id that is in the pool. Throws ConfigError as `make_centre_sets` does.
  std::optional<ComparedSets> admit(const Scenario& scenario, const Projection& projection);

  /// Where a centre of the pool stands.
  [[nodiscard]] std::optional<Xy> find(const std::string& id) const;
  /// All of them, sorted by id.
  [[nodiscard]] std::vector<Centre> centres() const;

 private:
  Dataset ground_;  ///< districts, centres and candidates alone
  std::map<std::string, Centre> centres_;
};

}  // namespace pahunch
