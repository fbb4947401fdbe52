#include "sim/random/erlang.h"

#include "sim/random/parameter_check.h"
#include "sim/random/portable_math.h"

namespace pahunch {

ErlangDistribution::ErlangDistribution(int n_phases, double mean)
    : n_phases_(static_cast<int>(
          require_positive({"Erlang", "number of phases", static_cast<double>(n_phases)}))),
      phase_mean_(require_not_negative({"Erlang", "mean", mean}) / n_phases) {}

double ErlangDistribution::operator()(RandomStream& random) const {
  double sum = 0;
  for (int phase = 0; phase < n_phases_; ++phase) sum -= portable::log1p(-random.uniform());
  return phase_mean_ * sum;
}

}  // namespace pahunch
