/// \file
/// Who is covered by which columns, for the objectives that count coverings: set covering, backup
/// covering and the covering inside p-centre.
///
/// Points with the same columns are one row with their weights added; what locked sites cover is
/// taken off. Rows are in the order of what they hold.
#pragma once

#include <cstdint>
#include <vector>

#include "planner/siting/choice_rules.h"

namespace pahunch {

struct CoverModel {
  struct Row {
    int need = 1;                     ///< so many more open columns cover it
    std::vector<SiteColumn> columns;  ///< ascending, no fewer than `need`
    std::int64_t weight = 0;
  };

  std::size_t n_columns = 0;
  std::vector<Row> rows;
  std::int64_t covered = 0;  ///< by locked sites
  std::int64_t beyond = 0;   ///< by no choice

  [[nodiscard]] std::vector<std::vector<std::uint32_t>> rows_by_column() const;
  /// With all columns open.
  [[nodiscard]] std::int64_t most_covered() const;
};

/// Points of no weight are left out. `times`: 1, or 2 for backup.
CoverModel make_cover_model(const SitingProblem& problem, const ChoiceRules& rules, double limit,
                            int times);

/// Drops rows that are covered whenever another is; for covering everything only.
void drop_implied_rows(CoverModel& model);

/// Weight covered by a choice, with what locked sites cover.
std::int64_t covered_weight(const CoverModel& model, const std::vector<SiteColumn>& open);

}  // namespace pahunch
