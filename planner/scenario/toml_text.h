/// \file
/// Values as TOML writes them.
#pragma once

#include <string>
#include <string_view>

namespace pahunch {

/// In quotes, with what TOML does not take escaped.
std::string toml_text(std::string_view text);

/// "[a, b]" of what `write` makes of each item.
template <class List, class Write>
std::string toml_list(const List& items, Write write) {
  std::string out = "[";
  for (const auto& item : items) out += (out.size() > 1 ? ", " : "") + write(item);
  return out + "]";
}

}  // namespace pahunch
