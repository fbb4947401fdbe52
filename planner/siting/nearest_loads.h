/// \file
/// Rows given to the nearest open slot, whatever its capacity, and choices in which that fits.
#pragma once

#include <optional>

#include "planner/siting/capacitated_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

/// Follows a choice that changes: who goes where, what that costs and how much of it is too much.
/// Complexity: opening or closing a column looks at the rows that have it.
class NearestLoads {
 public:
  /// Nothing but the locked slots is open.
  explicit NearestLoads(const CapacitatedModel& model);

  void open(SiteColumn column);
  void close(SiteColumn column);

  /// The smaller the better: first rows that reach nothing, then weight beyond capacities, then
  /// cost.
  struct Score {
    std::size_t n_unreached = 0;
    std::int64_t overload = 0;
    double cost = 0;
    friend auto operator<=>(const Score&, const Score&) = default;
  };
  [[nodiscard]] Score score() const;
  [[nodiscard]] bool fits() const { return n_unreached_ == 0 && overload() == 0; }
  /// Slots by row.
  [[nodiscard]] SlotByRow assignment() const;
  /// Weight given to a slot.
  [[nodiscard]] std::int64_t load(CapacitatedModel::Slot slot) const { return loads_[slot]; }

 private:
  [[nodiscard]] std::int64_t overload() const;
  void move(std::size_t row, std::size_t to);
  [[nodiscard]] std::size_t next_open(std::size_t row, std::size_t from) const;

  struct Place {
    std::size_t row = 0, entry = 0;
  };

  const CapacitatedModel& model_;
  std::vector<std::vector<Place>> places_;  ///< by column
  std::vector<bool> is_open_;               ///< by slot
  std::vector<std::size_t> at_;             ///< by row: its entry; the row's length: none
  std::vector<std::int64_t> loads_;         ///< by slot
  std::size_t n_unreached_ = 0;
};

/// None: a slot is given more than it can take, or a row reaches none.
std::optional<CapacitatedChoice> give_to_nearest(const CapacitatedModel& model,
                                                 const std::vector<SiteColumn>& open);

/// Opens, closes and swaps as long as less is too much or the cost gets less. None: nothing that
/// fits was found.
std::optional<CapacitatedChoice> search_nearest(const CapacitatedModel& model,
                                                const ChoiceRules& rules,
                                                const std::vector<SiteColumn>& start,
                                                const StopSignal& signal);

}  // namespace pahunch
