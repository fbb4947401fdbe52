#include "sim/statistics/student.h"

#include <boost/math/distributions/students_t.hpp>
#include <cassert>

#include "sim/random/special_functions.h"
#include "sim/statistics/in_doubles.h"

namespace pahunch {

double student_quantile(double p, double dof) {
  assert(p > 0 && p < 1 && dof > 0);
  return quantile(boost::math::students_t_distribution<double, InDoubles>(dof), p);
}

double student_multiplier(double level, double dof) {
  return student_quantile((1 + level) / 2, dof);
}

double normal_multiplier(double level) { return portable::normal_quantile((1 + level) / 2); }

}  // namespace pahunch
