#include "sim/random/uniform_range.h"

#include <fmt/format.h>

#include "sim/random/parameter_check.h"

namespace pahunch {

UniformRange::UniformRange(double low, double high)
    : low_(require_finite({"uniform", "low end", low})),
      high_(require_finite({"uniform", "high end", high})) {
  if (high < low) refuse({"uniform", "high end", high}, fmt::format("must be {} or more", low));
}

}  // namespace pahunch
