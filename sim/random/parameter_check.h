/// \file
/// Refusal of parameters that a law cannot have.
#pragma once

#include <string_view>

namespace pahunch {

struct LawParameter {
  std::string_view law;   ///< as in "the gamma law"
  std::string_view name;  ///< as in "its shape"
  double value = 0;
};

/// Throws ConfigError: the value is not what `rule` asks for ("must be above 0").
[[noreturn]] void refuse(const LawParameter& parameter, std::string_view rule);

/// The value, or ConfigError where it is not a finite number of that kind.
double require_finite(const LawParameter& parameter);
double require_positive(const LawParameter& parameter);
double require_not_negative(const LawParameter& parameter);

}  // namespace pahunch
