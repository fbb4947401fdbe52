/// \file
/// Names come from files of other people. Before they reach a table or a terminal, everything that
/// is not text is taken out of them.
#pragma once

#include <string>
#include <string_view>

namespace pahunch {

/// Control characters (C0, DEL, C1: also the escape that starts a terminal sequence) and line ends
/// become one space each; characters that reverse the writing direction are dropped; bytes that are
/// not UTF-8 become U+FFFD. Joiners that Devanagari needs stay.
std::string clean_text(std::string_view text);

/// The same for each line of a text, whose line ends stay: of messages that quote names.
std::string clean_lines(std::string_view text);

}  // namespace pahunch
