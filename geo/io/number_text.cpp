#include "geo/io/number_text.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "geo/base/error.h"

namespace pahunch {

std::string fixed_text(double value, int decimals) {
  if (!std::isfinite(value)) {
    throw InvariantError({.what = fmt::format("a number that is not finite ({})", value),
                          .why = "an output holds only numbers; what is not known stays empty"});
  }
  std::string text = fmt::format("{:.{}f}", value, decimals);
  const bool is_zero = text.find_first_not_of("-0.") == std::string::npos;
  if (is_zero && text.front() == '-') text.erase(0, 1);
  return text;
}

double round_to_decimals(double value, int decimals) {
  const std::string text = fixed_text(value, decimals);
  double rounded = 0;
  std::from_chars(text.data(), text.data() + text.size(), rounded);
  return rounded;
}

}  // namespace pahunch
