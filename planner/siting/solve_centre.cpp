#include <algorithm>

#include "planner/siting/cover_search.h"
#include "planner/siting/rule_rows.h"
#include "planner/siting/solve_cover.h"

namespace pahunch {
namespace {

enum class Verdict : std::uint8_t { kCovers, kCannot, kStopped };

class CentreSearch {
 public:
  CentreSearch(const SitingProblem& problem, const ChoiceRules& rules, double limit,
               const StopSignal& signal)
      : problem_(problem), rules_(rules), signal_(signal) {
    for (const DemandIdx at : indices(problem.weights)) {
      if (problem.weights[at] == 0) continue;
      for (const SiteCost& item : problem.reach.of(at)) {
        if (item.cost <= limit) costs_.push_back(item.cost);
      }
    }
    costs_.push_back(0);
    std::ranges::sort(costs_);
    const auto doubles = std::ranges::unique(costs_);
    costs_.erase(doubles.begin(), doubles.end());
  }

  /// All costs below `low` are proven too small; `high` is known to do.
  Solution search() {
    std::size_t low = 0, high = costs_.size();
    bool is_sure = true;
    while (low < high && is_sure) {
      // The largest first, so that there is a choice as soon as there can be one.
      const std::size_t at = high == costs_.size() ? high - 1 : low + (high - low) / 2;
      const Verdict verdict = try_cost(costs_[at]);
      if (verdict == Verdict::kCovers) high = std::min(at, rank_of_choice());
      if (verdict == Verdict::kCannot) low = at + 1;
      is_sure = verdict != Verdict::kStopped;
    }
    Solution solution = {.open = found_, .loss = kInfinity, .bound = kInfinity};
    if (high < costs_.size()) solution.loss = costs_[high];
    if (low < costs_.size()) solution.bound = costs_[low];
    return solution;
  }

 private:
  /// The rank of the largest cost that the choice leaves, which may be less than was asked.
  [[nodiscard]] std::size_t rank_of_choice() const {
    std::vector<bool> is_open(problem_.sites.size(), false);
    for (const SiteColumn column : *found_) is_open[rules_.sites[column].value()] = true;
    double largest = 0;
    for (const DemandIdx at : indices(problem_.weights)) {
      if (problem_.weights[at] == 0) continue;
      const auto reach = problem_.reach.of(at);
      const auto best = std::ranges::find_if(reach, [&](const SiteCost& item) {
        return is_open[item.site.value()] ||
               problem_.sites[item.site].status == SiteStatus::kLocked;
      });
      if (best != reach.end()) largest = std::max(largest, best->cost);
    }
    return static_cast<std::size_t>(std::ranges::lower_bound(costs_, largest) - costs_.begin());
  }

  Verdict try_cost(double cost) {
    CoverModel model = make_cover_model(problem_, rules_, cost, 1);
    if (model.beyond > 0) return Verdict::kCannot;
    drop_implied_rows(model);
    std::int64_t all = model.covered;
    for (const CoverModel::Row& row : model.rows) all += row.weight;
    if (auto open = cover_greedily(model, rules_, all)) {
      found_ = std::move(open);
      return Verdict::kCovers;
    }
    return ask_cbc(model, all);
  }

  Verdict ask_cbc(const CoverModel& model, std::int64_t all) {
    MipModel mip;
    std::vector<int> open;
    const double cost = rules_.only_count() ? 1 : 0;  // few sites lead to a choice, or prove none
    for (std::size_t column = 0; column < model.n_columns; ++column) {
      open.push_back(mip.add_column(cost, MipColumnKind::kWhole));
    }
    add_rule_rows(mip, rules_, open);
    for (const CoverModel::Row& row : model.rows) {
      std::vector<MipModel::Term> terms;
      for (const SiteColumn column : row.columns) terms.emplace_back(open[column], 1.0);
      mip.add_row({1, kInfinity}, terms);
    }
    const MipOptions options = {
        .step = 1, .gap = static_cast<double>(model.n_columns), .cuts = MipCuts::kNone};
    const MipResult result = solve_mip(mip, options, signal_);
    if (result.has_solution()) {
      auto choice = read_open(result.values, open);
      if (keeps_rules(rules_, choice) && covered_weight(model, choice) == all) {
        found_ = std::move(choice);
        return Verdict::kCovers;
      }
    }
    return result.status == MipStatus::kNone ? Verdict::kCannot : Verdict::kStopped;
  }

  const SitingProblem& problem_;
  const ChoiceRules& rules_;
  const StopSignal& signal_;
  std::vector<double> costs_;
  std::optional<std::vector<SiteColumn>> found_;
};

}  // namespace

Solution solve_centre(const SitingProblem& problem, const ChoiceRules& rules, double limit,
                      const StopSignal& signal) {
  return CentreSearch(problem, rules, limit, signal).search();
}

}  // namespace pahunch
