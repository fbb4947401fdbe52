#include "geo/coverage/area_coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "geo/base/error.h"

namespace pahunch {

namespace {

/// Adds settlements up to one `AreaCoverage`.
class Summary {
 public:
  explicit Summary(const CoverageView& view) : view_(&view) {
    coverage_.in_band.resize(view.bands.n_bands());
  }

  void add(SettlementIdx settlement) {
    const SettlementReach& reach = view_->reach[settlement];
    const Women women = view_->women[settlement];
    ++coverage_.n_settlements;
    coverage_.total += women;
    coverage_.ledger.add(reach.status, women);
    if (!reach.time.reachable()) return;
    coverage_.in_band[view_->bands.band_of(reach.time)] += women;
    times_.push_back({reach.time, women.all});
    if (is_across_border(settlement, reach.centre)) coverage_.across_border += women;
  }

  AreaCoverage finish() {
    coverage_.times = compute_time_stats(std::move(times_));
    return std::move(coverage_);
  }

 private:
  [[nodiscard]] bool is_across_border(SettlementIdx settlement, CentreIdx centre) const {
    const AreaIdx hers = view_->dataset.settlements.settlements[settlement].district;
    const AreaIdx its = view_->dataset.centres.centres[centre].district;
    return hers.valid() && its.valid() && hers != its;
  }

  const CoverageView* view_;
  AreaCoverage coverage_;
  std::vector<WeightedTime> times_;
};

/// Smallest time at which at least `numerator`/`denominator` of the women is reached.
double quantile_min(const std::vector<WeightedTime>& sorted, Persons women, Persons numerator,
                    Persons denominator) {
  Persons reached = 0;
  for (const WeightedTime& t : sorted) {
    reached += t.women;
    if (reached * denominator >= women * numerator) return t.time.minutes();
  }
  return sorted.back().time.minutes();
}

void require(bool holds, std::string_view what, std::string_view where) {
  if (holds) return;
  throw InvariantError({.what = fmt::format("{} do not add up", what),
                        .where = std::string(where),
                        .why = "a coverage whose parts are not the whole cannot be trusted",
                        .hint = "please report this with the dataset and the scenario"});
}

Women sum(const std::vector<Women>& parts) {
  Women total;
  for (const Women part : parts) total += part;
  return total;
}

void check_one(const AreaCoverage& area, std::string_view where) {
  const ReachLedger& ledger = area.ledger;
  require(ledger.total() == area.total, "the five classes of women", where);
  const Women timed = sum(area.in_band);
  require(timed.all == area.times.women, "the women in the bands", where);
  require(timed.all >= ledger.reached.all && timed.all <= (ledger.reached + ledger.beyond).all,
          "bands and classes", where);
}

void check_parts(const AreaCoverage& parts, const AreaCoverage& whole, std::string_view where) {
  require(parts.n_settlements == whole.n_settlements, "the settlements of the areas", where);
  require(parts.total == whole.total, "the women of the areas", where);
  require(parts.ledger == whole.ledger, "the classes of the areas", where);
  require(parts.in_band == whole.in_band, "the bands of the areas", where);
  require(parts.across_border == whole.across_border, "the women across borders", where);
}

void accumulate(AreaCoverage& sum, const AreaCoverage& part) {
  sum.n_settlements += part.n_settlements;
  sum.total += part.total;
  sum.across_border += part.across_border;
  sum.ledger.reached += part.ledger.reached;
  sum.ledger.beyond += part.ledger.beyond;
  sum.ledger.no_service += part.ledger.no_service;
  sum.ledger.cut_off += part.ledger.cut_off;
  sum.ledger.off_network += part.ledger.off_network;
  sum.in_band.resize(std::max(sum.in_band.size(), part.in_band.size()));
  for (std::size_t b = 0; b < part.in_band.size(); ++b) sum.in_band[b] += part.in_band[b];
}

}  // namespace

void ReachLedger::add(ReachStatus status, Women women) {
  switch (status) {
    case ReachStatus::kReached:
      reached += women;
      return;
    case ReachStatus::kBeyond:
      beyond += women;
      return;
    case ReachStatus::kNoService:
      no_service += women;
      return;
    case ReachStatus::kCutOff:
      cut_off += women;
      return;
    case ReachStatus::kOffNetwork:
      off_network += women;
      return;
  }
}

Women AreaCoverage::within(std::size_t band) const {
  assert(band + 1 < in_band.size());
  Women women;
  for (std::size_t b = 0; b <= band; ++b) women += in_band[b];
  return women;
}

TimeStats compute_time_stats(std::vector<WeightedTime> times) {
  std::erase_if(times, [](const WeightedTime& t) { return t.women == 0; });
  if (times.empty()) return {};
  std::sort(times.begin(), times.end(),
            [](const WeightedTime& a, const WeightedTime& b) { return a.time < b.time; });
  Persons women = 0;
  std::int64_t woman_ms = 0;  // 10^9 women x 2^31 ms fit
  for (const WeightedTime& t : times) {
    women += t.women;
    woman_ms += t.women * t.time.ms();
  }
  return {.women = women,
          .mean_min = static_cast<double>(woman_ms) / static_cast<double>(women) / 60000.0,
          .median_min = quantile_min(times, women, 1, 2),
          .p90_min = quantile_min(times, women, 9, 10),
          .max_min = times.back().time.minutes()};
}

AreaIdx area_of(const Settlement& settlement, AreaLevel level) {
  switch (level) {
    case AreaLevel::kDistrict:
      return settlement.district;
    case AreaLevel::kSubdivision:
      return settlement.subdivision;
    case AreaLevel::kBlock:
      return settlement.block;
  }
  return {};
}

AreaCoverage summarize_all(const CoverageView& view) {
  Summary summary(view);
  for (const SettlementIdx s : indices(view.reach)) summary.add(s);
  return summary.finish();
}

LevelCoverage summarize_level(const CoverageView& view, AreaLevel level) {
  std::vector<Summary> summaries(view.dataset.areas(level).areas.size(), Summary(view));
  Summary unassigned(view);
  for (const SettlementIdx s : indices(view.reach)) {
    const AreaIdx area = area_of(view.dataset.settlements.settlements[s], level);
    (area.valid() ? summaries[area.value()] : unassigned).add(s);
  }
  LevelCoverage coverage{.level = level, .areas = {}, .unassigned = unassigned.finish()};
  for (Summary& summary : summaries) coverage.areas.push_back(summary.finish());
  return coverage;
}

void check_adds_up(const LevelCoverage& level, const AreaCoverage& all) {
  const std::string_view name = to_string(level.level);
  check_one(all, "the whole study area");
  AreaCoverage parts = level.unassigned;
  check_one(level.unassigned, name);
  for (const AreaCoverage& area : level.areas) {
    check_one(area, name);
    accumulate(parts, area);
  }
  check_parts(parts, all, name);
}

}  // namespace pahunch
