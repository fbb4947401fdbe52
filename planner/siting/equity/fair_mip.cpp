#include "planner/siting/equity/fair_mip.h"

#include <algorithm>

#include "planner/siting/rule_rows.h"

namespace pahunch {
namespace {

constexpr int kMostCutRounds = 40;
constexpr double kCutSlack = 1e-6;     ///< of the Gini coefficient in the relaxation
constexpr double kRowSlack = 1e-9;     ///< for coverages that are just equal enough
constexpr double kCountedDown = 1e-6;  ///< of a row

}  // namespace

FairMip::FairMip(const AreaCover& model, const ChoiceRules& rules, const FairLimits& limits)
    : model_(model), limits_(limits), is_honest_(model.n_areas, false) {
  for (std::size_t column = 0; column < model.n_columns; ++column) {
    open_.push_back(mip_.add_column(0, MipColumnKind::kWhole));
  }
  add_rule_rows(mip_, rules, open_);
  std::int64_t reachable = model.locked_beside;
  for (const std::int64_t weight : model.locked.covered) reachable += weight;
  for (const AreaCover::Row& row : model.rows) {
    lost_.push_back(mip_.add_column(static_cast<double>(row.weight), MipColumnKind::kContinuous));
    std::vector<MipModel::Term> terms = {{lost_.back(), 1.0}};
    for (const SiteColumn column : row.columns) terms.emplace_back(open_[column], 1.0);
    mip_.add_row({1, kInfinity}, terms);
    reachable += row.weight;
  }
  mip_.constant = static_cast<double>(model.total - reachable);
  add_areas();
}

/// A column for the share of each area, in the bounds that its weight owed sets.
void FairMip::add_areas() {
  std::vector<std::vector<MipModel::Term>> terms(model_.n_areas);
  std::vector<std::int64_t> most = model_.locked.covered;
  for (std::size_t row = 0; row < model_.rows.size(); ++row) {
    const auto& [columns, area, weight] = model_.rows[row];
    if (area == model_.n_areas) continue;
    most[area] += weight;
    terms[area].emplace_back(
        lost_[row], static_cast<double>(weight) / static_cast<double>(model_.locked.weight[area]));
  }
  for (std::size_t area = 0; area < model_.n_areas; ++area) {
    const auto weight = static_cast<double>(std::max(std::int64_t{1}, model_.locked.weight[area]));
    double least = 0;
    if (!limits_.owed.empty() && limits_.owed[area] > 0) {
      least = (static_cast<double>(limits_.owed[area]) - 0.5) / weight;
    }
    share_.push_back(mip_.add_column(0, MipColumnKind::kContinuous, {least, 1}));
    terms[area].emplace_back(share_.back(), 1.0);
    const double sum = static_cast<double>(most[area]) / weight;
    mip_.add_row({sum, sum}, terms[area]);
  }
}

void FairMip::cut_relaxation(const StopSignal& signal) {
  for (int round = 0; limits_.most_gini && round < kMostCutRounds && !signal.stop(); ++round) {
    const MipRelaxation relaxed = relax_mip(mip_, signal);
    if (relaxed.values.empty() || !add_order(shares_in(relaxed.values))) return;
  }
}

MipResult FairMip::solve(const MipOptions& options, const StopSignal& signal) const {
  return solve_mip(mip_, options, signal);
}

std::vector<SiteColumn> FairMip::choice(const MipResult& result) const {
  return read_open(result.values, open_);
}

bool FairMip::add_broken(const MipResult& result, const CoveredAreas& coverage) {
  if (!limits_.most_gini) return false;
  const std::vector<SiteColumn> open = choice(result);
  const auto is_counted_down = [&](std::size_t row) {
    const auto& columns = model_.rows[row].columns;
    return result.values[static_cast<std::size_t>(lost_[row])] > kCountedDown &&
           std::ranges::any_of(columns, [&](SiteColumn column) {
             return std::ranges::binary_search(open, column);
           });
  };
  bool is_added = add_order(coverage.shares());
  for (std::size_t row = 0; row < model_.rows.size(); ++row) {
    const std::uint32_t area = model_.rows[row].area;
    if (area == model_.n_areas || is_honest_[area] || !is_counted_down(row)) continue;
    forbid_counting_down(area);
    is_added = true;
  }
  return is_added;
}

/// False: shares in this order break the limit by too little.
bool FairMip::add_order(const std::vector<double>& shares) {
  const AreaOrder order(model_.locked.weight, shares);
  if (order.gini(shares) <= *limits_.most_gini + kCutSlack) return false;
  std::vector<MipModel::Term> terms;
  for (std::size_t area = 0; area < model_.n_areas; ++area) {
    const double part = order.parts()[area];
    if (part > 0)
      terms.emplace_back(share_[area], part * (order.leads()[area] - *limits_.most_gini));
  }
  mip_.add_row({-kInfinity, kRowSlack}, terms);
  return true;
}

void FairMip::forbid_counting_down(std::uint32_t area) {
  is_honest_[area] = true;
  for (std::size_t row = 0; row < model_.rows.size(); ++row) {
    if (model_.rows[row].area != area) continue;
    for (const SiteColumn column : model_.rows[row].columns) {
      const std::vector<MipModel::Term> terms = {{lost_[row], 1.0}, {open_[column], 1.0}};
      mip_.add_row({-kInfinity, 1}, terms);
    }
  }
}

void FairMip::exclude(const std::vector<SiteColumn>& open) { add_exclusion(mip_, open_, open); }

std::vector<double> FairMip::shares_in(const std::vector<double>& values) const {
  std::vector<double> shares;
  for (const int column : share_) shares.push_back(values[static_cast<std::size_t>(column)]);
  return shares;
}

}  // namespace pahunch
