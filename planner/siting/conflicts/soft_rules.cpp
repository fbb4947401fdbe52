#include "planner/siting/conflicts/soft_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "planner/siting/conflicts/serving_mip.h"

namespace pahunch {
namespace {

bool have_same_numbers(const std::vector<SiteGroup>& groups) {
  return groups.size() > 1 && std::ranges::all_of(groups, [&](const SiteGroup& group) {
           return group.at_least == groups.front().at_least &&
                  group.at_most == groups.front().at_most;
         });
}

class RuleSoftener {
 public:
  RuleSoftener(const SitingProblem& problem, const SitingRules& rules) : problem_(problem) {
    softened_.rules = rules;
    are_alike_ = have_same_numbers(rules.groups);
    hard_ = {.n_new = rules.n_new, .budget = rules.budget};
    choice_ = make_choice_rules(problem, hard_);
    column_of_ = columns_by_site(problem, choice_);
  }

  std::optional<SoftenedRules> find(const SitingObjective& objective, const StopSignal& signal) {
    auto made =
        make_serving_mip(problem_, choice_, objective, std::vector<double>(choice_.n_columns(), 0));
    if (!made) return std::nullopt;
    for (const SiteGroup& group : softened_.rules.groups) add_group(*made, group);
    for (const auto& [a, b] : softened_.rules.exclusive) add_exclusive(*made, {a, b});
    const MipResult result = solve_mip(made->mip, {.step = 1}, signal);
    if (result.status != MipStatus::kSolved) return std::nullopt;
    change_groups(result.values);
    drop_exclusives(result.values);
    softened_.words = words();
    return std::move(softened_);
  }

 private:
  struct GroupSlack {
    int less = 0, more = 0;  ///< programme columns
  };

  /// Sum of the sites that are open, with the locked ones taken out of the bounds.
  struct OpenSum {
    std::vector<MipModel::Term> terms;
    double n_locked = 0;
  };
  [[nodiscard]] OpenSum sum_of(const ServingMip& made, const std::vector<SiteIdx>& sites) const {
    OpenSum sum;
    for (const SiteIdx at : sites) {
      const SiteColumn column = column_of_[at.value()];
      if (column != kNoColumn) sum.terms.emplace_back(made.open[column], 1.0);
      if (problem_.sites[at].status == SiteStatus::kLocked) sum.n_locked += 1;
    }
    return sum;
  }

  void add_group(ServingMip& made, const SiteGroup& group) {
    OpenSum sum = sum_of(made, group.sites);
    const auto n = static_cast<double>(group.sites.size());
    const auto least = static_cast<double>(group.at_least);
    const double most = group.at_most ? static_cast<double>(*group.at_most) : n;
    const GroupSlack slack = slack_of(made, least);
    groups_.push_back(slack);
    sum.terms.emplace_back(slack.less, 1.0);
    made.mip.add_row({least - sum.n_locked, kInfinity}, sum.terms);
    sum.terms.back() = {slack.more, -1.0};
    made.mip.add_row({-kInfinity, most - sum.n_locked}, sum.terms);
  }

  GroupSlack slack_of(ServingMip& made, double least) const {
    if (are_alike_ && !groups_.empty()) return groups_.front();
    const auto n_sites = static_cast<double>(problem_.sites.size());
    const int less = made.mip.add_column(1, MipColumnKind::kWhole, {0, least});
    const int more = made.mip.add_column(1, MipColumnKind::kWhole, {0, n_sites + least});
    return {.less = less, .more = more};
  }

  void add_exclusive(ServingMip& made, std::pair<SiteIdx, SiteIdx> pair) {
    const int both = made.mip.add_column(1, MipColumnKind::kWhole);
    exclusives_.push_back(both);
    if (pair.first == pair.second) return;
    OpenSum sum = sum_of(made, {pair.first, pair.second});
    sum.terms.emplace_back(both, -1.0);
    made.mip.add_row({-kInfinity, 1 - sum.n_locked}, sum.terms);
  }

  static std::size_t whole(const std::vector<double>& values, int column) {
    return static_cast<std::size_t>(std::lround(values[static_cast<std::size_t>(column)]));
  }

  void say(const std::string& change) {
    if (std::ranges::find(changes_, change) == changes_.end()) changes_.push_back(change);
  }

  [[nodiscard]] std::string words() const {
    constexpr std::size_t kMostNamed = 5;
    const std::size_t n_named = std::min(changes_.size(), kMostNamed);
    std::string all = fmt::format(
        "{}", fmt::join(changes_.begin(), changes_.begin() + static_cast<std::ptrdiff_t>(n_named),
                        " and "));
    if (n_named == changes_.size()) return all;
    return fmt::format("{} and {} more such changes", all, changes_.size() - n_named);
  }

  [[nodiscard]] std::string name_of(const SiteGroup& group) const {
    return are_alike_ ? "each group" : fmt::format("group '{}'", group.name);
  }

  void change_groups(const std::vector<double>& values) {
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      SiteGroup& group = softened_.rules.groups[i];
      if (const std::size_t less = whole(values, groups_[i].less); less > 0) {
        group.at_least -= less;
        say(fmt::format("ask for {} in {} (--at-least {})", group.at_least, name_of(group),
                        group.at_least));
      }
      if (const std::size_t more = whole(values, groups_[i].more); more > 0) {
        group.at_most = group.at_most.value_or(group.sites.size()) + more;
        say(fmt::format("let {} hold {} (--at-most {})", name_of(group), *group.at_most,
                        *group.at_most));
      }
    }
  }

  void drop_exclusives(const std::vector<double>& values) {
    std::vector<std::pair<SiteIdx, SiteIdx>> kept;
    for (std::size_t i = 0; i < exclusives_.size(); ++i) {
      const auto& pair = softened_.rules.exclusive[i];
      if (whole(values, exclusives_[i]) == 0) {
        kept.push_back(pair);
      } else {
        say(fmt::format("let '{}' and '{}' both be open", problem_.sites[pair.first].id,
                        problem_.sites[pair.second].id));
      }
    }
    softened_.rules.exclusive = std::move(kept);
  }

  const SitingProblem& problem_;
  SitingRules hard_;
  ChoiceRules choice_;
  std::vector<SiteColumn> column_of_;
  std::vector<GroupSlack> groups_;
  std::vector<int> exclusives_;
  bool are_alike_ = false;
  std::vector<std::string> changes_;  ///< in words
  SoftenedRules softened_;
};

}  // namespace

std::optional<SoftenedRules> soften_rules(const SitingProblem& problem, const SitingRules& rules,
                                          const SitingObjective& objective,
                                          const StopSignal& signal) {
  if (rules.groups.empty() && rules.exclusive.empty()) return std::nullopt;
  return RuleSoftener(problem, rules).find(objective, signal);
}

}  // namespace pahunch
