/// \file
/// The nearest open site for every place in many states of the roads: what `TravelModel::nearest`
/// gives, sixteen states at a time.
///
///     const StateModel model(inputs, options, {today, plan}, progress);
///     StateModel::Batch batch(model);                  // one a thread
///     batch.set_states(states);                        // sixteen months of flood
///     batch.find_nearest(1);                           // under the plan
///     for (PlaceIdx place : places) use(batch.nearest(place));
///
/// Each state changes both the main profile's roads and the fallback's. Cost: about a twentieth of
/// a search of Boost.Graph for a state and set, and all attachments of all places.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "geo/base/progress.h"
#include "geo/network/state_sweeps.h"
#include "geo/network/travel_model.h"

namespace pahunch {

class StateModel {
 public:
  static constexpr std::size_t kStates = StateSweeps::kStates;
  using SiteSet = StateSweeps::SiteSet;
  using NearestInStates = std::array<Nearest, kStates>;

  /// Throws ConfigError for round trips, which no single search answers. Precondition: the inputs
  /// have a hierarchy.
  StateModel(const TravelInputs& inputs, const TravelOptions& options, std::vector<SiteSet> sets,
             Progress& progress);
  ~StateModel();

  [[nodiscard]] std::size_t n_places() const { return n_places_; }
  [[nodiscard]] std::size_t n_sets() const { return n_sets_; }
  /// The most memory that a batch ever holds.
  [[nodiscard]] std::size_t get_batch_bytes() const;

  /// One thread's scratch.
  class Batch {
   public:
    explicit Batch(const StateModel& model);
    ~Batch();

    /// At most `kStates`; lanes beyond them hold the unchanged roads.
    void set_states(std::span<const RoadState> states);
    void find_nearest(std::size_t set);
    [[nodiscard]] NearestInStates nearest(PlaceIdx place) const;

   private:
    std::vector<std::pair<Mode, std::unique_ptr<StateSweeps::Batch>>> modes_;
  };

 private:
  struct ModeRoads;
  std::size_t n_places_, n_sets_;
  std::vector<std::pair<Mode, std::unique_ptr<const ModeRoads>>> modes_;  ///< in use, main first
};

}  // namespace pahunch
