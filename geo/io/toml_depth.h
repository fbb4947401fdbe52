/// \file
/// How deep the tables of a TOML text lie within each other, told before it is parsed.
///
/// The parser limits lists within lists, but a dotted key (`a.a.a. … = 1`) of any length makes as
/// many tables, each within the last, and taking those apart overruns the stack.
#pragma once

#include <string_view>

namespace pahunch {

/// True where a key or the head of a table has more than 100 parts.
bool is_too_deep(std::string_view toml);

}  // namespace pahunch
