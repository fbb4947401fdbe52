#include "planner/siting/risk/tail_mip.h"

#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

class TailModeller {
 public:
  TailModeller(const DrawModel& model, const ChoiceRules& rules, std::size_t n_tail)
      : model_(model), n_tail_(n_tail), total_(static_cast<double>(model.total)) {
    for (std::size_t column = 0; column < model.n_columns; ++column) {
      made_.open.push_back(made_.mip.add_column(0, MipColumnKind::kWhole));
    }
    add_rule_rows(made_.mip, rules, made_.open);
  }

  TailMip make() {
    for (const auto& row : model_.rows) add_cover_row(row);
    add_dry_row();
    level_ =
        made_.mip.add_column(static_cast<double>(n_tail_), MipColumnKind::kContinuous, {0, total_});
    for (std::size_t draw = 0; draw < model_.n_draws(); ++draw) add_draw(draw);
    return std::move(made_);
  }

 private:
  void add_cover_row(const std::vector<SiteColumn>& columns) {
    lost_.push_back(made_.mip.add_column(0, MipColumnKind::kContinuous));
    std::vector<MipModel::Term> terms = {{lost_.back(), 1.0}};
    for (const SiteColumn column : columns) terms.emplace_back(made_.open[column], 1.0);
    made_.mip.add_row({1, kInfinity}, terms);
  }

  void add_dry_row() {
    dry_ = made_.mip.add_column(0, MipColumnKind::kContinuous, {0, total_});
    std::vector<MipModel::Term> terms = {{dry_, 1.0}};
    for (std::size_t row = 0; row < lost_.size(); ++row) {
      if (model_.dry[row] != 0)
        terms.emplace_back(lost_[row], -static_cast<double>(model_.dry[row]));
    }
    made_.mip.add_row({0, kInfinity}, terms);
  }

  /// Level and excess together are no less than what the draw loses.
  void add_draw(std::size_t draw) {
    std::vector<MipModel::Term> terms = {{level_, 1.0}, {dry_, -1.0}};
    if (n_tail_ > 1) {
      terms.emplace_back(made_.mip.add_column(1, MipColumnKind::kContinuous, {0, total_}), 1.0);
    }
    for (const DrawModel::Change& change : model_.changes[draw]) {
      terms.emplace_back(lost_[change.row], -static_cast<double>(change.weight));
    }
    made_.mip.add_row({static_cast<double>(model_.beyond[draw]), kInfinity}, terms);
  }

  const DrawModel& model_;
  std::size_t n_tail_;
  double total_;
  TailMip made_;
  std::vector<int> lost_;  ///< by row
  int dry_ = 0, level_ = 0;
};

}  // namespace

TailMip make_tail_mip(const DrawModel& model, const ChoiceRules& rules, std::size_t n_tail) {
  return TailModeller(model, rules, n_tail).make();
}

}  // namespace pahunch
