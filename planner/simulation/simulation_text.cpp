#include "planner/simulation/simulation_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/markdown_text.h"
#include "planner/simulation/capacity_text.h"
#include "planner/simulation/conclusions.h"
#include "planner/simulation/exclusions.h"
#include "planner/simulation/hazard_text.h"
#include "planner/simulation/model_checks_text.h"
#include "planner/simulation/sensitivity_text.h"
#include "planner/simulation/simulation_figures.h"
#include "planner/simulation/spot_text.h"
#include "planner/simulation/spread_json.h"
#include "planner/summary/run_summary.h"
#include "sim/statistics/share_interval.h"

namespace pahunch {
namespace {

constexpr std::size_t kWorstShown = 10;
constexpr std::size_t kParametersShown = 8;

Persons total_rural(const SimulatedStudy& simulated) {
  Persons women = 0;
  for (const Women counted : women_of(simulated.study)) women += counted.rural;
  return women;
}

std::string definition(const Scenario& scenario) {
  return fmt::format(
      "in reach within {} minutes and neither turned away nor kept waiting more than {} days, with "
      "a "
      "chance of at least {} over a year with its floods",
      limit_text(scenario.max_minutes), scenario.simulation.max_wait_days,
      scenario.simulation.min_probability);
}

std::string size_words(const ExperimentSize& size) {
  return fmt::format("{} years: {} draws of all uncertain inputs, {} years each",
                     count_text(static_cast<Persons>(size.n_years())), size.n_draws,
                     size.n_years_per_draw);
}

std::string count_bases(const std::vector<UncertainParameter>& parameters) {
  const auto count = [&](Basis basis) {
    return std::ranges::count(parameters, basis, &UncertainParameter::basis);
  };
  return fmt::format("Of {} uncertain inputs {} are assumed, {} are priors and {} measured",
                     parameters.size(), count(Basis::kAssumed), count(Basis::kPrior),
                     count(Basis::kMeasured));
}

std::string ending_words(const SimulationReport& report) {
  const ExperimentSize& asked = report.plan.size;
  const ExperimentSize& done = report.result.size;
  if (report.ending == Ending::kComplete) return "";
  if (report.ending == Ending::kNarrowEnough) {
    return fmt::format("Stopped after {} of {} years, as the interval was narrow enough.\n\n",
                       done.n_years(), asked.n_years());
  }
  return fmt::format(
      "> **Partial: interrupted after {} of {} draws with {} of {} years each.** The same command "
      "goes on from there. Draws are not balanced over their ranges before the end.\n\n",
      done.n_draws, asked.n_draws, done.n_years_per_draw, asked.n_years_per_draw);
}

std::string verdict_table(const SimulatedStudy& simulated) {
  const WomenBySettlement counted = women_of(simulated.study);
  const Persons total = total_rural(simulated);
  std::string out =
      "| set | centres | underserved: mean (90% of draws) | surely underserved | uncertain | "
      "surely "
      "served |\n|---|---:|---:|---:|---:|---:|\n";
  for (const SetSimulation& set : simulated.report.sets) {
    const auto cell = [&](Verdict verdict) {
      const Persons women = count_rural(set.verdicts, verdict, counted);
      return fmt::format("{} ({})", count_text(women), share_text(women, total));
    };
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", set.name, set.n_centres,
                       spread_text(spread_of(set.underserved)), cell(Verdict::kUnderserved),
                       cell(Verdict::kUncertain), cell(Verdict::kServed));
  }
  return out + "\n";
}

/// How little the many women of one year tell, as they share its floods.
std::string effective_words(const SimulatedStudy& simulated) {
  const SimulationReport& report = simulated.report;
  const std::size_t last = report.sets.size() - 1;
  const Estimate served = estimate_served(report.result, last);
  const auto women = static_cast<double>(total_rural(simulated));
  const double n = effective_sample_size(served.value / women, served.standard_error / women);
  if (!std::isfinite(n)) return "";
  return fmt::format(
      "Women of one year share its floods: the {} women of {} years tell the share served under {} "
      "as well as {} independent ones would.\n\n",
      count_text(total_rural(simulated)),
      count_text(static_cast<Persons>(report.result.size.n_years())), report.sets[last].name,
      women_text(n));
}

/// Rural women by class, of a year on average.
std::string ledger_lines(const SimulatedStudy& simulated) {
  const SimulationReport& report = simulated.report;
  std::string out =
      "## Where rural women stand over a year\n\nMean over all draws and years, and 90% of the "
      "draws. The classes add up to everyone in every year.\n\n| set |";
  for (std::size_t i = 0; i < kNStandings; ++i) {
    out += fmt::format(" {} |", to_string(static_cast<Standing>(i)));
  }
  out += "\n|---|---:|---:|---:|---:|---:|\n";
  for (std::size_t set = 0; set < report.sets.size(); ++set) {
    out += "| " + report.sets[set].name + " |";
    for (std::size_t i = 0; i < kNStandings; ++i) {
      const auto values =
          by_draw(report.result, set, [i](const SetResult& r) -> auto& { return r.rural[i]; });
      out += " " + spread_text(spread_of(values)) + " |";
    }
    out += "\n";
  }
  return out + "\n" + effective_words(simulated);
}

std::string cases_table(const SimulatedStudy& simulated) {
  const SimulationReport& report = simulated.report;
  std::string out =
      "## Cases in a year\n\n| set | need | registered | too far to report | no way that day | "
      "disposed, the year's own | disposed, any |\n|---|---:|---:|---:|---:|---:|---:|\n";
  for (std::size_t set = 0; set < report.sets.size(); ++set) {
    const auto cell = [&](RunningMoments SetResult::*part) {
      return spread_text(spread_of(
          by_draw(report.result, set, [part](const SetResult& r) -> auto& { return r.*part; })));
    };
    out += fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", report.sets[set].name,
                       cell(&SetResult::need), cell(&SetResult::registered),
                       cell(&SetResult::unreported), cell(&SetResult::unreachable),
                       cell(&SetResult::disposed_own), cell(&SetResult::disposed_any));
  }
  return out +
         "\n\"Need\" is what would be registered next door to a centre: who would tell nobody "
         "anywhere is in no figure of cases. How far reporting falls with distance is not "
         "identified "
         "by yearly totals.\n\n";
}

