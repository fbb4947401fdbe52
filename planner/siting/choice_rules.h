/// \file
/// The rules over the sites that can still be chosen, the columns of every model here: the locked
/// sites and those that they rule out are worked in.
///
/// Columns are plain numbers 0 .. n-1 in the order of the sites' ids, so that neither the order of
/// the input nor that of its rows has a say in ties. They are subscripts of the arrays of inner
/// loops and never leave the solver.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "planner/siting/siting_rules.h"

namespace pahunch {

using SiteColumn = std::uint32_t;
constexpr SiteColumn kNoColumn = static_cast<SiteColumn>(-1);

struct ChoiceRules {
  struct Group {
    std::string name;
    std::vector<SiteColumn> columns;
    std::size_t at_least = 0, at_most = 0;  ///< besides the locked ones
  };

  std::vector<SiteIdx> sites;  ///< by column
  std::size_t at_least = 0, at_most = 0;
  std::vector<double> cost;  ///< by column
  std::optional<double> budget;
  std::vector<Group> groups;
  std::vector<std::pair<SiteColumn, SiteColumn>> exclusive;

  [[nodiscard]] std::size_t n_columns() const { return sites.size(); }
  /// Nothing but a number of sites is asked.
  [[nodiscard]] bool only_count() const { return !budget && groups.empty() && exclusive.empty(); }
};

/// Precondition: the locked sites alone break no rule (conflicts/infeasibility.h).
ChoiceRules make_choice_rules(const SitingProblem& problem, const SitingRules& rules);

/// By site: its column, or kNoColumn of one that is not to be chosen.
std::vector<SiteColumn> columns_by_site(const SitingProblem& problem, const ChoiceRules& rules);

/// The columns of those sites that have one, ascending.
std::vector<SiteColumn> columns_of(const ChoiceRules& rules, std::span<const SiteIdx> sites);

/// Keeps count of a growing and changing choice, so that a change is judged in O(its rules).
class RuleTracker {
 public:
  explicit RuleTracker(const ChoiceRules& rules);

  void add(SiteColumn column);
  void remove(SiteColumn column);
  [[nodiscard]] bool is_open(SiteColumn column) const { return open_[column]; }
  [[nodiscard]] std::size_t n_open() const { return n_open_; }

  /// No upper limit is broken by one more, and by one in place of another.
  [[nodiscard]] bool can_add(SiteColumn column) const;
  [[nodiscard]] bool can_swap(SiteColumn in, SiteColumn out) const;
  /// No lower limit is broken by one less.
  [[nodiscard]] bool can_remove(SiteColumn column) const;
  /// A group of the column still lacks sites.
  [[nodiscard]] bool is_wanted(SiteColumn column) const;
  /// All lower limits are met.
  [[nodiscard]] bool is_complete() const;

 private:
  [[nodiscard]] bool group_allows(SiteColumn in, SiteColumn out) const;
  [[nodiscard]] bool fits_budget(double change) const;

  const ChoiceRules& rules_;
  std::vector<bool> open_;
  std::size_t n_open_ = 0;
  double spent_ = 0;
  std::vector<std::size_t> in_group_;
  std::vector<std::vector<std::uint32_t>> groups_of_;
  std::vector<std::vector<SiteColumn>> rivals_of_;
};

/// A choice that keeps every rule.
bool keeps_rules(const ChoiceRules& rules, std::span<const SiteColumn> open);

}  // namespace pahunch
