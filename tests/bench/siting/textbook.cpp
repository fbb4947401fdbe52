#include "tests/bench/siting/textbook.h"

#include <Cbc_C_Interface.h>

#include <string>
#include <vector>

namespace pahunch::bench {
namespace {

/// Rows are written one after the other and handed over by column.
class Formulation {
 public:
  int add_column(double cost) {
    costs_.push_back(cost);
    columns_.emplace_back();
    return static_cast<int>(costs_.size()) - 1;
  }

  int add_row(double lower, double upper) {
    lower_.push_back(lower);
    upper_.push_back(upper);
    return static_cast<int>(lower_.size()) - 1;
  }

  void add(int row, int column, double value) {
    columns_[static_cast<std::size_t>(column)].emplace_back(row, value);
  }

  TextbookResult solve(double limit_s) const {
    std::vector<CoinBigIndex> begins = {0};
    std::vector<int> rows;
    std::vector<double> values;
    for (const auto& column : columns_) {
      for (const auto& [row, value] : column) {
        rows.push_back(row);
        values.push_back(value);
      }
      begins.push_back(static_cast<CoinBigIndex>(rows.size()));
    }
    const std::vector<double> zeros(costs_.size(), 0), ones(costs_.size(), 1);
    Cbc_Model* model = Cbc_newModel();
    Cbc_loadProblem(model, static_cast<int>(costs_.size()), static_cast<int>(lower_.size()),
                    begins.data(), rows.data(), values.data(), zeros.data(), ones.data(),
                    costs_.data(), lower_.data(), upper_.data());
    for (int column = 0; column < static_cast<int>(costs_.size()); ++column) {
      Cbc_setInteger(model, column);
    }
    Cbc_setParameter(model, "log", "0");
    Cbc_setParameter(model, "sec", std::to_string(limit_s).c_str());
    Cbc_setParameter(model, "ratio", "0");
    Cbc_solve(model);
    const TextbookResult result = {.is_proven = Cbc_isProvenOptimal(model) != 0,
                                   .objective = Cbc_getObjValue(model),
                                   .bound = Cbc_getBestPossibleObjValue(model)};
    Cbc_deleteModel(model);
    return result;
  }

 private:
  std::vector<double> costs_, lower_, upper_;
  std::vector<std::vector<std::pair<int, double>>> columns_;
};

constexpr double kFar = 1e30;

class TextbookMaker {
 public:
  TextbookMaker(const SitingProblem& problem, const SitingObjective& objective, std::size_t p)
      : problem_(problem), objective_(objective) {
    const std::size_t n_locked = problem.with_status(SiteStatus::kLocked).size();
    const auto number = static_cast<double>(p + n_locked);
    const int sum = made_.add_row(number, number);
    for (std::size_t site = 0; site < problem.sites.size(); ++site) {
      open_.push_back(made_.add_column(0));
      made_.add(sum, open_.back(), 1);
      if (problem.sites[SiteIdx(site)].status != SiteStatus::kLocked) continue;
      made_.add(made_.add_row(1, 1), open_.back(), 1);
    }
  }

  Formulation cover() {
    for (const DemandIdx at : indices(problem_.weights)) {
      const int covered = made_.add_column(-static_cast<double>(problem_.weights[at]));
      const int row = made_.add_row(0, kFar);
      made_.add(row, covered, -1);
      for (const SiteCost& item : problem_.reach.of(at)) {
        if (item.cost <= objective_.limit) made_.add(row, open_[item.site.value()], 1);
      }
    }
    return std::move(made_);
  }

  Formulation median() {
    std::vector<int> capacity;
    const bool has_capacity = objective_.kind == ObjectiveKind::kCapacitated;
    for (std::size_t site = 0; has_capacity && site < problem_.sites.size(); ++site) {
      capacity.push_back(made_.add_row(-kFar, 0));
      made_.add(capacity.back(), open_[site],
                -static_cast<double>(problem_.sites[SiteIdx(site)].capacity));
    }
    for (const DemandIdx at : indices(problem_.weights)) {
      const bool once = objective_.weighing == Weighing::kEachOnce;
      const auto weight = static_cast<double>(problem_.weights[at]);
      const int given = made_.add_row(1, 1);
      for (const SiteCost& item : problem_.reach.of(at)) {
        const int column = made_.add_column(item.cost * (once ? 1 : weight));
        made_.add(given, column, 1);
        const int only_open = made_.add_row(-kFar, 0);
        made_.add(only_open, column, 1);
        made_.add(only_open, open_[item.site.value()], -1);
        if (has_capacity) made_.add(capacity[item.site.value()], column, weight);
      }
    }
    return std::move(made_);
  }

 private:
  const SitingProblem& problem_;
  const SitingObjective& objective_;
  Formulation made_;
  std::vector<int> open_;
};

}  // namespace

TextbookResult solve_textbook(const SitingProblem& problem, const SitingObjective& objective,
                              std::size_t p, double limit_s) {
  TextbookMaker maker(problem, objective, p);
  if (objective.kind != ObjectiveKind::kCover) return maker.median().solve(limit_s);
  TextbookResult result = maker.cover().solve(limit_s);
  result.objective = -result.objective;
  result.bound = -result.bound;
  return result;
}

}  // namespace pahunch::bench
