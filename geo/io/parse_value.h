/// \file
/// Values of a row from text. Strict: the whole text must be the value; none when it is not.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pahunch {

/// Without the blanks at both ends.
std::string_view trim(std::string_view text);

/// A finite number with a decimal point: "12", "-3.5", "1e3".
std::optional<double> find_number(std::string_view text);

/// A whole number, also as "203.0".
std::optional<std::int64_t> find_whole_number(std::string_view text);

/// yes/no, true/false, 1/0, T/F, in any case of the letters.
std::optional<bool> find_flag(std::string_view text);

}  // namespace pahunch
