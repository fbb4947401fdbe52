/// \file
/// A settlement between its row and its whole persons.
#pragma once

#include <optional>
#include <vector>

#include "geo/io/dataset_spec.h"
#include "geo/io/row_recorder.h"
#include "geo/model/settlement.h"

namespace pahunch {

struct SettlementDraft {
  Settlement settlement;
  AreaIdx finest;         ///< the area within which persons are shared out
  double population = 0;  ///< may have a fraction until it is shared out
  std::optional<double> women, rural_women, women_15plus, rural_women_15plus;  ///< as given
  std::optional<double> women_share, women_15plus_share, rural_share;          ///< of this row
};

/// What the dataset says of persons, beside the rows.
struct PersonRules {
  bool women_by_share = false;
  bool women_15plus_by_share = false;
  std::optional<double> rural_share;  ///< of every settlement
};

/// Fills in the persons of all drafts, which must be sorted: remainders go to the earlier one on a
/// tie. Afterwards rural_women <= women and so on holds; where the rows say otherwise they are cut
/// and recorded.
void fill_persons(std::vector<SettlementDraft>& drafts, const PersonRules& rules,
                  RowRecorder& recorder);

}  // namespace pahunch
