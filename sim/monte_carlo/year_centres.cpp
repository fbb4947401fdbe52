#include "sim/monte_carlo/year_centres.h"

#include <algorithm>

#include "sim/operations/probe_times.h"

namespace pahunch {
namespace {

/// When floods hold the centre in the year; adjoining months are one stretch.
std::vector<Span> find_closed_spans(const CentreYear& year, SiteIdx site) {
  std::vector<Span> closed;
  for (std::size_t month = 0; month < kMonths; ++month) {
    const auto& lost = year.pool[year.roads.state[month]].lost;
    if (!std::ranges::binary_search(lost, site)) continue;
    const Span span = year.roads.flooded_span(month);
    if (span.begin == span.end) continue;
    if (!closed.empty() && closed.back().end == span.begin) {
      closed.back().end = span.end;
    } else {
      closed.push_back(span);
    }
  }
  return closed;
}

IdxVector<CentreIdx, CentreResources> find_resources(const CentreYear& year) {
  IdxVector<CentreIdx, CentreResources> resources;
  const auto& centres = year.world.dataset.centres.centres;
  for (const CentreIdx at : indices(centres)) {
    CentreResources own = make_centre_resources(year.theta.operations, centres[at]);
    own.closed = find_closed_spans(year, SiteIdx(at.value()));
    resources.push_back(std::move(own));
  }
  return resources;
}

}  // namespace

YearAtCentres run_centres(const CentreYear& year, YearCases& cases) {
  const CentreSimulator simulator(year.theta.operations, find_resources(year));
  const auto& open = year.world.sets[year.set];
  std::vector<std::vector<CentreOption>> options;
  std::vector<ProbedCentre> probed;
  options.reserve(open.size());
  for (const SiteIdx site : open) {
    options.push_back(year.world.neighbours[year.set].options_from(site, TravelTime()));
    probed.push_back({simulator.centres()[CentreIdx(site.value())].key, options.back()});
  }
  auto probes = make_probes(
      probed, {.seed = year.world.seed, .replicate = year.replicate, .n = kProbesPerCentre});
  // While floods hold a centre nobody is sent to it: that is told by the roads, not by the centre.
  std::erase_if(probes, [&](const ProbeArrival& probe) {
    const auto& closed = simulator.centres()[probe.options.front().centre].closed;
    return std::ranges::any_of(closed, [&](const Span& span) { return span.holds(probe.at); });
  });
  ListedArrivals arrivals(cases.arrivals());
  const ReplicateYear replicate{
      .seed = year.world.seed,
      .replicate = year.replicate,
      .warm_up_ms = kWarmUpMs,
      .longest_wait_ms = static_cast<TimeMs>(year.world.rules.max_wait_days * kDayMs)};
  YearAtCentres done{simulator.run(replicate, arrivals, probes),
                     IdxVector<SiteIdx, double>(year.world.inputs.sites.size(), 1.0)};
  const double p_sheltered = year.theta.operations.shelter.p_sheltered.value;
  for (const SiteIdx site : open) {
    const ProbeTally& tally = done.result.centres[CentreIdx(site.value())].probes;
    if (tally.n > 0) done.p_not_helped[site] = estimate_p_not_helped(tally, p_sheltered);
  }
  return done;
}

}  // namespace pahunch
