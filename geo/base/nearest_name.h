/// \file
/// The known name most like a mistyped one, for messages.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pahunch {

/// The candidate with the smallest edit distance (Levenshtein) to `name`; the earlier one on a tie;
/// none when even the best differs in more than half of its letters. Ignores case of ASCII letters.
std::optional<std::string> find_nearest_name(std::string_view name,
                                             std::span<const std::string> candidates);

}  // namespace pahunch
