#include "sim/monte_carlo/sensitivity_run.h"

#include "sim/monte_carlo/not_served.h"
#include "sim/monte_carlo/simulate_draw.h"

namespace pahunch {

SensitivityModel make_sensitivity_model(const World& world, const ParameterSpace& space,
                                        std::uint64_t n_years, Progress& progress) {
  return [&world, &space, n_years, &progress](const DesignPoint& point) {
    const Theta theta = space.make_theta(point.inputs, {world.seed, point.noise});
    const DrawResult drawn = simulate_draw(world, theta, {point.noise * n_years, n_years},
                                           [&progress] { progress.advance(1); });
    std::vector<double> outputs = {count_not_served(drawn.sets.front())};
    if (drawn.sets.size() > 1) {
      outputs.push_back(count_not_served(drawn.sets.back()));
      outputs.push_back(outputs[0] - outputs[1]);
    }
    return outputs;
  };
}

}  // namespace pahunch