std::string worst_blocks_table(const SimulatedStudy& simulated) {
  const auto& data = simulated.study.dataset;
  const std::size_t set = simulated.report.sets.size() - 1;
  const auto figures = find_block_figures(simulated.report.result, set);
  std::vector<AreaIdx> order;
  for (const AreaIdx at : indices(figures)) order.push_back(at);
  std::ranges::stable_sort(order, std::greater{},
                           [&](AreaIdx at) { return figures[at].not_served.mean; });
  std::string out = fmt::format(
      "## Blocks with most rural women not served, under {}\n\n| block | district | rural women "
      "not "
      "served (90% of draws) | held back by | among the ten worst in |\n|---|---|---:|---|---:|\n",
      simulated.report.sets[set].name);
  for (std::size_t i = 0; i < std::min(kWorstShown, order.size()); ++i) {
    const BlockFigures& block = figures[order[i]];
    out += fmt::format("| {} | {} | {} | {} | {:.0f}% of draws |\n",
                       markdown_text(data.blocks.areas[order[i]].name),
                       district_of_block(data, order[i]), spread_text(block.not_served),
                       find_hold(block), 100 * block.p_worst_10);
  }
  return out + "\n";
}

std::string parameters_lines(const SimulatedStudy& simulated) {
  const SimulationReport& report = simulated.report;
  std::vector<std::pair<double, std::size_t>> strongest;
  for (std::size_t i = 0; i < report.parameters.size(); ++i) {
    strongest.emplace_back(correlate(report, i, report.sets.size() - 1), i);
  }
  std::ranges::stable_sort(strongest, std::greater{},
                           [](const auto& entry) { return std::abs(entry.first); });
  strongest.resize(std::min(strongest.size(), kParametersShown));
  std::string out = fmt::format(
      "## What it rests on\n\n{} (parameters.csv). Those that go most with the answer, by rank "
      "correlation over the {} draws. This is a first look: of so many inputs chance alone lifts "
      "about {:.0f} above {:.2f}, so a name here is a question and not a finding.\n\n| input | "
      "basis | "
      "middle | "
      "range | correlation |\n|---|---|---:|---:|---:|\n",
      count_bases(report.parameters), report.result.size.n_draws,
      0.05 * static_cast<double>(report.parameters.size()),
      2 / std::sqrt(static_cast<double>(report.result.size.n_draws)));
  for (const auto& [correlation, i] : strongest) {
    const UncertainParameter& parameter = report.parameters[i];
    out += fmt::format("| {} | {} | {:.4g} | {:.4g} to {:.4g} | {:+.2f} |\n", parameter.name,
                       to_string(parameter.basis), parameter.range.value, parameter.range.low,
                       parameter.range.high, correlation);
  }
  return out +
         "\nMore years do not narrow the ranges above: they come from what is not known. Four "
         "monsoons carry no statement rarer than one year in five.\n\n";
}

