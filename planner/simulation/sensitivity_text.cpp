#include "planner/simulation/sensitivity_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "planner/markdown_text.h"
#include "planner/simulation/sensitivity_table.h"
#include "planner/simulation/simulation_figures.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

constexpr std::size_t kInputsShown = 8;

std::string effect_text(const ElementaryEffect& effect) {
  return fmt::format("{} ({} to {})", women_text(effect.mean_absolute.value),
                     women_text(std::max(0.0, effect.mean_absolute.low)),
                     women_text(effect.mean_absolute.high));
}

std::string morris_table(const SimulationReport& report) {
  const SensitivityResult& found = *report.side.sensitivity;
  const auto outputs = name_outputs(report);
  std::string out = "| input | basis |";
  std::string rule = "|---|---|";
  for (const std::string& output : outputs) {
    out += " " + markdown_text(output) + " |";
    rule += "---:|";
  }
  out += "\n" + rule + "\n";
  auto ranked = rank_inputs(found.morris);
  ranked.resize(std::min(ranked.size(), kInputsShown));
  for (const std::size_t input : ranked) {
    const UncertainParameter& parameter = report.parameters[input];
    out += fmt::format("| {} | {} |", parameter.name, to_string(parameter.basis));
    for (const MorrisEffects& effects : found.morris) {
      out += " " + effect_text(effects.inputs[input]) + " |";
    }
    out += "\n";
  }
  out += "| *noise: other years* | |";
  for (const MorrisEffects& effects : found.morris) out += " " + effect_text(*effects.noise) + " |";
  return out + "\n\n";
}

std::string share_cell(const VarianceShare& share) {
  const auto text = [](const Estimate& at) {
    return fmt::format("{:.2f} ({:.2f} to {:.2f})", at.value, at.low, at.high);
  };
  return " " + text(share.first_order) + " | " + text(share.total) + " |";
}

std::string sobol_table(const SimulationReport& report) {
  const SensitivityResult& found = *report.side.sensitivity;
  const auto outputs = name_outputs(report);
  std::string out = "| input or group |";
  std::string rule = "|---|";
  for (const std::string& output : outputs) {
    out += fmt::format(" {0}: alone | {0}: total |", markdown_text(output));
    rule += "---:|---:|";
  }
  out += "\n" + rule + "\n";
  for (std::size_t c = 0; c < found.columns.size(); ++c) {
    const InputColumn& column = found.columns[c];
    out += fmt::format("| {}{} |", column.name,
                       column.inputs.size() > 1 ? fmt::format(" ({})", column.inputs.size()) : "");
    for (const SobolIndices& indices : found.sobol) out += share_cell(indices.inputs[c]);
    out += "\n";
  }
  out += "| *noise: other years* |";
  for (const SobolIndices& indices : found.sobol) out += share_cell(*indices.noise);
  return out + "\n\n";
}

}  // namespace

std::string sensitivity_notice(const SensitivitySettings& asked) {
  constexpr std::uint64_t kGroups = 5;
  if (asked.kind == SensitivityKind::kNone) return "";
  std::string out = fmt::format(
      "sensitivity: Morris makes {0} runs for each uncertain input and "
      "{1} more",
      asked.trajectories, 2 * asked.trajectories);
  if (asked.kind == SensitivityKind::kSobol) {
    const SensitivitySizes sizes{.n_rows = asked.rows};
    out += fmt::format(", Sobol' up to {}", count_sobol_runs(sizes, asked.kept + kGroups));
  }
  return out + fmt::format("; each of {} years, beside those of the simulation", asked.years);
}

std::string sensitivity_lines(const SimulationReport& report) {
  const auto& found = report.side.sensitivity;
  if (!found) return "";
  const SensitivitySettings& asked = report.side.asked;
  const SensitivitySizes sizes{.n_trajectories = asked.trajectories, .n_rows = asked.rows};
  std::string out = fmt::format(
      "## Which inputs move the answer\n\nMorris: {} runs of {} years on common draws. Change of "
      "the rural women when the input moves by half of its range, mean size with its 95% interval; "
      "the {} that move most of {} (sensitivity.csv has all). What is no more than the noise may "
      "be none.\n\n",
      count_morris_runs(sizes, report.parameters.size()), asked.years,
      std::min(kInputsShown, report.parameters.size()), report.parameters.size());
  out += morris_table(report);
  if (found->sobol.empty()) return out;
  return out +
         fmt::format(
             "Sobol': {} runs of {} years. Shares of the variance with 95% intervals: *alone*, "
             "what "
             "would go if the input were known; *total*, what would be left if all others were. "
             "The inputs that moved most each by itself, all others in their groups, chance apart: "
             "the noise is that of {} years, and more years make it smaller, not the others. "
             "Shares near 0 can come out below.\n\n",
             count_sobol_runs(sizes, found->columns.size()), asked.years, asked.years) +
         sobol_table(report);
}

FlipQuestion flip_question(const SimulatedStudy& simulated) {
  const Scenario& scenario = simulated.study.scenario;
  return {simulated.report, women_of(simulated.study), scenario.simulation.min_probability,
          scenario.seed};
}

std::string flips_lines(const SimulatedStudy& simulated) {
  const SimulationReport& report = simulated.report;
  const VerdictFlips flips = find_verdict_flips(flip_question(simulated), report.sets.size() - 1);
  std::vector<std::size_t> order(flips.women.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return flips.women[i]; });
  order.resize(std::min(order.size(), kInputsShown));
  std::string out = fmt::format(
      "## Which input flips most verdicts\n\nRural women whose settlement is underserved, under "
      "{}, by the draws of one half of the input's range and not by those of the other. Draws "
      "parted at random flip up to {} women (95% of partings): more than that speaks of the "
      "input.\n\n| input | basis | rural women whose verdict flips |\n|---|---|---:|\n",
      markdown_text(report.sets.back().name), count_text(flips.by_chance));
  for (const std::size_t i : order) {
    const UncertainParameter& parameter = report.parameters[i];
    out += fmt::format("| {} | {} | {} |\n", parameter.name, to_string(parameter.basis),
                       count_text(flips.women[i]));
  }
  return out + "\n";
}

}  // namespace pahunch
