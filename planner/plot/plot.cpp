#include "planner/plot/plot.h"

#include <cmath>

namespace pahunch {

CountScale count_scale(double largest) {
  constexpr double kThousand = 1e3, kMillion = 1e6;
  if (largest >= kMillion) return {kMillion, "million"};
  if (largest >= 2 * kThousand) return {kThousand, "thousand"};
  return {};
}

std::string scaled_label(const std::string& what, const CountScale& scale) {
  return scale.words.empty() ? what : what + ", " + scale.words;
}

double nice_step(double range, int n_steps) {
  const double rough = range / n_steps;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    if (factor * power >= rough) return factor * power;
  }
  return 10 * power;
}

}  // namespace pahunch
