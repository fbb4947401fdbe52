#include "sim/flood/tail_map.h"

#include <algorithm>
#include <cmath>

#include "sim/random/special_functions.h"

namespace pahunch {
namespace {

constexpr std::size_t kTailPoints = 2048;
constexpr double kFarthest = 200;
constexpr double kHalfWay = 2;  // the t in the middle of the table

/// The table's argument: t / (2 + t), which crowds the points where t is small.
double squash(double t) { return t / (kHalfWay + t); }

}  // namespace

TailMap::TailMap(double dof) : dof_(dof), z_(kTailPoints + 1, 0) {
  for (std::size_t i = 1; i <= kTailPoints; ++i) {
    const double s = squash(kFarthest) * static_cast<double>(i) / static_cast<double>(kTailPoints);
    const double t = kHalfWay * s / (1 - s);
    constexpr double kLeastP = 1e-300;  // else the tail of a large dof would round to 0
    const double p = std::max(kLeastP, portable::student_cdf(-t, dof));
    z_[i] = std::max(z_[i - 1], -portable::normal_quantile(p));
  }
}

double TailMap::operator()(double t) const {
  const double size = std::min(std::abs(t), kFarthest);
  const double at = squash(size) / squash(kFarthest) * static_cast<double>(kTailPoints);
  const std::size_t below = std::min(static_cast<std::size_t>(at), kTailPoints - 1);
  const double z = z_[below] + (at - static_cast<double>(below)) * (z_[below + 1] - z_[below]);
  return t < 0 ? -z : z;
}

}  // namespace pahunch
