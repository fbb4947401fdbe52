#include "planner/siting/backup_relaxation.h"

#include <algorithm>

#include "planner/siting/mip.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

constexpr int kMostRounds = 40;
constexpr double kBroken = 1e-5;  // by less, a constraint says nothing new

class BackupProgramme {
 public:
  BackupProgramme(const CoverModel& model, const ChoiceRules& rules) : model_(model) {
    for (std::size_t column = 0; column < model.n_columns; ++column) {
      open_.push_back(mip_.add_column(0, MipColumnKind::kContinuous));
    }
    add_rule_rows(mip_, rules, open_);
    for (const CoverModel::Row& row : model.rows) {
      lost_.push_back(mip_.add_column(static_cast<double>(row.weight), MipColumnKind::kContinuous));
      std::vector<MipModel::Term> terms = {{lost_.back(), static_cast<double>(row.need)}};
      for (const SiteColumn column : row.columns) terms.emplace_back(open_[column], 1.0);
      mip_.add_row({static_cast<double>(row.need), kInfinity}, terms);
    }
  }

  /// How many constraints these values break; they are added.
  std::size_t add_broken(const std::vector<double>& values) {
    std::size_t n_added = 0;
    for (std::size_t at = 0; at < model_.rows.size(); ++at) {
      const CoverModel::Row& row = model_.rows[at];
      if (row.need < 2) continue;
      double sum = 0;
      SiteColumn largest = row.columns.front();
      for (const SiteColumn column : row.columns) {
        sum += values[column];
        if (values[column] > values[largest]) largest = column;
      }
      const double without = sum - values[largest];
      if (values[static_cast<std::size_t>(lost_[at])] >= 1 - without - kBroken) continue;
      add_without(row, largest, lost_[at]);
      ++n_added;
    }
    return n_added;
  }

  [[nodiscard]] const MipModel& mip() const { return mip_; }

 private:
  void add_without(const CoverModel::Row& row, SiteColumn left_out, int lost) {
    std::vector<MipModel::Term> terms = {{lost, 1.0}};
    for (const SiteColumn column : row.columns) {
      if (column != left_out) terms.emplace_back(open_[column], 1.0);
    }
    mip_.add_row({1, kInfinity}, terms);
  }

  const CoverModel& model_;
  MipModel mip_;
  std::vector<int> open_, lost_;
};

}  // namespace

std::optional<BackupRelaxation> relax_backup(const CoverModel& model, const ChoiceRules& rules,
                                             const StopSignal& signal) {
  BackupProgramme programme(model, rules);
  std::optional<BackupRelaxation> best;
  for (int round = 0; round < kMostRounds; ++round) {
    const MipRelaxation relaxed = relax_mip(programme.mip(), signal);
    if (relaxed.values.empty()) return best;
    const DualBound dual = bound_by_duals(programme.mip(), relaxed.duals);
    if (!best || dual.bound > best->bound) {
      best = BackupRelaxation{.bound = dual.bound, .openness = {}, .reduced = {}};
      best->openness.assign(relaxed.values.begin(),
                            relaxed.values.begin() + static_cast<std::ptrdiff_t>(model.n_columns));
      best->reduced.assign(dual.reduced.begin(),
                           dual.reduced.begin() + static_cast<std::ptrdiff_t>(model.n_columns));
    }
    if (programme.add_broken(relaxed.values) == 0) break;
  }
  return best;
}

}  // namespace pahunch
