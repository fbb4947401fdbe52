/// \file
/// What the command line must fulfil.
#pragma once

#include <string>

#include "geo/base/error.h"

namespace pahunch {

/// UsageError where it does not hold.
inline void require_usage(bool holds, const std::string& what, const std::string& hint) {
  if (!holds) throw UsageError({.what = what, .hint = hint});
}

}  // namespace pahunch
