/// \file
/// All numbers of a result in one row, to be compared to the last bit.
#pragma once

#include <vector>

#include "sim/monte_carlo/experiment.h"

namespace pahunch::test {

using Numbers = std::vector<double>;

inline void list_moments(const RunningMoments& moments, Numbers& out) {
  out.insert(out.end(), {static_cast<double>(moments.n()), moments.mean(), moments.squares()});
}

inline Numbers list_numbers(const CentreMoments& centre) {
  Numbers out;
  list_moments(centre.cases, out);
  list_moments(centre.p_not_helped, out);
  const CentreTally& sums = centre.sums;
  const ProbeTally& probes = sums.probes;
  for (const std::int64_t count :
       {sums.n_cases, sums.n_reached, sums.reach_ms, sums.n_helped_late, sums.n_turned_away,
        sums.n_disposed_own, sums.n_disposed_any, sums.n_open_at_start, sums.n_open_at_end,
        sums.n_unfinished, sums.present_ms, probes.n, probes.n_full, probes.n_late,
        probes.n_late_or_full, probes.wait_ms, probes.n_helped}) {
    out.push_back(static_cast<double>(count));
  }
  for (const StepTally& step : sums.steps) {
    for (const std::int64_t count : {step.n_asked, step.n_started, step.n_refused, step.n_late,
                                     step.wait_ms, step.waiting_ms, step.serving_ms}) {
      out.push_back(static_cast<double>(count));
    }
  }
  return out;
}

inline void list_weeks(const WeekBook& book, Numbers& out) {
  for (const WeekFigures& area : book) {
    out.push_back(static_cast<double>(area.n_bed_years));
    for (const WeekSeries& series : area.series) {
      out.insert(out.end(), {static_cast<double>(series.sum), static_cast<double>(series.weight)});
      for (const auto& [number, n] : series.by_year.classes()) {
        out.insert(out.end(), {static_cast<double>(number), static_cast<double>(n)});
      }
    }
  }
}

/// All but the centres.
inline Numbers list_people(const SetResult& set) {
  Numbers out;
  for (const RunningMoments& settlement : set.p_served) list_moments(settlement, out);
  for (const auto& limit : set.p_within) {
    for (const ShareSums& sums : limit) out.insert(out.end(), {sums.sum, sums.squares});
  }
  for (std::size_t i = 0; i < kNStandings; ++i) {
    list_moments(set.rural[i], out);
    list_moments(set.all[i], out);
  }
  for (const BlockMoments& block : set.blocks) {
    out.insert(out.end(), block.women.begin(), block.women.end());
    list_moments(block.not_served, out);
  }
  for (const RunningMoments* moments : {&set.need, &set.registered, &set.unreported,
                                        &set.unreachable, &set.disposed_own, &set.disposed_any}) {
    list_moments(*moments, out);
  }
  return out;
}

inline Numbers list_numbers(const SetResult& set) {
  Numbers out = list_people(set);
  for (const CentreMoments& centre : set.centres) {
    const Numbers numbers = list_numbers(centre);
    out.insert(out.end(), numbers.begin(), numbers.end());
  }
  out.push_back(static_cast<double>(set.n_events));
  list_weeks(set.weeks, out);
  return out;
}

inline Numbers list_numbers(const std::vector<SetResult>& sets) {
  Numbers out;
  for (const SetResult& set : sets) {
    const Numbers numbers = list_numbers(set);
    out.insert(out.end(), numbers.begin(), numbers.end());
  }
  return out;
}

inline Numbers list_numbers(const ExperimentResult& result) {
  Numbers out = {static_cast<double>(result.n_states), static_cast<double>(result.n_events)};
  for (const DrawSummary& draw : result.draws) {
    const Numbers numbers = list_numbers(draw.sets);
    out.insert(out.end(), draw.places.begin(), draw.places.end());
    out.insert(out.end(), numbers.begin(), numbers.end());
    for (const PairMoments& pair : draw.served_by_first_and) {
      list_moments(pair.difference(), out);
    }
  }
  for (const auto& set : result.p_served) {
    for (const auto& draw : set) out.insert(out.end(), draw.begin(), draw.end());
  }
  for (const auto& set : result.noise) out.insert(out.end(), set.begin(), set.end());
  for (const auto& limit : result.within) {
    for (const ServedByDraw& set : limit) {
      for (const auto& draw : set.p_served) out.insert(out.end(), draw.begin(), draw.end());
      out.insert(out.end(), set.noise.begin(), set.noise.end());
    }
  }
  for (const WeekBook& set : result.weeks) list_weeks(set, out);
  return out;
}

}  // namespace pahunch::test
