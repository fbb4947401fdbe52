/// \file
/// A scenario's closures as links of the network.
///
/// What is closed for certain is closed in every answer: coverage, isochrones, explanations and all
/// years of a simulation. What is closed with a probability is closed in its share of the simulated
/// years, and nowhere else.
#pragma once

#include <string>
#include <vector>

#include "geo/io/projection.h"
#include "geo/model/road.h"
#include "planner/scenario/closure_spec.h"
#include "sim/flood/planned_closure.h"

namespace pahunch {

struct StudyClosures {
  std::vector<PreparedClosure> all;  ///< in the order of the scenario
  RoadState certain;                 ///< with those of probability 1
  /// For a travel model; null where nothing is closed for certain.
  [[nodiscard]] const RoadState* find_certain() const {
    return certain.links.empty() ? nullptr : &certain;
  }
};

struct ClosureInputs {
  const Projection& projection;
  const Network& network;
  const RoadLayer& roads;
};

/// Failure: ConfigError for an unknown road and a place without roads, DataError as the reader of a
/// file does.
StudyClosures find_closures(const std::vector<ClosureSpec>& specs, const ClosureInputs& inputs);

/// The files that closures take their shapes from; all files of a Shapefile.
std::vector<std::filesystem::path> list_closure_files(const std::vector<ClosureSpec>& specs);

/// A sentence for each: "'bridge works' shuts 3 links for certain."
std::vector<std::string> describe_closures(const StudyClosures& closures);

}  // namespace pahunch
