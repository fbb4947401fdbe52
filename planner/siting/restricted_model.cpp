#include "planner/siting/restricted_model.h"

#include <algorithm>

namespace pahunch {
namespace {

constexpr SiteColumn kGone = static_cast<SiteColumn>(-1);

class Restriction {
 public:
  Restriction(const LossModel& model, const ChoiceRules& rules, const Fixing& fixing)
      : model_(model), rules_(rules), states_(fixing.columns), fixing_(fixing) {}

  RestrictedModel make() {
    close_rivals();
    number_columns();
    restrict_rules();
    for (std::size_t row = 0; row < model_.n_rows(); ++row) add_row(row);
    made_.model.is_whole = model_.is_whole;
    index_columns(made_.model);
    return std::move(made_);
  }

 private:
  [[nodiscard]] bool is(SiteColumn column, ColumnState state) const {
    return states_[column] == state;
  }

  void close_rivals() {
    for (const auto& [a, b] : rules_.exclusive) {
      const bool a_open = is(a, ColumnState::kOpen), b_open = is(b, ColumnState::kOpen);
      if (a_open && b_open) made_.is_impossible = true;
      if (a_open && !b_open) states_[b] = ColumnState::kClosed;
      if (b_open && !a_open) states_[a] = ColumnState::kClosed;
    }
  }

  void number_columns() {
    new_column_.assign(model_.n_columns(), kGone);
    made_.model.constant = model_.constant;
    for (SiteColumn column = 0; column < model_.n_columns(); ++column) {
      if (is(column, ColumnState::kOpen)) {
        made_.open.push_back(column);
        made_.model.constant += model_.open_cost[column];
      } else if (is(column, ColumnState::kFree)) {
        new_column_[column] = static_cast<SiteColumn>(made_.original.size());
        made_.original.push_back(column);
        made_.rules.sites.push_back(rules_.sites[column]);
        made_.rules.cost.push_back(rules_.cost[column]);
        made_.model.open_cost.push_back(model_.open_cost[column]);
      }
    }
  }

  /// What is left of "at least" or "at most" so many.
  std::size_t less(std::size_t number, std::size_t n_open) {
    return number > n_open ? number - n_open : 0;
  }

  void restrict_rules() {
    const std::size_t n_open = made_.open.size(), n_left = made_.original.size();
    ChoiceRules& rules = made_.rules;
    rules.at_least = less(rules_.at_least, n_open);
    rules.at_most = std::min(n_left, less(rules_.at_most, n_open));
    if (n_open > rules_.at_most || rules.at_least > n_left) made_.is_impossible = true;
    if (rules_.budget) {
      rules.budget = *rules_.budget;
      for (const SiteColumn column : made_.open) *rules.budget -= rules_.cost[column];
      if (*rules.budget < -1e-9 * (1 + *rules_.budget)) made_.is_impossible = true;
    }
    for (const ChoiceRules::Group& group : rules_.groups) restrict_group(group);
    for (const auto& [a, b] : rules_.exclusive) {
      if (new_column_[a] == kGone || new_column_[b] == kGone) continue;
      rules.exclusive.emplace_back(new_column_[a], new_column_[b]);
    }
  }

  void restrict_group(const ChoiceRules::Group& group) {
    ChoiceRules::Group made = {.name = group.name, .columns = {}};
    std::size_t n_open = 0;
    for (const SiteColumn column : group.columns) {
      if (is(column, ColumnState::kOpen)) ++n_open;
      if (is(column, ColumnState::kFree)) made.columns.push_back(new_column_[column]);
    }
    made.at_least = less(group.at_least, n_open);
    made.at_most = std::min(made.columns.size(), less(group.at_most, n_open));
    if (n_open > group.at_most || made.at_least > made.columns.size()) made_.is_impossible = true;
    const bool binds = made.at_least > 0 || made.at_most < made.columns.size();
    if (binds) made_.rules.groups.push_back(std::move(made));
  }

  void add_row(std::size_t at) {
    LossModel& made = made_.model;
    double last = model_.last_resort[at];
    bool must_reach = model_.must_reach[at];
    auto entries = model_.row(at);
    if (fixing_.is_served[at]) {
      entries = entries.first(fixing_.row_length[at]);
      must_reach = true;
    }
    for (const auto& entry : entries) {
      if (is(entry.column, ColumnState::kOpen)) {
        last = entry.loss;
        must_reach = false;
        break;
      }
      if (is(entry.column, ColumnState::kClosed)) continue;
      made.entries.push_back({new_column_[entry.column], entry.loss});
    }
    while (made.entries.size() > made.row_begin.back() && !must_reach &&
           made.entries.back().loss >= last) {
      made.entries.pop_back();
    }
    if (made.entries.size() == made.row_begin.back()) {
      made.constant += last;
      if (must_reach) made_.is_impossible = true;
      return;
    }
    made.row_begin.push_back(made.entries.size());
    if (!model_.weight.empty()) made.weight.push_back(model_.weight[at]);
    made.last_resort.push_back(last);
    made.must_reach.push_back(must_reach);
    made_.rows.push_back(static_cast<std::uint32_t>(at));
  }

  const LossModel& model_;
  const ChoiceRules& rules_;
  std::vector<ColumnState> states_;
  const Fixing& fixing_;
  std::vector<SiteColumn> new_column_;
  RestrictedModel made_;
};

}  // namespace

Fixing::Fixing(const LossModel& model)
    : columns(model.n_columns(), ColumnState::kFree),
      row_length(model.n_rows()),
      is_served(model.n_rows(), false) {
  for (std::size_t row = 0; row < model.n_rows(); ++row) {
    row_length[row] = static_cast<std::uint32_t>(model.row(row).size());
  }
}

RestrictedModel restrict_model(const LossModel& model, const ChoiceRules& rules,
                               const Fixing& fixing) {
  return Restriction(model, rules, fixing).make();
}

RestrictedModel nest(const RestrictedModel& outer, RestrictedModel inner) {
  for (SiteColumn& column : inner.original) column = outer.original[column];
  for (SiteColumn& column : inner.open) column = outer.original[column];
  inner.open.insert(inner.open.end(), outer.open.begin(), outer.open.end());
  return inner;
}

std::vector<SiteColumn> original_choice(const RestrictedModel& restricted,
                                        const std::vector<SiteColumn>& open) {
  std::vector<SiteColumn> original = restricted.open;
  for (const SiteColumn column : open) original.push_back(restricted.original[column]);
  std::ranges::sort(original);
  return original;
}

RestrictedModel unrestricted(const LossModel& model, const ChoiceRules& rules) {
  RestrictedModel made = {.model = model, .rules = rules, .original = {}, .open = {}};
  for (SiteColumn column = 0; column < model.n_columns(); ++column) made.original.push_back(column);
  return made;
}

}  // namespace pahunch
