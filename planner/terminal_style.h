/// \file
/// What may be drawn where the results are printed: block characters and colours only where they
/// show.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pahunch {

struct TerminalStyle {
  enum class Glyphs : std::uint8_t { kAscii, kBlocks };
  enum class Colour : std::uint8_t { kOff, kOn };

  Glyphs glyphs = Glyphs::kAscii;
  Colour colour = Colour::kOff;
};

/// What is known of the place.
struct TerminalFacts {
  bool is_terminal = false;
  std::string locale = {};    ///< the first of LC_ALL, LC_CTYPE, LANG that is set
  std::string kind = {};      ///< TERM
  std::string no_color = {};  ///< NO_COLOR: no colour where it is not empty (no-color.org)
};

/// Blocks on a terminal whose locale is UTF-8; colours on one that is not "dumb", unless NO_COLOR
/// forbids them. Neither in a file or a pipe.
TerminalStyle find_terminal_style(const TerminalFacts& facts);

/// "#2166ac" as the nearest of a terminal's 256 colours, around `text`; the text alone where colour
/// is off.
std::string in_colour(std::string_view text, std::string_view colour, const TerminalStyle& style);

/// A bar of `share` (0 to 1) of `width` characters, filled up with blanks: in eighths of a
/// character with blocks, else in whole "#". What is more than nothing shows.
std::string draw_bar(double share, std::size_t width, const TerminalStyle& style);

}  // namespace pahunch
