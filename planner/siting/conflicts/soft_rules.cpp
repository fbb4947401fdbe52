#include "planner/siting/conflicts/soft_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "planner/siting/conflicts/serving_mip.h"

namespace pahunch {
namespace {

class RuleSoftener {
 public:
  RuleSoftener(const SitingProblem& problem, const SitingRules& rules) : problem_(problem) {
    softened_.rules = rules;
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
    const GroupSlack slack = {
        .less = made.mip.add_column(1, MipColumnKind::kWhole, {0, least}),
        .more = made.mip.add_column(1, MipColumnKind::kWhole, {0, n + least}),
    };
    groups_.push_back(slack);
    sum.terms.emplace_back(slack.less, 1.0);
    made.mip.add_row({least - sum.n_locked, kInfinity}, sum.terms);
    sum.terms.back() = {slack.more, -1.0};
    made.mip.add_row({-kInfinity, most - sum.n_locked}, sum.terms);
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
    softened_.words += (softened_.words.empty() ? "" : " and ") + change;
  }

  void change_groups(const std::vector<double>& values) {
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      SiteGroup& group = softened_.rules.groups[i];
      if (const std::size_t less = whole(values, groups_[i].less); less > 0) {
        group.at_least -= less;
        say(fmt::format("ask for {} in group '{}' (--at-least {})", group.at_least, group.name,
                        group.at_least));
      }
      if (const std::size_t more = whole(values, groups_[i].more); more > 0) {
        group.at_most = group.at_most.value_or(group.sites.size()) + more;
        say(fmt::format("let group '{}' hold {} (--at-most {})", group.name, *group.at_most,
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
