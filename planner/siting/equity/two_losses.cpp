#include "planner/siting/equity/two_losses.h"

#include <algorithm>
#include <cmath>

#include "planner/siting/level_mip.h"
#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

constexpr std::size_t kMostLeftColumns = 120, kMostLeftEntries = 60'000;
constexpr double kSumSlack = 1e-9;  ///< of the limit of the sum, as a share of it

class TwoLossSolver {
 public:
  TwoLossSolver(const TwoLosses& of, double most, Solution& found, const StopSignal& signal)
      : of_(of), most_(most), found_(found), signal_(signal) {}

  void solve() {
    if (of_.left.original.empty()) {
      take(original_choice(of_.left, {}));
      found_.bound = found_.loss;
      return;
    }
    level_ = make_level_mip(of_.left.model, of_.left.rules, [&](std::size_t row, double loss) {
      return lost_at(of_.left.model.weight[row], loss);
    });
    level_.mip.constant += lost_beside();
    limit_sum();
    while (found_.bound < found_.loss && !signal_.stop() && ask()) {
    }
  }

 private:
  [[nodiscard]] double lost_at(double weight, double loss) const {
    return loss > of_.limit * weight ? weight : 0;
  }

  /// What the rows lose that are not left, and the points that are in no row.
  [[nodiscard]] double lost_beside() const {
    const std::vector<SiteColumn>& some = *found_.open;
    double beside = loss_of(of_.lost, some);
    std::vector<bool> is_left(of_.sums.n_rows(), false);
    for (const std::uint32_t row : of_.left.rows) is_left[row] = true;
    for (std::size_t row = 0; row < of_.sums.n_rows(); ++row) {
      beside -= lost_of_row(row, some);
      if (!is_left[row]) beside += lost_of_row(row, of_.left.open);
    }
    return beside;
  }

  [[nodiscard]] double lost_of_row(std::size_t row, const std::vector<SiteColumn>& open) const {
    const auto entries = of_.sums.row(row);
    const auto best = std::ranges::find_if(entries, [&](const LossModel::Entry& entry) {
      return std::ranges::find(open, entry.column) != open.end();
    });
    const double loss = best == entries.end() ? of_.sums.last_resort[row] : best->loss;
    return lost_at(of_.sums.weight[row], loss);
  }

  void limit_sum() {
    const double scale = std::max(1.0, most_);
    std::vector<MipModel::Term> terms;
    for (const auto& [column, loss] : level_.losses) terms.emplace_back(column, loss / scale);
    level_.mip.add_row({-kInfinity, (most_ - level_.least_loss) / scale + kSumSlack}, terms);
  }

  /// False: there is no more to be found.
  bool ask() {
    const MipResult result =
        solve_mip(level_.mip, {.cutoff = found_.loss - 0.5, .step = 1}, signal_);
    if (result.status == MipStatus::kNone) {
      found_.bound = found_.loss;
      return false;
    }
    const double bound = result.safe_bound();
    if (std::isfinite(bound)) found_.bound = std::max(found_.bound, std::ceil(bound));
    found_.bound = std::min(found_.bound, found_.loss);
    if (!result.has_solution()) return false;
    const std::vector<SiteColumn> taken = read_open(result.values, level_.open);
    take(original_choice(of_.left, taken));
    add_exclusion(level_.mip, level_.open, taken);
    return result.status == MipStatus::kSolved;
  }

  void take(const std::vector<SiteColumn>& open) {
    if (!reaches_all(of_.sums, open) || loss_of(of_.sums, open) > most_) return;
    const double lost = loss_of(of_.lost, open);
    if (lost >= found_.loss) return;
    found_.loss = lost;
    found_.open = open;
  }

  const TwoLosses& of_;
  double most_;
  Solution& found_;
  const StopSignal& signal_;
  LevelMip level_;
};

}  // namespace

void solve_two_losses(const TwoLosses& of, double most, Solution& found, const StopSignal& signal) {
  const RestrictedModel& left = of.left;
  if (left.is_impossible) {
    found.bound = found.loss;
    return;
  }
  if (left.original.size() > kMostLeftColumns) return;
  if (left.model.entries.size() > kMostLeftEntries) return;
  TwoLossSolver(of, most, found, signal).solve();
}

}  // namespace pahunch
