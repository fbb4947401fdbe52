#include "geo/coverage/decay.h"

#include <fmt/format.h>

#include <cmath>
#include <string>

#include "geo/base/error.h"

namespace pahunch {

namespace {

void require_positive(double value, const std::string& name) {
  if (std::isfinite(value) && value > 0) return;
  throw ConfigError({.what = fmt::format("{} must be above 0, not {}", name, value),
                     .why = "the pull of a centre would not fall with cost"});
}

void check_steps(const std::vector<DecayStep>& steps) {
  double previous = -1;
  for (const DecayStep& step : steps) {
    if (!std::isfinite(step.max_cost) || step.max_cost <= previous || step.max_cost < 0) {
      throw ConfigError({.what = fmt::format("the step at {} is out of order", step.max_cost),
                         .hint = "give the limits of the steps in ascending order"});
    }
    if (!(step.weight >= 0 && step.weight <= 1)) {
      throw ConfigError({.what = fmt::format("a step cannot weigh {}", step.weight),
                         .hint = "give weights from 0 to 1"});
    }
    previous = step.max_cost;
  }
}

}  // namespace

Decay make_binary_decay(double max_cost) {
  return [max_cost](double cost) { return cost <= max_cost ? 1.0 : 0.0; };
}

Decay make_step_decay(std::vector<DecayStep> steps) {
  check_steps(steps);
  return [steps = std::move(steps)](double cost) {
    for (const DecayStep& step : steps) {
      if (cost <= step.max_cost) return step.weight;
    }
    return 0.0;
  };
}

Decay make_gaussian_decay(double sigma, double max_cost) {
  require_positive(sigma, "the sigma of a Gaussian decay");
  return [sigma, max_cost](double cost) {
    return cost <= max_cost ? std::exp(-cost * cost / (2 * sigma * sigma)) : 0.0;
  };
}

Decay make_power_decay(const PowerDecay& power) {
  require_positive(power.exponent, "the exponent of a power decay");
  require_positive(power.min_cost, "the least cost of a power decay");
  return [power](double cost) {
    return cost <= power.max_cost ? std::pow(std::fmax(cost, power.min_cost), -power.exponent)
                                  : 0.0;
  };
}

Decay make_exponential_decay(double rate, double max_cost) {
  require_positive(rate, "the rate of an exponential decay");
  return [rate, max_cost](double cost) { return cost <= max_cost ? std::exp(-rate * cost) : 0.0; };
}

double gaussian_sigma_for(double max_cost) { return max_cost / std::sqrt(2 * std::log(100.0)); }

}  // namespace pahunch
