/// \file
/// Text from data within Markdown.
#pragma once

#include <string>
#include <string_view>

namespace pahunch {

/// For a cell or a sentence: on one line, with no mark-up of its own.
std::string markdown_text(std::string_view text);

}  // namespace pahunch
