#include "sim/monte_carlo/simulate_draw.h"

#include <algorithm>
#include <optional>

#include "sim/monte_carlo/year_centres.h"

namespace pahunch {
namespace {

/// Years whose states are routed together: two of them fill a batch of sixteen in a wet theta.
constexpr std::uint64_t kYearsTogether = 4;
/// Marks the streams of the year before a replicate's own.
constexpr std::uint64_t kYearBefore = std::uint64_t{1} << 62;

/// What all years of one draw share.
class DrawYears {
 public:
  DrawYears(const World& world, const Theta& theta)
      : world_(world),
        theta_(theta),
        model_(world.inputs, theta.travel, world.sets, silent_),
        batch_(model_),
        dry_(route_states(StatePool(), model_, batch_)),
        service_(find_road_service(world.inputs, theta.travel, silent_)),
        reporting_(theta.demand.report_at_hour),
        need_(calibrate()),
        floods_(world.blocks, world.lattice, theta.flood),
        closures_(world.exposure, theta.road, {world.seed, theta.draw}) {
    for (const Women& women : world.women) {
      expected_.all[Standing::kServed] += women.all * kWomanMonth * kMonthsInYear;
      expected_.rural[Standing::kServed] += women.rural * kWomanMonth * kMonthsInYear;
    }
  }

  void simulate(const Replicates& replicates, const std::function<void()>& on_year,
                DrawResult& result) {
    StatePool pool;
    std::vector<YearRoads> roads;
    for (std::uint64_t i = 0; i < replicates.n; ++i) {
      roads.push_back(draw_year_roads({floods_, closures_, world_.planned},
                                      {world_.seed, replicates.first + i}, pool));
    }
    const StateTrips trips = route_states(pool, model_, batch_);
    result.n_states += pool.size() - 1;
    for (std::uint64_t i = 0; i < replicates.n; ++i) {
      add_year(simulate_year({roads[i], trips}, pool, replicates.first + i), expected_, result);
      on_year();
    }
  }

 private:
  [[nodiscard]] Need calibrate() const {
    SettlementTimes today;
    for (const Trip& trip : dry_.of(kDryState, 0)) today.push_back(trip.time);
    return calibrate_need({world_.women, today, theta_.demand.registered_per_year}, reporting_);
  }

  [[nodiscard]] std::vector<LatentCase> draw_cases(std::uint64_t replicate) const {
    return draw_latent_cases(need_, theta_.demand, world_.keys, {world_.seed, replicate});
  }

  /// Those of the year before that still matter when the year begins.
  [[nodiscard]] std::vector<LatentCase> draw_cases_before(std::uint64_t replicate) const {
    auto cases = draw_cases(replicate | kYearBefore);
    std::erase_if(cases,
                  [](const LatentCase& drawn) { return drawn.called_ms < kYearMs - kWarmUpMs; });
    return cases;
  }

  std::vector<SetYear> simulate_year(const YearTrips& year, const StatePool& pool,
                                     std::uint64_t replicate) const {
    const auto before = draw_cases_before(replicate);
    const auto own = draw_cases(replicate);
    std::vector<SetYear> sets;
    for (std::size_t set = 0; set < world_.n_sets(); ++set) {
      YearCases cases(world_, reporting_, set);
      cases.add_before(before, dry_.of(kDryState, 0), dry_.of(kDryState, set), -kYearMs);
      cases.add_year(own, year);
      auto centres = run_centres({world_, theta_, year.roads, pool, set, replicate}, cases);
      auto standings = find_standings({world_, year, centres.p_not_helped, service_, set});
      auto weeks = sum_weeks(world_.dataset, open_centres(set), centres.result.weeks);
      sets.push_back({std::move(standings), cases.counts(), std::move(centres.result),
                      std::move(centres.p_not_helped), std::move(weeks)});
    }
    return sets;
  }

  [[nodiscard]] std::vector<CentreIdx> open_centres(std::size_t set) const {
    std::vector<CentreIdx> open;
    for (const SiteIdx site : world_.sets[set]) open.emplace_back(site.value());
    return open;
  }

  const World& world_;
  const Theta& theta_;
  SilentProgress silent_;
  StateModel model_;
  StateModel::Batch batch_;
  StateTrips dry_;
  RoadService service_;
  Reporting reporting_;
  Need need_;
  FloodSampler floods_;
  RoadClosures closures_;
  LedgerPair expected_;
};

}  // namespace

DrawResult simulate_draw(const World& world, const Theta& theta, const Replicates& replicates,
                         const std::function<void()>& on_year) {
  DrawYears years(world, theta);
  DrawResult result = make_draw_result({.n_settlements = world.women.size(),
                                        .n_blocks = world.blocks.size(),
                                        .n_centres = world.inputs.sites.size(),
                                        .n_sets = world.n_sets(),
                                        .n_other_limits = world.rules.other_limits.size(),
                                        .n_week_areas = WeekAreas(world.dataset).size()});
  for (std::uint64_t done = 0; done < replicates.n; done += kYearsTogether) {
    years.simulate({replicates.first + done, std::min(kYearsTogether, replicates.n - done)},
                   on_year, result);
  }
  return result;
}

}  // namespace pahunch
