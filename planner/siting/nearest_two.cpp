#include "planner/siting/nearest_two.h"

namespace pahunch {

NearestTwo::NearestTwo(const LossModel& model)
    : model_(model), is_open_(model.n_columns(), false), rows_(model.n_rows()) {
  for (std::size_t at = 0; at < rows_.size(); ++at) {
    rows_[at].first_loss = rows_[at].second_loss = model.last_resort[at];
  }
}

void NearestTwo::open(SiteColumn column) {
  is_open_[column] = true;
  for (const auto& entry : model_.column(column)) {
    if (entry.loss <= rows_[entry.row].second_loss) refresh(entry.row);
  }
}

void NearestTwo::close(SiteColumn column) {
  is_open_[column] = false;
  for (const auto& entry : model_.column(column)) {
    const Row& row = rows_[entry.row];
    if (row.first == column || row.second == column) refresh(entry.row);
  }
}

void NearestTwo::refresh(std::size_t at) {
  const double last = model_.last_resort[at];
  Row row = {.first_loss = last, .second_loss = last};
  for (const auto& entry : model_.row(at)) {
    if (!is_open_[entry.column]) continue;
    if (row.first != kLastResort) {
      row.second = entry.column;
      row.second_loss = entry.loss;
      break;
    }
    row.first = entry.column;
    row.first_loss = entry.loss;
  }
  rows_[at] = row;
}

std::vector<SiteColumn> NearestTwo::open_columns() const {
  std::vector<SiteColumn> open;
  for (SiteColumn column = 0; column < is_open_.size(); ++column) {
    if (is_open_[column]) open.push_back(column);
  }
  return open;
}

double NearestTwo::loss() const {
  double sum = model_.constant;
  for (const SiteColumn column : open_columns()) sum += model_.open_cost[column];
  for (const Row& row : rows_) sum += row.first_loss;
  return sum;
}

double NearestTwo::gain_of(SiteColumn column) const {
  double gain = -model_.open_cost[column];
  for (const auto& entry : model_.column(column)) {
    const double now = rows_[entry.row].first_loss;
    if (entry.loss < now) gain += now - entry.loss;
  }
  return gain;
}

}  // namespace pahunch
