#include "sim/monte_carlo/experiment_fold.h"

#include <cassert>

namespace pahunch {
namespace {

/// Without what is kept by settlement or by week.
std::vector<SetResult> summarise(const std::vector<SetResult>& sets) {
  std::vector<SetResult> summaries;
  for (const SetResult& set : sets) {
    SetResult& summary = summaries.emplace_back();
    summary.blocks = IdxVector<AreaIdx, BlockMoments>(set.blocks.size());
    summary.centres = IdxVector<CentreIdx, CentreMoments>(set.centres.size());
    summary.merge_totals(set);
  }
  return summaries;
}

/// Years of a draw that has `n_before` others, or is the next one and has none.
struct MoreYears {
  std::uint64_t draw = 0, n_before = 0, n_years = 0;
};

void add_shares(const IdxVector<SettlementIdx, ShareSums>& shares, const MoreYears& more,
                ServedByDraw& served) {
  if (served.noise.empty()) served.noise = IdxVector<SettlementIdx, double>(shares.size());
  if (more.draw == served.p_served.size()) {
    served.p_served.emplace_back(IdxVector<SettlementIdx, double>(shares.size()));
  }
  for (const SettlementIdx at : indices(shares)) {
    double& mean = served.p_served[more.draw][at];
    RunningMoments years(more.n_before, mean, 0);
    years.merge(shares[at].moments(more.n_years));
    mean = years.mean();
    served.noise[at] += years.squares();
  }
}

}  // namespace

void ExperimentFold::merge(const DrawPart& part) {
  n_states_ += part.result.n_states;
  for (const SetResult& set : part.result.sets) n_events_ += set.n_events;
  add_limits(part);
  add_weeks(part);
  if (part.parcel.draw < draws_.size()) {
    add_years(part);
  } else {
    add_draw(part);
  }
}

void ExperimentFold::add_draw(const DrawPart& part) {
  assert(part.parcel.draw == draws_.size() && part.parcel.first_year == 0);
  const auto& sets = part.result.sets;
  draws_.push_back({part.places, summarise(sets), part.result.served_by_first_and});
  n_years_.push_back(part.parcel.n_years);
  p_served_.resize(sets.size());
  squares_.resize(sets.size());
  for (std::size_t set = 0; set < sets.size(); ++set) {
    auto& means = p_served_[set].emplace_back();
    if (squares_[set].empty()) {
      squares_[set] = IdxVector<SettlementIdx, double>(sets[set].p_served.size());
    }
    for (const SettlementIdx at : indices(sets[set].p_served)) {
      const RunningMoments& years = sets[set].p_served[at];
      means.push_back(years.mean());
      squares_[set][at] += years.squares();
    }
  }
}

void ExperimentFold::add_years(const DrawPart& part) {
  const std::uint64_t draw = part.parcel.draw;
  assert(part.parcel.first_year == n_years_[draw]);
  for (std::size_t set = 0; set < part.result.sets.size(); ++set) {
    const SetResult& more = part.result.sets[set];
    draws_[draw].sets[set].merge_totals(more);
    draws_[draw].served_by_first_and[set].merge(part.result.served_by_first_and[set]);
    for (const SettlementIdx at : indices(more.p_served)) {
      double& mean = p_served_[set][draw][at];
      RunningMoments years(n_years_[draw], mean, 0);
      years.merge(more.p_served[at]);
      mean = years.mean();
      squares_[set][at] += years.squares();
    }
  }
  n_years_[draw] += part.parcel.n_years;
}

/// Comes first: the years that a draw has are then those before.
void ExperimentFold::add_limits(const DrawPart& part) {
  const auto& sets = part.result.sets;
  const std::uint64_t draw = part.parcel.draw;
  const MoreYears more{draw, draw < draws_.size() ? n_years_[draw] : 0, part.parcel.n_years};
  within_.resize(sets.front().p_within.size());
  for (std::size_t limit = 0; limit < within_.size(); ++limit) {
    within_[limit].resize(sets.size());
    for (std::size_t set = 0; set < sets.size(); ++set) {
      add_shares(sets[set].p_within[limit], more, within_[limit][set]);
    }
  }
}

void ExperimentFold::add_weeks(const DrawPart& part) {
  const auto& sets = part.result.sets;
  weeks_.resize(sets.size());
  for (std::size_t set = 0; set < sets.size(); ++set) pahunch::merge(sets[set].weeks, weeks_[set]);
}

ExperimentResult ExperimentFold::result() const {
  assert(!draws_.empty() && n_years_.front() == n_years_.back());
  const auto n_draws = static_cast<double>(draws_.size());
  const auto n_years = static_cast<double>(n_years_.front());
  ExperimentResult result{.size = {draws_.size(), n_years_.front()},
                          .draws = draws_,
                          .p_served = p_served_,
                          .noise = squares_,
                          .n_states = n_states_,
                          .n_events = n_events_,
                          .within = within_,
                          .weeks = weeks_};
  const double years_and_draws = (n_years - 1) * n_years * n_draws;
  for (auto& set : result.noise) {
    for (double& value : set) value /= years_and_draws;
  }
  for (auto& limit : result.within) {
    for (ServedByDraw& set : limit) {
      for (double& value : set.noise) value /= years_and_draws;
    }
  }
  return result;
}

}  // namespace pahunch
