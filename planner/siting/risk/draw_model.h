/// \file
/// What each draw loses by which columns are closed, the locked sites worked in: the model behind
/// the tail and the worst case.
///
/// Whether the sites of a row cover does not depend on the draw; only how much weight a draw has on
/// the row does. That weight is kept dry, and by draw as what is added to it or taken off.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "planner/siting/choice_rules.h"
#include "planner/siting/risk/reach_draws.h"

namespace pahunch {

struct DrawModel {
  struct Change {
    std::uint32_t row = 0;
    std::int64_t weight = 0;  ///< added to the dry one; below 0: taken off
  };

  std::size_t n_columns = 0;
  std::vector<std::vector<SiteColumn>> rows;  ///< ascending columns, in the order of what they hold
  std::vector<std::int64_t> dry;              ///< weight by row
  std::vector<std::vector<Change>> changes;   ///< by draw, then by row
  std::vector<std::int64_t> beyond;           ///< by draw: weight that no choice covers
  std::int64_t total = 0;                     ///< weight of all points

  [[nodiscard]] std::size_t n_draws() const { return changes.size(); }
};

/// Precondition: check_draws, and no rule conflict.
DrawModel make_draw_model(const SitingProblem& problem, const ReachDraws& draws,
                          const ChoiceRules& rules);

/// The weight that is not covered in each draw, kept while columns open and close. A change costs
/// the rows that it touches and the draws in which they differ from dry.
class DrawLosses {
 public:
  explicit DrawLosses(const DrawModel& model);

  void open(SiteColumn column);
  void close(SiteColumn column);
  /// By draw.
  [[nodiscard]] std::vector<std::int64_t> losses() const;
  /// The sum of the `n` largest losses. Precondition: 1 <= n <= draws.
  [[nodiscard]] std::int64_t tail(std::size_t n) const;

 private:
  struct Use {
    std::uint32_t draw = 0;
    std::int64_t weight = 0;
  };
  void lose(std::uint32_t row, std::int64_t times);

  const DrawModel& model_;
  std::vector<std::vector<std::uint32_t>> rows_of_;  ///< by column
  std::vector<std::vector<Use>> uses_;               ///< by row
  std::vector<std::uint32_t> n_open_;                ///< by row
  std::int64_t dry_ = 0;                             ///< lost of the dry weights
  std::vector<std::int64_t> beside_;                 ///< lost beside them, by draw
  mutable std::vector<std::int64_t> scratch_;
};

/// The sum of the `n` largest of some losses, whose order is changed.
std::int64_t sum_largest(std::vector<std::int64_t>& losses, std::size_t n);

}  // namespace pahunch