std::string gain_words(const SimulationReport& report) {
  const Estimate gain = estimate_gain(report);
  const std::size_t last = report.sets.size() - 1;
  const auto by_draw = [&] {
    std::vector<double> gains;
    for (const DrawSummary& draw : report.result.draws) {
      gains.push_back(draw.served_by_first_and[last].difference().mean());
    }
    return spread_of(gains);
  }();
  std::string out = fmt::format(
      " On the same draws the plan serves {} more on average over a year (95% interval of the "
      "chance of the years alone: {} to {})",
      spread_text(by_draw), women_text(gain.low), women_text(gain.high));
  const double times = variance_reduction(report.result, last);
  if (!std::isfinite(times)) return out + ".";
  return out + fmt::format(
                   "; independent draws would have needed {:.0f} times as many years for that "
                   "interval.",
                   times);
}

}  // namespace

std::string simulation_opening(const SimulatedStudy& simulated) {
  const auto& sets = simulated.report.sets;
  const Spread before = spread_of(sets.front().underserved);
  const Spread after = spread_of(sets.back().underserved);
  std::string out = "## Who is underserved, with floods, full centres and what is not known\n\n";
  out += ending_words(simulated.report);
  out += hazard_notes(simulated);
  out += fmt::format("**Today {} of {} rural women are underserved", spread_text(before),
                     count_text(total_rural(simulated)));
  if (sets.size() > 1) {
    out += fmt::format("; with {} centres {}", sets.back().n_centres, spread_text(after));
  }
  out += fmt::format(".** Ranges hold 90% of the parameter draws. Served means {}.",
                     definition(simulated.study.scenario));
  if (sets.size() > 1) out += gain_words(simulated.report);
  out += "\n\n";
  out += verdict_table(simulated);
  return out + fmt::format("{}. {}. A verdict is given where {:.0f}% of the draws agree.\n\n",
                           size_words(simulated.report.result.size),
                           count_bases(simulated.report.parameters), 100 * kAgreement);
}

std::string simulation_details(const SimulatedStudy& simulated) {
  const SimulationReport& report = simulated.report;
  return conclusions_lines(simulated) + ledger_lines(simulated) +
         threshold_text(report.thresholds, set_names(report)) + worst_blocks_table(simulated) +
         spot_text(simulated.study.dataset.blocks, report) + cases_table(simulated) +
         capacity_text(report.capacity) + missing_months_lines(simulated) +
         parameters_lines(simulated) + flips_lines(simulated) + sensitivity_lines(report) +
         model_checks_text(report.checks) + exclusions_lines(simulated);
}

std::string simulation_lines(const SimulatedStudy& simulated) {
  std::string out = "\nUnderserved rural women, with floods and full centres (90% of draws)\n";
  for (const SetSimulation& set : simulated.report.sets) {
    out += fmt::format("  {:<12} {:>4} centres   {}\n", set.name, set.n_centres,
                       spread_text(spread_of(set.underserved)));
  }
  return out + "  " + size_words(simulated.report.result.size) + ". " +
         count_bases(simulated.report.parameters) + "\n";
}

}  // namespace pahunch
