#include "planner/siting/risk/draw_model.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>

namespace pahunch {
namespace {

constexpr std::uint32_t kAlwaysCovered = static_cast<std::uint32_t>(-1);  ///< a locked site covers
constexpr std::uint32_t kNeverCovered = kAlwaysCovered - 1;

class DrawModeller {
 public:
  DrawModeller(const SitingProblem& problem, const ReachDraws& draws, const ChoiceRules& rules)
      : problem_(problem), draws_(draws), column_of_(columns_by_site(problem, rules)) {
    model_.n_columns = rules.n_columns();
    model_.total = problem.total_weight();
  }

  DrawModel make() {
    number_rows();
    model_.dry.assign(model_.rows.size(), 0);
    std::int64_t beyond = 0;
    for (const DemandIdx at : indices(problem_.weights)) {
      const std::uint32_t row = row_of_[draws_.base(at).value()];
      if (row < kNeverCovered) model_.dry[row] += problem_.weights[at];
      if (row == kNeverCovered) beyond += problem_.weights[at];
    }
    model_.beyond.assign(draws_.n_draws(), beyond);
    for (const DrawIdx draw : IdxRange<DrawIdx>(draws_.n_draws())) add_draw(draw);
    return std::move(model_);
  }

 private:
  [[nodiscard]] std::vector<SiteColumn> columns_of(std::span<const SiteIdx> sites) const {
    std::vector<SiteColumn> columns;
    for (const SiteIdx at : sites) {
      if (column_of_[at.value()] != kNoColumn) columns.push_back(column_of_[at.value()]);
    }
    std::ranges::sort(columns);
    return columns;
  }

  void number_rows() {
    std::map<std::vector<SiteColumn>, std::vector<std::uint32_t>> sets_of;
    row_of_.assign(draws_.sets().size(), kNeverCovered);
    for (std::uint32_t set = 0; set < draws_.sets().size(); ++set) {
      const auto sites = draws_.sets().of(ReachSetIdx(set));
      const bool is_locked = std::ranges::any_of(
          sites, [&](SiteIdx at) { return problem_.sites[at].status == SiteStatus::kLocked; });
      auto columns = columns_of(sites);
      if (is_locked) {
        row_of_[set] = kAlwaysCovered;
      } else if (!columns.empty()) {
        sets_of[std::move(columns)].push_back(set);
      }
    }
    for (const auto& [columns, sets] : sets_of) {
      for (const std::uint32_t set : sets)
        row_of_[set] = static_cast<std::uint32_t>(model_.rows.size());
      model_.rows.push_back(columns);
    }
  }

  void add_draw(DrawIdx draw) {
    std::map<std::uint32_t, std::int64_t> added;
    for (const ReachDifference& item : draws_.differences(draw)) {
      added[row_of_[item.set.value()]] += problem_.weights[item.demand];
      added[row_of_[draws_.base(item.demand).value()]] -= problem_.weights[item.demand];
    }
    std::vector<DrawModel::Change> changes;
    for (const auto& [row, weight] : added) {
      if (row == kNeverCovered) model_.beyond[draw.value()] += weight;
      if (row < kNeverCovered && weight != 0) changes.push_back({row, weight});
    }
    model_.changes.push_back(std::move(changes));
  }

  const SitingProblem& problem_;
  const ReachDraws& draws_;
  std::vector<SiteColumn> column_of_;
  std::vector<std::uint32_t> row_of_;  ///< by set
  DrawModel model_;
};

}  // namespace

DrawModel make_draw_model(const SitingProblem& problem, const ReachDraws& draws,
                          const ChoiceRules& rules) {
  return DrawModeller(problem, draws, rules).make();
}

DrawLosses::DrawLosses(const DrawModel& model)
    : model_(model),
      rows_of_(model.n_columns),
      uses_(model.rows.size()),
      n_open_(model.rows.size(), 0),
      dry_(std::accumulate(model.dry.begin(), model.dry.end(), std::int64_t{0})),
      beside_(model.beyond) {
  for (std::uint32_t row = 0; row < model.rows.size(); ++row) {
    for (const SiteColumn column : model.rows[row]) rows_of_[column].push_back(row);
  }
  for (std::uint32_t draw = 0; draw < model.n_draws(); ++draw) {
    for (const DrawModel::Change& change : model.changes[draw]) {
      uses_[change.row].push_back({draw, change.weight});
      beside_[draw] += change.weight;
    }
  }
}

void DrawLosses::lose(std::uint32_t row, std::int64_t times) {
  dry_ += times * model_.dry[row];
  for (const Use& use : uses_[row]) beside_[use.draw] += times * use.weight;
}

void DrawLosses::open(SiteColumn column) {
  for (const std::uint32_t row : rows_of_[column]) {
    if (n_open_[row]++ == 0) lose(row, -1);
  }
}

void DrawLosses::close(SiteColumn column) {
  for (const std::uint32_t row : rows_of_[column]) {
    if (--n_open_[row] == 0) lose(row, 1);
  }
}

std::vector<std::int64_t> DrawLosses::losses() const {
  std::vector<std::int64_t> sums = beside_;
  for (std::int64_t& sum : sums) sum += dry_;
  return sums;
}

std::int64_t DrawLosses::tail(std::size_t n) const {
  scratch_ = beside_;
  return static_cast<std::int64_t>(n) * dry_ + sum_largest(scratch_, n);
}

std::int64_t sum_largest(std::vector<std::int64_t>& losses, std::size_t n) {
  const auto end = losses.begin() + static_cast<std::ptrdiff_t>(n);
  std::nth_element(losses.begin(), end - 1, losses.end(), std::greater<>());
  return std::accumulate(losses.begin(), end, std::int64_t{0});
}

}  // namespace pahunch
