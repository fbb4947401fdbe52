#include "sim/random/parameter_check.h"

#include <fmt/format.h>

#include <cmath>

#include "geo/base/error.h"

namespace pahunch {

void refuse(const LawParameter& parameter, std::string_view rule) {
  throw ConfigError({.what = fmt::format("the {} law cannot have a {} of {}", parameter.law,
                                         parameter.name, parameter.value),
                     .why = fmt::format("its {} {}", parameter.name, rule),
                     .hint = "correct the value, or the range it is drawn from"});
}

double require_finite(const LawParameter& parameter) {
  if (!std::isfinite(parameter.value)) refuse(parameter, "must be a finite number");
  return parameter.value;
}

double require_positive(const LawParameter& parameter) {
  if (!(require_finite(parameter) > 0)) refuse(parameter, "must be above 0");
  return parameter.value;
}

double require_not_negative(const LawParameter& parameter) {
  if (!(require_finite(parameter) >= 0)) refuse(parameter, "must be 0 or more");
  return parameter.value;
}

}  // namespace pahunch
