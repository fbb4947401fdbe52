/// \file
/// How the pull of a centre falls with cost. Each is a function of a cost that is not negative; the
/// weight beyond `max_cost` (inclusive limit) is 0.
#pragma once

#include <functional>
#include <limits>
#include <vector>

namespace pahunch {

using Decay = std::function<double(double cost)>;

struct DecayStep {
  double max_cost = 0;  ///< inclusive
  double weight = 0;
};

/// 1 up to the limit (2SFCA).
Decay make_binary_decay(double max_cost);
/// The weight of the first step whose limit is not below the cost (E2SFCA; Luo & Qi 2009).
/// Throws ConfigError unless limits ascend and weights are within [0, 1].
Decay make_step_decay(std::vector<DecayStep> steps);
/// exp(-cost^2 / (2 sigma^2)). Throws ConfigError unless sigma is positive.
Decay make_gaussian_decay(double sigma, double max_cost = std::numeric_limits<double>::infinity());
/// max(cost, min_cost)^-exponent: Hansen (1959). `min_cost` keeps a cost of 0 finite. Throws
/// ConfigError unless both are positive.
struct PowerDecay {
  double exponent = 1;
  double min_cost = 1;
  double max_cost = std::numeric_limits<double>::infinity();
};
Decay make_power_decay(const PowerDecay& power);
/// exp(-rate cost). Throws ConfigError unless the rate is positive.
Decay make_exponential_decay(double rate,
                             double max_cost = std::numeric_limits<double>::infinity());

/// The sigma at which the Gaussian weight at `max_cost` is 0.01, as in Wan, Zou & Sternberg (2012).
double gaussian_sigma_for(double max_cost);

}  // namespace pahunch
