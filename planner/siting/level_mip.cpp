#include "planner/siting/level_mip.h"

#include <map>
#include <optional>

#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

/// Calls `use(first, last, loss, loss of the next level)` for each level of a row; of the last one
/// the next is the last resort, or none.
template <class Use>
void for_each_level(const LossModel& model, std::size_t at, const Use& use) {
  const auto row = model.row(at);
  for (std::size_t first = 0; first < row.size();) {
    std::size_t last = first;
    while (last < row.size() && row[last].loss == row[first].loss) ++last;
    std::optional<double> next;
    if (last < row.size()) {
      next = row[last].loss;
    } else if (!model.must_reach[at]) {
      next = model.last_resort[at];
    }
    use(row.subspan(first, last - first), row[first].loss, next);
    first = last;
  }
}

/// Rows whose levels hold the same columns, and are followed by a last resort or not: one sum of
/// losses serves them all.
struct LevelRow {
  std::vector<std::vector<SiteColumn>> levels;
  struct Rise {
    double value = 0, loss = 0;
  };
  std::vector<Rise> rises;  ///< from each level to the next, or to the last resort
};

class LevelRowMerger {
 public:
  explicit LevelRowMerger(const LevelValue& value) : value_(value) {}

  std::vector<LevelRow> merge(const LossModel& model) {
    for (std::size_t at = 0; at < model.n_rows(); ++at) add(model, at);
    return std::move(rows_);
  }

 private:
  void add(const LossModel& model, std::size_t at) {
    LevelRow row;
    std::vector<SiteColumn> shape;
    for_each_level(model, at, [&](auto entries, double loss, std::optional<double> next) {
      row.levels.emplace_back();
      for (const auto& entry : entries) row.levels.back().push_back(entry.column);
      if (next) row.rises.push_back({value_(at, *next) - value_(at, loss), *next - loss});
      shape.insert(shape.end(), row.levels.back().begin(), row.levels.back().end());
      shape.push_back(next ? kNoColumn : kNoColumn - 1);
    });
    const auto [known, is_new] = at_.try_emplace(std::move(shape), rows_.size());
    if (is_new) {
      rows_.push_back(std::move(row));
      return;
    }
    auto& sums = rows_[known->second].rises;
    for (std::size_t level = 0; level < sums.size(); ++level) {
      sums[level].value += row.rises[level].value;
      sums[level].loss += row.rises[level].loss;
    }
  }

  const LevelValue& value_;
  std::map<std::vector<SiteColumn>, std::size_t> at_;
  std::vector<LevelRow> rows_;
};

}  // namespace

LevelMip make_level_mip(const LossModel& model, const ChoiceRules& rules) {
  LevelMip made = make_level_mip(model, rules, [](std::size_t, double loss) { return loss; });
  made.mip.constant += model.constant;
  return made;
}

LevelMip make_level_mip(const LossModel& model, const ChoiceRules& rules, const LevelValue& value) {
  LevelMip made = {.mip = {}, .open = {}, .least_loss = model.constant};
  for (std::size_t at = 0; at < model.n_rows(); ++at) {
    made.least_loss += model.row(at).front().loss;
    made.mip.constant += value(at, model.row(at).front().loss);
  }
  for (const double cost : model.open_cost) {
    made.open.push_back(made.mip.add_column(cost, MipColumnKind::kWhole));
  }
  add_rule_rows(made.mip, rules, made.open);
  for (const LevelRow& row : LevelRowMerger(value).merge(model)) {
    std::optional<int> before;
    for (std::size_t level = 0; level < row.levels.size(); ++level) {
      std::vector<MipModel::Term> terms;
      for (const SiteColumn column : row.levels[level]) terms.emplace_back(made.open[column], 1.0);
      if (before) terms.emplace_back(*before, -1.0);
      const double least = before ? 0 : 1;
      if (level < row.rises.size()) {
        before = made.mip.add_column(row.rises[level].value, MipColumnKind::kContinuous);
        terms.emplace_back(*before, 1.0);
        made.losses.emplace_back(*before, row.rises[level].loss);
      }
      made.mip.add_row({least, kInfinity}, terms);
    }
  }
  return made;
}

bool has_one_level(const LossModel& model) {
  for (std::size_t at = 0; at < model.n_rows(); ++at) {
    if (model.row(at).front().loss != model.row(at).back().loss) return false;
  }
  return true;
}

}  // namespace pahunch
