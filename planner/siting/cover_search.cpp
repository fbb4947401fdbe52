#include "planner/siting/cover_search.h"

#include <algorithm>

namespace pahunch {
namespace {

class CoverSearch {
 public:
  CoverSearch(const CoverModel& model, const ChoiceRules& rules)
      : model_(model),
        rules_(rules),
        tracker_(rules),
        by_column_(model.rows_by_column()),
        n_open_(model.rows.size(), 0),
        covered_(model.covered) {}

  /// The best column that may be added and is wanted by a group, else the best at all.
  bool add_best() {
    std::optional<SiteColumn> best;
    bool best_wanted = false;
    std::int64_t best_gain = -1;
    for (SiteColumn column = 0; column < model_.n_columns; ++column) {
      if (tracker_.is_open(column) || !tracker_.can_add(column)) continue;
      const bool wanted = tracker_.is_wanted(column);
      const std::int64_t gain = half_gain(column);
      if (wanted > best_wanted || (wanted == best_wanted && gain > best_gain)) {
        best = column;
        best_wanted = wanted;
        best_gain = gain;
      }
    }
    if (best) open(*best);
    return best.has_value();
  }

  /// Those that are open more than half, the most open first.
  void add_open(const std::vector<double>& openness) {
    std::vector<SiteColumn> order;
    for (SiteColumn column = 0; column < openness.size(); ++column) {
      if (openness[column] > 0.5) order.push_back(column);
    }
    std::ranges::stable_sort(order,
                             [&](SiteColumn a, SiteColumn b) { return openness[a] > openness[b]; });
    for (const SiteColumn column : order) {
      if (tracker_.can_add(column)) open(column);
    }
  }

  void close_idle(std::int64_t target) {
    for (SiteColumn column = 0; column < model_.n_columns; ++column) {
      if (!tracker_.is_open(column) || !tracker_.can_remove(column)) continue;
      close(column);
      if (covered_ < target) open(column);
    }
  }

  bool swap_once() {
    for (SiteColumn in = 0; in < model_.n_columns; ++in) {
      if (tracker_.is_open(in)) continue;
      for (SiteColumn out = 0; out < model_.n_columns; ++out) {
        if (!tracker_.is_open(out) || !tracker_.can_swap(in, out)) continue;
        const std::int64_t before = covered_;
        close(out);
        open(in);
        if (covered_ > before) return true;
        close(in);
        open(out);
      }
    }
    return false;
  }

  [[nodiscard]] std::int64_t covered() const { return covered_; }
  [[nodiscard]] bool is_complete() const { return tracker_.is_complete(); }
  [[nodiscard]] std::size_t n_open() const { return tracker_.n_open(); }
  [[nodiscard]] std::vector<SiteColumn> choice() const {
    std::vector<SiteColumn> open;
    for (SiteColumn column = 0; column < model_.n_columns; ++column) {
      if (tracker_.is_open(column)) open.push_back(column);
    }
    return open;
  }

 private:
  /// Weight newly covered, and half of what comes nearer to it.
  [[nodiscard]] std::int64_t half_gain(SiteColumn column) const {
    std::int64_t gain = 0;
    for (const auto row : by_column_[column]) {
      const int lacks = model_.rows[row].need - n_open_[row];
      if (lacks >= 1) gain += lacks == 1 ? 2 * model_.rows[row].weight : model_.rows[row].weight;
    }
    return gain;
  }

  void open(SiteColumn column) {
    tracker_.add(column);
    for (const auto row : by_column_[column]) {
      if (++n_open_[row] == model_.rows[row].need) covered_ += model_.rows[row].weight;
    }
  }

  void close(SiteColumn column) {
    tracker_.remove(column);
    for (const auto row : by_column_[column]) {
      if (n_open_[row]-- == model_.rows[row].need) covered_ -= model_.rows[row].weight;
    }
  }

  const CoverModel& model_;
  const ChoiceRules& rules_;
  RuleTracker tracker_;
  std::vector<std::vector<std::uint32_t>> by_column_;
  std::vector<int> n_open_;
  std::int64_t covered_;
};

}  // namespace

std::optional<std::vector<SiteColumn>> cover_greedily(const CoverModel& model,
                                                      const ChoiceRules& rules,
                                                      std::int64_t target) {
  CoverSearch search(model, rules);
  while (search.covered() < target || !search.is_complete()) {
    if (!search.add_best()) return std::nullopt;
  }
  search.close_idle(target);
  return search.choice();
}

std::optional<std::vector<SiteColumn>> cover_most(const CoverModel& model, const ChoiceRules& rules,
                                                  const std::vector<double>& openness,
                                                  const StopSignal& signal) {
  CoverSearch search(model, rules);
  search.add_open(openness);
  while (search.add_best()) {
  }
  if (!search.is_complete()) return std::nullopt;
  while (!signal.stop() && search.swap_once()) {
  }
  return search.choice();
}

}  // namespace pahunch
