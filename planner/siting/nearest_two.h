/// \file
/// For each row the best and the second best open column, kept while columns open and close.
///
/// What fast interchange lives on: what an opening gains and a closing loses is read off these two
/// (Whitaker 1983; Resende and Werneck 2007). A change costs the rows it touches and a look down
/// their lists to the second open column.
#pragma once

#include <vector>

#include "planner/siting/loss_model.h"

namespace pahunch {

class NearestTwo {
 public:
  /// Stands for the last resort, which is always open.
  static constexpr SiteColumn kLastResort = kNoColumn;

  struct Row {
    SiteColumn first = kLastResort, second = kLastResort;
    double first_loss = 0, second_loss = 0;
  };

  explicit NearestTwo(const LossModel& model);

  void open(SiteColumn column);
  void close(SiteColumn column);
  [[nodiscard]] bool is_open(SiteColumn column) const { return is_open_[column]; }
  [[nodiscard]] const Row& row(std::size_t at) const { return rows_[at]; }
  /// Ascending.
  [[nodiscard]] std::vector<SiteColumn> open_columns() const;
  /// Of all rows and open columns, with the constant; summed anew.
  [[nodiscard]] double loss() const;

  /// What the loss falls by when one more opens.
  [[nodiscard]] double gain_of(SiteColumn column) const;

 private:
  void refresh(std::size_t row);

  const LossModel& model_;
  std::vector<bool> is_open_;
  std::vector<Row> rows_;
};

}  // namespace pahunch
