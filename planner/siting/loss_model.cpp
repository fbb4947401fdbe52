#include "planner/siting/loss_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "planner/siting/round_off.h"

namespace pahunch {
namespace {

/// A point's row for a weight of 1.
struct UnitRow {
  std::vector<LossModel::Entry> entries;
  std::optional<double> locked;  ///< loss at the best locked site

  friend bool operator==(const UnitRow& a, const UnitRow& b) {
    return a.locked == b.locked &&
           std::ranges::equal(a.entries, b.entries, [](const auto& x, const auto& y) {
             return x.column == y.column && x.loss == y.loss;
           });
  }
};

std::size_t hash_of(const UnitRow& row) {
  std::size_t hash = std::hash<double>()(row.locked.value_or(-1));
  for (const auto& entry : row.entries) {
    hash = (hash ^ (entry.column + std::hash<double>()(entry.loss))) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29U;
  }
  return hash;
}

bool comes_before(const UnitRow& a, const UnitRow& b) {
  const auto less = [](const auto& x, const auto& y) {
    return x.column != y.column ? x.column < y.column : x.loss < y.loss;
  };
  if (std::ranges::lexicographical_compare(a.entries, b.entries, less)) return true;
  if (std::ranges::lexicographical_compare(b.entries, a.entries, less)) return false;
  return a.locked < b.locked;
}

/// Rows with the weight of all points that have them.
class RowMerger {
 public:
  void add(UnitRow row, std::int64_t weight) {
    const std::size_t hash = hash_of(row);
    const auto [begin, end] = at_.equal_range(hash);
    for (auto known = begin; known != end; ++known) {
      if (rows_[known->second] == row) {
        weights_[known->second] += weight;
        return;
      }
    }
    at_.emplace(hash, rows_.size());
    rows_.push_back(std::move(row));
    weights_.push_back(weight);
  }

  [[nodiscard]] std::vector<std::size_t> order() const {
    std::vector<std::size_t> order(rows_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(
        order, [&](std::size_t a, std::size_t b) { return comes_before(rows_[a], rows_[b]); });
    return order;
  }
  [[nodiscard]] const UnitRow& row(std::size_t at) const { return rows_[at]; }
  [[nodiscard]] std::int64_t weight(std::size_t at) const { return weights_[at]; }

 private:
  std::unordered_multimap<std::size_t, std::size_t> at_;
  std::vector<UnitRow> rows_;
  std::vector<std::int64_t> weights_;
};

class LossModelMaker {
 public:
  LossModelMaker(const SitingProblem& problem, const SitingObjective& objective,
                 const ChoiceRules& rules, LossOfCost loss)
      : problem_(problem),
        objective_(objective),
        loss_(std::move(loss)),
        is_cover_(objective.is_maximum()),
        column_of_(problem.sites.size(), kNoColumn) {
    for (SiteColumn column = 0; column < rules.n_columns(); ++column) {
      column_of_[rules.sites[column].value()] = column;
    }
    const bool pays = objective.kind == ObjectiveKind::kFacility;
    for (SiteColumn column = 0; column < rules.n_columns(); ++column) {
      model_.open_cost.push_back(pays ? rules.cost[column] : 0);
    }
    if (pays) {
      for (const SiteIdx at : problem.with_status(SiteStatus::kLocked)) {
        model_.constant += problem.sites[at].cost;
      }
    }
  }

  LossModel make() {
    RowMerger merger;
    for (const DemandIdx at : indices(problem_.weights)) {
      if (problem_.weights[at] == 0) continue;
      const bool once = objective_.weighing == Weighing::kEachOnce && !is_cover_;
      merger.add(unit_row(at), once ? 1 : problem_.weights[at]);
    }
    const double unreached = worse_than_any(merger);
    for (const std::size_t at : merger.order()) {
      add_row(merger.row(at), static_cast<double>(merger.weight(at)), unreached);
    }
    model_.is_whole = is_whole();
    index_columns(model_);
    return std::move(model_);
  }

 private:
  [[nodiscard]] UnitRow unit_row(DemandIdx at) const {
    UnitRow row;
    if (is_cover_) row.locked = 1;  // not covered: known to be an answer
    for (const SiteCost& item : problem_.reach.of(at)) {
      if (!is_cover_ && item.cost > objective_.limit) break;
      const double loss = loss_(item.cost);
      const SiteColumn column = column_of_[item.site.value()];
      if (row.locked && loss >= *row.locked) break;
      if (column != kNoColumn) row.entries.push_back({column, loss});
      if (problem_.sites[item.site].status == SiteStatus::kLocked) row.locked = loss;
    }
    while (!row.entries.empty() && row.locked && row.entries.back().loss >= *row.locked) {
      row.entries.pop_back();
    }
    std::ranges::sort(row.entries, [](const auto& a, const auto& b) {
      return a.loss != b.loss ? a.loss < b.loss : a.column < b.column;
    });
    return row;
  }

