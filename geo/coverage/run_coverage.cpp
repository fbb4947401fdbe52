#include "geo/coverage/run_coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "geo/base/error.h"

namespace pahunch {

namespace {

void check_set(const CentreSet& set, const Dataset& dataset) {
  if (set.name.empty()) {
    throw ConfigError({.what = "a set of centres has no name", .where = "centres"});
  }
  std::set<CentreIdx> seen;
  for (const CentreIdx centre : set.open) {
    if (seen.insert(centre).second) continue;
    throw ConfigError(
        {.what = fmt::format("centre \"{}\" is opened twice", dataset.centres.centres[centre].id),
         .where = fmt::format("centres.{}", set.name),
         .hint = "name each centre once"});
  }
}

void check_sets(const CoverageJob& job) {
  if (job.sets.empty()) {
    throw ConfigError({.what = "there is no set of centres",
                       .where = "centres",
                       .hint = "give at least one, e.g. baseline = [\"existing\"]"});
  }
  std::set<std::string> names;
  for (const CentreSet& set : job.sets) {
    check_set(set, job.dataset);
    if (names.insert(set.name).second) continue;
    throw ConfigError({.what = fmt::format("two sets of centres are named \"{}\"", set.name),
                       .where = "centres"});
  }
}

TravelTime to_limit(const CoverageOptions& options, const Bands& bands) {
  if (std::isfinite(options.limit_min) && options.limit_min > 0 &&
      TravelTime::from_minutes(options.limit_min) <= bands.largest()) {
    return TravelTime::from_minutes(options.limit_min);
  }
  throw ConfigError(
      {.what = fmt::format("the limit of {} minutes is not within the bands", options.limit_min),
       .where = "underserved.max_minutes",
       .why = "times are kept up to the largest band only",
       .hint =
           fmt::format("give a limit above 0 and at most {} minutes", bands.limits_min().back())});
}

std::vector<CentreIdx> list_open_anywhere(const std::vector<CentreSet>& sets) {
  std::set<CentreIdx> open;
  for (const CentreSet& set : sets) open.insert(set.open.begin(), set.open.end());
  return {open.begin(), open.end()};
}

IdxVector<SettlementIdx, Legs> collect_legs(const TravelModel& model, const SetReach& reach) {
  std::vector<std::pair<PlaceIdx, SiteIdx>> pairs;
  for (const SettlementIdx s : indices(reach)) {
    if (!reach[s].time.reachable()) continue;
    pairs.emplace_back(PlaceIdx(s.value()), SiteIdx(reach[s].centre.value()));
  }
  const std::vector<Legs> found = model.legs(pairs);
  IdxVector<SettlementIdx, Legs> legs(reach.size());
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    legs[SettlementIdx(pairs[p].first.value())] = found[p];
  }
  return legs;
}

void check_legs(const SetCoverage& set) {
  for (const SettlementIdx s : indices(set.reach)) {
    if (set.legs[s].total == set.reach[s].time) continue;
    throw InvariantError(
        {.what = "the legs of a trip are not its travel time",
         .where = fmt::format("set \"{}\", settlement row {}", set.name, s.value() + 1)});
  }
}

/// What all sets share, and the steps for one set.
class Run {
 public:
  Run(const CoverageJob& job, const CoverageOptions& options, Progress& progress)
      : job_(job),
        options_(options),
        bands_(Bands::from_minutes(options.bands_min)),
        limit_(to_limit(options, bands_)),
        women_(count_women(job.dataset.settlements, options.population)),
        blocks_(make_block_ground(job.dataset.blocks, options.hot_spots.contiguity_tolerance_m)),
        lists_(collect_reach_lists(job.model, list_open_anywhere(job.sets), bands_.largest(),
                                   progress)) {
    if (options.assignment == Assignment::kOwnDistrict) {
      lists_ = keep_own_district(lists_, job.dataset);
    }
  }

  [[nodiscard]] SetCoverage cover(const CentreSet& centres) const {
    SetCoverage set;
    set.name = centres.name;
    set.open = centres.open;
    std::sort(set.open.begin(), set.open.end());
    assign(set);
    set.legs = collect_legs(job_.model, set.reach);
    check_legs(set);
    summarise(set);
    set.access = compute_access_scores({women_, lists_, set.open, bands_, limit_});
    set.equity = compute_equity(women_, set.reach);
    set.hot_spots = find_hot_spots(job_.dataset.blocks, blocks_, set.blocks, options_.hot_spots);
    return set;
  }

  /// `baseline` null: this set is the baseline.
  [[nodiscard]] std::vector<CentreCatchment> catch_all(const SetCoverage& set,
                                                       const SetReach* baseline) const {
    return compute_catchments({.women = women_,
                               .lists = lists_,
                               .reach = set.reach,
                               .baseline = baseline,
                               .open = set.open,
                               .limit = limit_});
  }

  [[nodiscard]] SetChange compare(const SetReach& baseline, const SetCoverage& set) const {
    const CoverageView later = view(set.reach);
    return {.all = compare_all(baseline, later),
            .districts = compare_level(baseline, later, AreaLevel::kDistrict),
            .subdivisions = compare_level(baseline, later, AreaLevel::kSubdivision),
            .blocks = compare_level(baseline, later, AreaLevel::kBlock)};
  }

  [[nodiscard]] CoverageResult finish(std::vector<SetCoverage> sets,
                                      std::vector<SetChange> changes) && {
    return {.bands = std::move(bands_),
            .limit = limit_,
            .women = std::move(women_),
            .sets = std::move(sets),
            .changes = std::move(changes)};
  }

 private:
  [[nodiscard]] CoverageView view(const SetReach& reach) const {
    return {job_.dataset, women_, reach, bands_};
  }

  void assign(SetCoverage& set) const {
    SetReach nearest = compute_reach(job_.model, set.open, bands_.largest());
    SetReach own = compute_own_district_reach(job_.model, job_.dataset, set.open, bands_.largest());
    set.by_nearest = summarize_all(view(nearest));
    set.by_own_district = summarize_all(view(own));
    set.reach = std::move(options_.assignment == Assignment::kNearest ? nearest : own);
  }

  void summarise(SetCoverage& set) const {
    const CoverageView coverage = view(set.reach);
    set.all = summarize_all(coverage);
    set.districts = summarize_level(coverage, AreaLevel::kDistrict);
    set.subdivisions = summarize_level(coverage, AreaLevel::kSubdivision);
    set.blocks = summarize_level(coverage, AreaLevel::kBlock);
    for (const LevelCoverage* level : {&set.districts, &set.subdivisions, &set.blocks}) {
      check_adds_up(*level, set.all);
    }
  }

  const CoverageJob& job_;
  const CoverageOptions& options_;
  Bands bands_;
  TravelTime limit_;
  WomenBySettlement women_;
  BlockGround blocks_;
  ReachLists lists_;
};

}  // namespace

CoverageResult run_coverage(const CoverageJob& job, const CoverageOptions& options,
                            Progress& progress) {
  check_sets(job);
  Run run(job, options, progress);
  progress.begin("coverage of each set", job.sets.size());
  std::vector<SetCoverage> sets;
  std::vector<SetChange> changes;
  for (const CentreSet& centres : job.sets) {
    sets.push_back(run.cover(centres));
    const SetReach& baseline = sets.front().reach;
    sets.back().centres = run.catch_all(sets.back(), sets.size() == 1 ? nullptr : &baseline);
    changes.push_back(run.compare(baseline, sets.back()));
    progress.advance(1);
  }
  return std::move(run).finish(std::move(sets), std::move(changes));
}

}  // namespace pahunch
