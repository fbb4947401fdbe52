#include "planner/optimise/set_measure.h"

#include <algorithm>

#include "geo/network/site_blocks.h"

namespace pahunch {

SetMeasurer::SetMeasurer(const Study& study, const TravelModel& model,
                         std::span<const CentreIdx> always, const Options& options)
    : study_(study), model_(model), options_(options) {
  for (const Women women : women_of(study)) {
    women_.push_back(counted_women(women, options.counted));
  }
  for (const auto& nearest : model.nearest(to_sites(always))) always_.push_back(nearest.time);
}

void SetMeasurer::learn(std::span<const CentreIdx> sites, Progress& progress) {
  std::vector<CentreIdx> unknown;
  for (const CentreIdx at : sites) {
    if (times_.try_emplace(at).second) unknown.push_back(at);
  }
  progress.begin("times of the sites compared", unknown.size());
  for_each_site(model_, to_sites(unknown), [&](std::size_t i, const auto& times) {
    times_.at(unknown[i]) = times.raw();
    progress.advance(1);
  });
}

SetMeasurer::Times SetMeasurer::nearest(std::span<const CentreIdx> sites) const {
  Times nearest = always_;
  for (const CentreIdx site : sites) {
    const Times& its = times_.at(site);
    for (std::size_t at = 0; at < nearest.size(); ++at) {
      nearest[at] = std::min(nearest[at], its[at]);
    }
  }
  return nearest;
}

void SetMeasurer::find_worst_district(const Times& times, SetMeasure& measure) const {
  struct Tally {
    Persons within = 0, all = 0;
    [[nodiscard]] double share() const {
      return static_cast<double>(within) / static_cast<double>(all);
    }
  };
  std::map<AreaIdx, Tally> tallies;
  for (std::size_t at = 0; at < times.size(); ++at) {
    const AreaIdx district = study_.dataset.settlements.settlements[SettlementIdx(at)].district;
    if (!district.valid() || women_[at] == 0) continue;
    Tally& tally = tallies[district];
    tally.all += women_[at];
    if (times[at] <= options_.limit) tally.within += women_[at];
  }
  for (const auto& [district, tally] : tallies) {
    if (measure.worst_district.valid() && tally.share() >= measure.worst_share) continue;
    measure.worst_district = district;
    measure.worst_share = tally.share();
  }
}

SetMeasure SetMeasurer::measure(std::span<const CentreIdx> sites) const {
  const Times times = nearest(sites);
  SetMeasure measure;
  std::vector<WeightedTime> reached;
  reached.reserve(times.size());
  for (std::size_t at = 0; at < times.size(); ++at) {
    if (!times[at].reachable() || women_[at] == 0) continue;
    reached.push_back({times[at], women_[at]});
    if (times[at] <= options_.limit) measure.within += women_[at];
  }
  const TimeStats stats = compute_time_stats(std::move(reached));
  measure.mean_min = stats.mean_min;
  measure.p90_min = stats.p90_min;
  find_worst_district(times, measure);
  return measure;
}

}  // namespace pahunch
