/// \file
/// Puts parcels together: first one of each draw, then more years of each.
#pragma once

#include <vector>

#include "sim/monte_carlo/experiment_result.h"
#include "sim/monte_carlo/parcel.h"

namespace pahunch {

/// What a parcel came to.
struct DrawPart {
  Parcel parcel;
  std::vector<double> places;  ///< of the draw's parameters
  DrawResult result;
};

/// Memory: 8 bytes a settlement, set, draw and limit.
class ExperimentFold {
 public:
  /// Precondition: a draw not seen before is the next one; years of a draw come in their order.
  void merge(const DrawPart& part);

  [[nodiscard]] bool empty() const { return draws_.empty(); }
  /// Precondition: there is a draw, and all have as many years.
  [[nodiscard]] ExperimentResult result() const;

 private:
  void add_draw(const DrawPart& part);
  void add_years(const DrawPart& part);
  void add_limits(const DrawPart& part);
  void add_weeks(const DrawPart& part);

  std::vector<DrawSummary> draws_;
  std::vector<std::uint64_t> n_years_;                                   ///< by draw
  std::vector<std::vector<IdxVector<SettlementIdx, double>>> p_served_;  ///< [set][draw]
  /// Squared deviations from the mean of the draw, summed over the draws: [set].
  std::vector<IdxVector<SettlementIdx, double>> squares_;
  /// The same within the other limits: [limit][set]; `noise` holds the squares.
  std::vector<std::vector<ServedByDraw>> within_;
  std::vector<WeekBook> weeks_;  ///< by set
  std::uint64_t n_states_ = 0, n_events_ = 0;
};

}  // namespace pahunch
