#include "planner/simulation/model_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace pahunch {
namespace {

/// Enough to place a year to within some 5%, few enough to cost little beside the years themselves.
constexpr std::size_t kDraws = 40;
constexpr std::size_t kYearsPerDraw = 3;

std::string find_disposal_obstacle(const std::vector<CaseYear>& cases, DisposalReading reading) {
  if (std::ranges::all_of(cases, [](const CaseYear& year) { return year.disposed <= 0; })) {
    return "the table says of no case that it was disposed";
  }
  for (const CaseYear& year : cases) {
    if (year.registered <= 0) return fmt::format("no case is on record in {}", year.year);
    if (reading == DisposalReading::kOwnCases && year.disposed > year.registered) {
      return fmt::format("more were disposed than registered in {}", year.year);
    }
  }
  return "";
}

DisposalCheck check_disposal(const std::vector<CaseYear>& cases,
                             const DisposalAssumptions& assumed) {
  DisposalCheck check{.assumed = assumed, .fit = {}, .obstacle = {}};
  check.obstacle = find_disposal_obstacle(cases, assumed.reading);
  if (check.obstacle.empty()) check.fit = fit_disposal(cases, assumed);
  return check;
}

YearMonth find_worst_month(const FloodTable& floods, double frac) {
  std::size_t worst = 0;
  double most = -1;
  for (std::size_t at = 0; at < floods.months.size(); ++at) {
    const double share = get_share_above(floods.frac[at], floods.blocks, frac);
    if (share > most) worst = at;
    most = std::max(most, share);
  }
  return floods.months[worst];
}

void check_floods(const CheckInputs& inputs, ModelChecks& checks) {
  const FloodTrials trials{.seed = inputs.seed, .n_draws = kDraws, .n_years = kYearsPerDraw};
  if (inputs.floods.years().size() >= 2) {
    checks.left_out = leave_one_year_out(inputs.floods, inputs.fit.prior, trials);
    checks.n_flood_years_drawn = kDraws * kYearsPerDraw;
  }
  for (const YearMonth month : find_worst_months(inputs.floods)) {
    checks.worst_months.push_back(rank_month(inputs.floods, inputs.fit, month, trials));
  }
}

void check_forecast(const CheckInputs& inputs, ModelChecks& checks) {
  if (const auto obstacle = find_forecast_obstacle(inputs.cases)) {
    checks.no_forecast = *obstacle;
    return;
  }
  const std::size_t n_districts = std::max<std::size_t>(inputs.n_districts, 1);
  checks.forecast = predict_last_year(
      inputs.cases, spread_of_years(inputs.demand.district_variance, n_districts));
}

}  // namespace

bool holds(const DisposalFit& fit) {
  return std::ranges::all_of(
      fit.years, [](const DisposalYear& year) { return std::abs(year.misfit) <= kMostMisfit; });
}

std::vector<DisposalCheck> check_disposals(const std::vector<CaseYear>& cases) {
  std::vector<DisposalCheck> checks;
  checks.push_back(check_disposal(cases, {.reading = DisposalReading::kOwnCases}));
  for (const Backlog backlog : {Backlog::kNone, Backlog::kSteady}) {
    checks.push_back(
        check_disposal(cases, {.reading = DisposalReading::kAnyCase, .backlog = backlog}));
  }
  return checks;
}

std::vector<YearMonth> find_worst_months(const FloodTable& floods) {
  std::vector<YearMonth> worst;
  for (const double frac : {kWet_frac, kFlooded_frac}) {
    const bool dry = std::ranges::all_of(floods.frac, [&](const std::vector<double>& month) {
      return get_share_above(month, floods.blocks, frac) <= 0;
    });
    if (!dry) worst.push_back(find_worst_month(floods, frac));
  }
  std::ranges::sort(worst);
  worst.erase(std::unique(worst.begin(), worst.end()), worst.end());
  return worst;
}

ModelChecks check_model(const CheckInputs& inputs) {
  ModelChecks checks;
  check_forecast(inputs, checks);
  for (const CaseYear& year : inputs.cases) checks.years.push_back(year.year);
  checks.disposals = check_disposals(inputs.cases);
  check_floods(inputs, checks);
  return checks;
}

}  // namespace pahunch
