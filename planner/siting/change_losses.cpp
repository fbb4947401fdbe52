#include "planner/siting/change_losses.h"

#include <algorithm>

namespace pahunch {

void ChangeLosses::reckon_closings() {
  for (SiteColumn column = 0; column < closing_.size(); ++column) {
    closing_[column] = -model_.open_cost[column];
  }
  for (std::size_t at = 0; at < model_.n_rows(); ++at) {
    const NearestTwo::Row& row = nearest_.row(at);
    if (row.first == NearestTwo::kLastResort) continue;
    closing_[row.first] += row.second_loss - row.first_loss;
  }
}

void ChangeLosses::reckon_opening(SiteColumn in) {
  gain_ = -model_.open_cost[in];
  swap_loss_ = closing_;
  for (const auto& entry : model_.column(in)) {
    const NearestTwo::Row& row = nearest_.row(entry.row);
    if (entry.loss >= row.second_loss) continue;
    if (entry.loss < row.first_loss) gain_ += row.first_loss - entry.loss;
    if (row.first == NearestTwo::kLastResort) continue;
    swap_loss_[row.first] -= row.second_loss - std::max(row.first_loss, entry.loss);
  }
}

}  // namespace pahunch
