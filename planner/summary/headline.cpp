#include "planner/summary/headline.h"

namespace pahunch {
namespace {

SetHeadline summarize_set(const std::string& name, std::size_t n_centres, const AreaCoverage& all) {
  SetHeadline set{.name = name,
                  .n_centres = n_centres,
                  .within = {},
                  .timed = {},
                  .ledger = all.ledger,
                  .times = all.times,
                  .across_border = all.across_border};
  for (std::size_t band = 0; band + 1 < all.in_band.size(); ++band) {
    set.within.push_back(all.within(band));
  }
  for (const Women women : all.in_band) set.timed += women;
  return set;
}

}  // namespace

std::vector<Women> count_bands(const SetHeadline& set) {
  std::vector<Women> counts;
  Women within;
  for (const Women women : set.within) {
    counts.push_back(women - within);
    within = women;
  }
  counts.push_back(set.timed - within);
  counts.push_back(set.ledger.total() - set.timed);
  return counts;
}

Headline make_headline(const CoverageResult& coverage) {
  Headline headline;
  headline.limits_min = coverage.bands.limits_min();
  headline.limit_index = coverage.bands.band_of(coverage.limit);
  headline.total = coverage.sets.front().all.total;
  for (const SetCoverage& set : coverage.sets) {
    headline.sets.push_back(summarize_set(set.name, set.open.size(), set.all));
  }
  headline.change = coverage.changes.back().all;
  return headline;
}

Headline make_headline(const Study& study, const std::vector<ReachedSet>& sets) {
  const Scenario& scenario = study.scenario;
  const Bands bands = Bands::from_minutes(scenario.travel.bands_min);
  const auto women = women_of(study);
  Headline headline;
  headline.limits_min = bands.limits_min();
  headline.limit_index = bands.band_of(TravelTime::from_minutes(scenario.max_minutes));
  for (const auto& [set, reach] : sets) {
    const CoverageView view{study.dataset, women, reach, bands};
    const AreaCoverage all = summarize_all(view);
    headline.total = all.total;
    headline.sets.push_back(summarize_set(set.name, set.open.size(), all));
    headline.change = compare_all(sets.front().reach, view);
  }
  return headline;
}

SetReach compute_reach(const HeadlineJob& job, const CentreSet& set) {
  const auto limit = Bands::from_minutes(job.study.scenario.travel.bands_min).largest();
  return job.assignment == Assignment::kOwnDistrict
             ? compute_own_district_reach(job.model, job.study.dataset, set.open, limit)
             : compute_reach(job.model, set.open, limit);
}

Headline compute_headline(const HeadlineJob& job) {
  std::vector<SetReach> reaches;
  for (const CentreSet& set : job.sets) reaches.push_back(compute_reach(job, set));
  std::vector<ReachedSet> sets;
  for (std::size_t i = 0; i < reaches.size(); ++i) sets.push_back({job.sets[i], reaches[i]});
  return make_headline(job.study, sets);
}

}  // namespace pahunch
