#include "planner/simulation/sensitivity_table.h"

#include <fmt/format.h>

#include <cmath>

#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

struct SensitivityRow {
  std::string method, output, input, basis;
  const ElementaryEffect* effect = nullptr;
  const VarianceShare* share = nullptr;
};

constexpr const char* kNoise = "noise";

std::vector<SensitivityRow> list_rows(const SimulationReport& report) {
  const SensitivityResult& found = *report.side.sensitivity;
  const auto outputs = name_outputs(report);
  std::vector<SensitivityRow> rows;
  for (std::size_t k = 0; k < found.morris.size(); ++k) {
    const MorrisEffects& effects = found.morris[k];
    for (std::size_t i = 0; i < effects.inputs.size(); ++i) {
      const UncertainParameter& parameter = report.parameters[i];
      rows.push_back({"morris", outputs[k], parameter.name, std::string(to_string(parameter.basis)),
                      &effects.inputs[i]});
    }
    if (effects.noise) rows.push_back({"morris", outputs[k], kNoise, "", &*effects.noise});
  }
  for (std::size_t k = 0; k < found.sobol.size(); ++k) {
    const SobolIndices& indices = found.sobol[k];
    for (std::size_t c = 0; c < indices.inputs.size(); ++c) {
      const InputColumn& column = found.columns[c];
      const std::string basis =
          column.inputs.size() > 1
              ? fmt::format("{} inputs", column.inputs.size())
              : std::string(to_string(report.parameters[column.inputs.front()].basis));
      rows.push_back({"sobol", outputs[k], column.name, basis, nullptr, &indices.inputs[c]});
    }
    if (indices.noise) rows.push_back({"sobol", outputs[k], kNoise, "", nullptr, &*indices.noise});
  }
  return rows;
}

Cell finite_cell(double value) { return std::isfinite(value) ? Cell(value) : Cell(); }

using Spec = TableSpec<SensitivityRow>;

void add_effects(Spec& spec) {
  const auto add = [&](const char* name, const char* meaning, auto pick) {
    spec.add(real_column(name, "women", meaning), [pick](const SensitivityRow& row) {
      return row.effect == nullptr ? Cell() : finite_cell(pick(*row.effect));
    });
  };
  using Effect = const ElementaryEffect&;
  add("effect", "mean size of the change when the input moves by half of its range",
      [](Effect e) { return e.mean_absolute.value; });
  add("effect_low", "lower end of its 95% interval", [](Effect e) { return e.mean_absolute.low; });
  add("effect_high", "upper end of it", [](Effect e) { return e.mean_absolute.high; });
  add("effect_signed", "mean change with its sign, when the input rises",
      [](Effect e) { return e.mean.value; });
  add("effect_spread", "standard deviation of the change: large where it hangs on other inputs",
      [](Effect e) { return e.deviation; });
}

void add_shares(Spec& spec) {
  const auto add = [&](const char* name, const char* meaning, auto pick) {
    Column column = real_column(name, "", meaning);
    column.decimals = 3;
    spec.add(column, [pick](const SensitivityRow& row) {
      return row.share == nullptr ? Cell() : finite_cell(pick(*row.share));
    });
  };
  using Share = const VarianceShare&;
  add("first_order", "share of the variance that would go if the input were known",
      [](Share s) { return s.first_order.value; });
  add("first_low", "lower end of its 95% interval", [](Share s) { return s.first_order.low; });
  add("first_high", "upper end of it", [](Share s) { return s.first_order.high; });
  add("total", "share that would be left if all others were known",
      [](Share s) { return s.total.value; });
  add("total_low", "lower end of its 95% interval", [](Share s) { return s.total.low; });
  add("total_high", "upper end of it", [](Share s) { return s.total.high; });
}

}  // namespace

std::vector<std::string> name_outputs(const SimulationReport& report) {
  std::vector<std::string> names = {"not served, " + report.sets.front().name};
  if (report.sets.size() < 2) return names;
  names.push_back("not served, " + report.sets.back().name);
  names.push_back("gain of " + report.sets.back().name);
  return names;
}

Table make_sensitivity_table(const SimulationReport& report) {
  Spec spec;
  const auto add = [&](const char* name, const char* meaning, std::string SensitivityRow::*part) {
    spec.add(text_column(name, meaning),
             [part](const SensitivityRow& row) { return Cell(row.*part); });
  };
  add("method", "morris or sobol", &SensitivityRow::method);
  add("output", "rural women not served under the first set and the last, and the gain",
      &SensitivityRow::output);
  add("input", "an uncertain input, a group of them, or the noise of few years",
      &SensitivityRow::input);
  add("basis", "of one input: measured, prior or assumed; of a group: how many it has",
      &SensitivityRow::basis);
  add_effects(spec);
  add_shares(spec);
  return spec.make("sensitivity", list_rows(report));
}

}  // namespace pahunch
