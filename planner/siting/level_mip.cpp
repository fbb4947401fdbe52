#include "planner/siting/level_mip.h"

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

}  // namespace

LevelMip make_level_mip(const LossModel& model, const ChoiceRules& rules) {
  LevelMip made = make_level_mip(model, rules, [](std::size_t, double loss) { return loss; });
  made.mip.constant += model.constant;
  return made;
}

LevelMip make_level_mip(const LossModel& model, const ChoiceRules& rules, const LevelValue& value) {
  LevelMip made = {.mip = {}, .open = {}, .least_loss = model.constant};
  for (const double cost : model.open_cost) {
    made.open.push_back(made.mip.add_column(cost, MipColumnKind::kWhole));
  }
  add_rule_rows(made.mip, rules, made.open);
  for (std::size_t at = 0; at < model.n_rows(); ++at) {
    std::optional<int> before;
    made.least_loss += model.row(at).front().loss;
    made.mip.constant += value(at, model.row(at).front().loss);
    for_each_level(model, at, [&](auto entries, double loss, std::optional<double> next) {
      std::vector<MipModel::Term> terms;
      for (const auto& entry : entries) terms.emplace_back(made.open[entry.column], 1.0);
      if (before) terms.emplace_back(*before, -1.0);
      const double least = before ? 0 : 1;
      if (next) {
        const double more = value(at, *next) - value(at, loss);
        before = made.mip.add_column(more, MipColumnKind::kContinuous);
        terms.emplace_back(*before, 1.0);
        made.losses.emplace_back(*before, *next - loss);
      }
      made.mip.add_row({least, kInfinity}, terms);
    });
  }
  return made;
}

bool has_one_level(const LossModel& model) {
  for (std::size_t at = 0; at < model.n_rows(); ++at) {
    if (model.row(at).front().loss != model.row(at).back().loss) return false;
  }
  return true;
}

LossRelaxation relax_loss(const LossModel& model, const ChoiceRules& rules,
                          const StopSignal& signal) {
  if (model.n_rows() == 0) return {};
  if (!has_one_level(model)) return {};
  const LevelMip level = make_level_mip(model, rules);
  MipRelaxation relaxed = relax_mip(level.mip, signal);
  std::vector<double>& multipliers = relaxed.duals;
  if (multipliers.empty()) return {};
  // The rows of the rules come first, and so do the columns of the sites.
  multipliers.erase(multipliers.begin(),
                    multipliers.end() - static_cast<std::ptrdiff_t>(model.n_rows()));
  for (std::size_t at = 0; at < model.n_rows(); ++at) multipliers[at] += model.row(at).front().loss;
  relaxed.values.resize(level.open.size());
  return {std::move(multipliers), std::move(relaxed.values)};
}

}  // namespace pahunch
