#include "sim/monte_carlo/sensitivity_study.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "geo/base/parallel.h"
#include "sim/random/random_stream.h"

namespace pahunch {
namespace {

/// Outputs of all points of a design: [output][point].
template <class Design>
std::vector<std::vector<double>> run_design(const Design& design, const SensitivityModel& model) {
  std::vector<std::vector<double>> by_point(design.n_points());
  for_each_in_parallel(by_point.size(),
                       [&](std::size_t i) { by_point[i] = model(design.point(i)); });
  std::vector<std::vector<double>> outputs(by_point.front().size());
  for (const auto& values : by_point) {
    for (std::size_t k = 0; k < outputs.size(); ++k) outputs[k].push_back(values[k]);
  }
  return outputs;
}

std::string group_of(const std::string& input) { return input.substr(0, input.find('.')); }

InputColumn& find_group(const std::string& name, std::size_t first, std::vector<InputColumn>& all) {
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
  const auto found =
      std::find_if(begin, all.end(), [&](const auto& at) { return at.name == name; });
  return found != all.end() ? *found : all.emplace_back(InputColumn{name, {}});
}

}  // namespace

std::uint64_t count_morris_runs(const SensitivitySizes& sizes, std::size_t n_inputs) {
  return sizes.n_trajectories * (n_inputs + 2);
}

std::uint64_t count_sobol_runs(const SensitivitySizes& sizes, std::size_t n_columns) {
  return sizes.n_rows * (n_columns + 3);
}

std::vector<std::size_t> rank_inputs(std::span<const MorrisEffects> morris) {
  std::vector<double> part(morris.front().inputs.size());
  for (const MorrisEffects& effects : morris) {
    double all = 0;
    for (const ElementaryEffect& input : effects.inputs) all += input.mean_absolute.value;
    for (std::size_t i = 0; i < part.size() && all > 0; ++i) {
      part[i] += effects.inputs[i].mean_absolute.value / all;
    }
  }
  std::vector<std::size_t> ranked(part.size());
  std::iota(ranked.begin(), ranked.end(), std::size_t{0});
  std::ranges::stable_sort(ranked, std::greater{}, [&](std::size_t i) { return part[i]; });
  return ranked;
}

std::vector<InputColumn> make_columns(const std::vector<std::string>& inputs,
                                      std::span<const std::size_t> ranked, std::size_t n_kept) {
  std::vector<InputColumn> columns;
  std::vector<bool> alone(inputs.size());
  for (const std::size_t input : ranked.first(std::min(n_kept, ranked.size()))) {
    columns.push_back({inputs[input], {input}});
    alone[input] = true;
  }
  const std::size_t n_alone = columns.size();
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (!alone[i]) find_group(group_of(inputs[i]), n_alone, columns).inputs.push_back(i);
  }
  for (std::size_t c = n_alone; c < columns.size(); ++c) {
    const bool parted = std::any_of(
        columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(n_alone),
        [&](const InputColumn& kept) { return group_of(kept.name) == columns[c].name; });
    if (parted) columns[c].name += ", the others";
  }
  return columns;
}

std::vector<double> expand_columns(std::span<const InputColumn> columns,
                                   std::span<const double> places, std::uint64_t seed) {
  std::size_t n_inputs = 0;
  for (const InputColumn& column : columns) n_inputs += column.inputs.size();
  std::vector<double> inputs(n_inputs);
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto& group = columns[c].inputs;
    if (group.size() == 1) {
      inputs[group.front()] = places[c];
      continue;
    }
    RandomStream random({.seed = seed,
                         .replicate = std::bit_cast<std::uint64_t>(places[c]),
                         .purpose = Purpose::kDesign,
                         .entity = entity_key(columns[c].name)});
    for (const std::size_t input : group) inputs[input] = random.uniform();
  }
  return inputs;
}

std::vector<MorrisEffects> study_morris(std::size_t n_inputs, const SensitivitySizes& sizes,
                                        const SensitivityModel& model) {
  const MorrisDesign design({.n_trajectories = sizes.n_trajectories,
                             .n_inputs = n_inputs,
                             .noise = NoiseInput::kAdded,
                             .seed = sizes.seed});
  std::vector<MorrisEffects> effects;
  for (const auto& output : run_design(design, model)) {
    effects.push_back(estimate_morris_effects(design, output));
  }
  return effects;
}

std::vector<SobolIndices> study_sobol(std::span<const InputColumn> columns,
                                      const SensitivitySizes& sizes,
                                      const SensitivityModel& model) {
  const SobolDesign design({.n_rows = sizes.n_rows,
                            .n_inputs = columns.size(),
                            .noise = NoiseInput::kAdded,
                            .seed = sizes.seed});
  const auto expanded = [&](const DesignPoint& point) {
    return model({expand_columns(columns, point.inputs, sizes.seed), point.noise});
  };
  std::vector<SobolIndices> indices;
  for (const auto& output : run_design(design, expanded)) {
    indices.push_back(estimate_sobol_indices(design, output, {.seed = sizes.seed}));
  }
  return indices;
}

}  // namespace pahunch
