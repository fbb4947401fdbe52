/// \file
/// Fair covering as a linear programme: the textbook covering by rows, and beside it the share of
/// each area.
///
/// Two things are left out and added when an answer breaks them. That the Gini coefficient is small
/// is a row for each order of the areas (area_cover.h), of which few matter. And the programme may
/// count a covered row as not covered, to make shares look more equal than they are: the rows that
/// forbid it are many. Its bound holds with and without them.
#pragma once

#include "planner/siting/equity/area_cover.h"
#include "planner/siting/mip.h"

namespace pahunch {

class FairMip {
 public:
  /// The objective is the weight not covered. All must outlive it.
  FairMip(const AreaCover& model, const ChoiceRules& rules, const FairLimits& limits);

  /// Adds orders that the linear relaxation breaks, until it breaks none by much.
  void cut_relaxation(const StopSignal& signal);
  [[nodiscard]] MipResult solve(const MipOptions& options, const StopSignal& signal) const;
  [[nodiscard]] std::vector<SiteColumn> choice(const MipResult& result) const;

  /// Adds what a solution breaks: the rows of areas that it counts down, or the order of the areas
  /// in the true coverage of its choice. False: nothing was to be added.
  bool add_broken(const MipResult& result, const CoveredAreas& coverage);
  /// Takes one choice out.
  void exclude(const std::vector<SiteColumn>& open);

 private:
  void add_areas();
  bool add_order(const std::vector<double>& shares);
  void forbid_counting_down(std::uint32_t area);
  [[nodiscard]] std::vector<double> shares_in(const std::vector<double>& values) const;

  const AreaCover& model_;
  const FairLimits& limits_;
  MipModel mip_;
  std::vector<int> open_, lost_, share_;  ///< by column, by row, by area
  std::vector<bool> is_honest_;           ///< by area
};

}  // namespace pahunch