  [[nodiscard]] double worse_than_any(const RowMerger& merger) const {
    double worst = 1;
    for (const std::size_t at : merger.order()) {
      double largest = merger.row(at).locked.value_or(0);
      for (const auto& entry : merger.row(at).entries) largest = std::max(largest, entry.loss);
      worst += largest * static_cast<double>(merger.weight(at));
    }
    for (const double cost : model_.open_cost) worst += cost;
    return std::ceil(worst) * 2;
  }

  void add_row(const UnitRow& row, double weight, double unreached) {
    const double last = row.locked ? *row.locked * weight : unreached;
    if (row.entries.empty()) {
      model_.constant += last;
      return;
    }
    for (const auto& entry : row.entries) {
      model_.entries.push_back({entry.column, entry.loss * weight});
    }
    model_.row_begin.push_back(model_.entries.size());
    model_.weight.push_back(weight);
    model_.last_resort.push_back(last);
    model_.must_reach.push_back(!row.locked);
  }

  [[nodiscard]] bool is_whole() const {
    double sum = model_.constant;
    bool whole = std::floor(sum) == sum;
    const auto take = [&](double value) {
      sum += value;
      whole = whole && std::floor(value) == value;
    };
    for (const auto& entry : model_.entries) whole = whole && std::floor(entry.loss) == entry.loss;
    for (std::size_t row = 0; row < model_.n_rows(); ++row) {
      take(model_.must_reach[row] ? model_.row(row).back().loss : model_.last_resort[row]);
    }
    for (const double cost : model_.open_cost) take(cost);
    return whole && sum < kExactSums;
  }

  const SitingProblem& problem_;
  const SitingObjective& objective_;
  LossOfCost loss_;
  bool is_cover_;
  std::vector<SiteColumn> column_of_;
  LossModel model_;
};

}  // namespace

LossModel make_loss_model(const SitingProblem& problem, const SitingObjective& objective,
                          const ChoiceRules& rules) {
  const auto loss = [&](double cost) {
    return objective.is_maximum() ? 1 - share_at(objective, cost) : cost;
  };
  return LossModelMaker(problem, objective, rules, loss).make();
}

LossModel make_loss_model(const SitingProblem& problem, double limit, const ChoiceRules& rules,
                          const LossOfCost& loss) {
  const SitingObjective median = {.kind = ObjectiveKind::kMedian, .limit = limit};
  return LossModelMaker(problem, median, rules, loss).make();
}

void index_columns(LossModel& model) {
  model.column_begin.assign(model.n_columns() + 1, 0);
  for (const auto& entry : model.entries) ++model.column_begin[entry.column + 1];
  std::partial_sum(model.column_begin.begin(), model.column_begin.end(),
                   model.column_begin.begin());
  model.column_entries.resize(model.entries.size());
  auto next = model.column_begin;
  for (std::uint32_t row = 0; row < model.n_rows(); ++row) {
    for (const auto& entry : model.row(row)) {
      model.column_entries[next[entry.column]++] = {row, entry.loss};
    }
  }
}

double loss_of(const LossModel& model, std::span<const SiteColumn> open) {
  std::vector<bool> is_open(model.n_columns(), false);
  double loss = model.constant;
  for (const SiteColumn column : open) is_open[column] = true;
  for (std::size_t column = 0; column < model.n_columns(); ++column) {
    if (is_open[column]) loss += model.open_cost[column];
  }
  for (std::size_t row = 0; row < model.n_rows(); ++row) {
    const auto entries = model.row(row);
    const auto best = std::ranges::find_if(
        entries, [&](const LossModel::Entry& entry) { return is_open[entry.column]; });
    loss += best == entries.end() ? model.last_resort[row] : best->loss;
  }
  return loss;
}

double unreached_loss(const LossModel& model) {
  for (std::size_t row = 0; row < model.n_rows(); ++row) {
    // The last resort is more than twice what can be lost besides; between them is round-off.
    if (model.must_reach[row]) return model.constant + 0.75 * model.last_resort[row];
  }
  return std::numeric_limits<double>::infinity();
}

bool reaches_all(const LossModel& model, std::span<const SiteColumn> open) {
  std::vector<bool> is_open(model.n_columns(), false);
  for (const SiteColumn column : open) is_open[column] = true;
  for (std::size_t row = 0; row < model.n_rows(); ++row) {
    const bool reached = std::ranges::any_of(
        model.row(row), [&](const LossModel::Entry& entry) { return is_open[entry.column]; });
    if (model.must_reach[row] && !reached) return false;
  }
  return true;
}

}  // namespace pahunch
