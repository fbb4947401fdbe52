#include "planner/terminal_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace pahunch {
namespace {

using Glyphs = TerminalStyle::Glyphs;
using Colour = TerminalStyle::Colour;

constexpr std::size_t kEighths = 8;
constexpr std::array<std::string_view, kEighths> kPartBlocks = {"",  "▏", "▎", "▍",
                                                                "▌", "▋", "▊", "▉"};

bool is_utf8(std::string locale) {
  std::ranges::transform(locale, locale.begin(), [](unsigned char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  });
  return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
}

int hex_part(std::string_view colour, std::size_t at) {
  int value = 0;
  const std::string_view part = colour.substr(at, 2);
  std::from_chars(part.data(), part.data() + part.size(), value, 16);
  return value;
}

/// In the cube of six levels a part, 0, 95, 135, … 255.
int cube_level(int value) {
  constexpr int kFirst = 48, kSecond = 115, kZero = 35, kStep = 40;
  if (value < kFirst) return 0;
  return value < kSecond ? 1 : (value - kZero) / kStep;
}

}  // namespace

TerminalStyle find_terminal_style(const TerminalFacts& facts) {
  TerminalStyle style;
  if (!facts.is_terminal) return style;
  if (is_utf8(facts.locale)) style.glyphs = Glyphs::kBlocks;
  const bool has_colours = !facts.kind.empty() && facts.kind != "dumb";
  if (has_colours && facts.no_color.empty()) style.colour = Colour::kOn;
  return style;
}

std::string in_colour(std::string_view text, std::string_view colour, const TerminalStyle& style) {
  if (style.colour == Colour::kOff || colour.size() != 7) return std::string(text);
  const int number = 16 + 36 * cube_level(hex_part(colour, 1)) +
                     6 * cube_level(hex_part(colour, 3)) + cube_level(hex_part(colour, 5));
  return fmt::format("\033[38;5;{}m{}\033[0m", number, text);
}

std::string draw_bar(double share, std::size_t width, const TerminalStyle& style) {
  const std::size_t n_parts = style.glyphs == Glyphs::kBlocks ? kEighths : 1;
  const auto most = width * n_parts;
  auto n = static_cast<std::size_t>(
      std::llround(std::clamp(share, 0.0, 1.0) * static_cast<double>(most)));
  if (share > 0) n = std::max<std::size_t>(n, 1);
  std::string bar;
  for (std::size_t i = 0; i < n / n_parts; ++i) bar += n_parts == 1 ? "#" : "█";
  if (n % n_parts != 0) bar += kPartBlocks[n % n_parts];
  return bar + std::string(width - (n + n_parts - 1) / n_parts, ' ');
}

}  // namespace pahunch
