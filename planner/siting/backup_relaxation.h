/// \file
/// The linear relaxation of backup covering, and what it proves.
///
/// A row is lost unless two of its columns are open: half of it for each that is missing, and all
/// of it unless, whichever of its columns is left out, another one is open. These last are a
/// constraint a column, too many to write down for all rows. Only those that the relaxation breaks
/// are added, round by round (Dantzig, Fulkerson, Johnson 1954).
#pragma once

#include <optional>
#include <vector>

#include "planner/siting/cover_model.h"
#include "planner/siting/stop_signal.h"

namespace pahunch {

struct BackupRelaxation {
  /// No choice loses less; safe against round-off, and below what the relaxation itself says by
  /// next to nothing.
  double bound = 0;
  std::vector<double> openness;  ///< 0 .. 1 by column
  /// By column: what the bound rises by when it is opened although the relaxation would not (above
  /// 0), or closed although it would not (below 0).
  std::vector<double> reduced;
};

/// None: the signal stopped it before there was any bound.
std::optional<BackupRelaxation> relax_backup(const CoverModel& model, const ChoiceRules& rules,
                                             const StopSignal& signal);

}  // namespace pahunch
