/// \file
/// The result of a parcel as bytes, for a file that the same build of the program reads again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/monte_carlo/draw_result.h"

namespace pahunch {

std::string to_bytes(const DrawResult& result);

/// The same numbers to the last bit; none where the bytes are too few or too many. Precondition:
/// they were made by this build (files carry a checksum and its key).
std::optional<DrawResult> from_bytes(std::string_view bytes);

}  // namespace pahunch
