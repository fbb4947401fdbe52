#include "planner/terminal_style.h"

#include <catch2/catch.hpp>

using namespace pahunch;
using Glyphs = TerminalStyle::Glyphs;
using Colour = TerminalStyle::Colour;

namespace {

const TerminalFacts kModern = {true, "en_IN.UTF-8", "xterm-256color", ""};
constexpr TerminalStyle kBlocks = {Glyphs::kBlocks, Colour::kOff};

}  // namespace

TEST_CASE("blocks and colours are for a terminal of UTF-8, and neither for a file") {
  CHECK(find_terminal_style(kModern).glyphs == Glyphs::kBlocks);
  CHECK(find_terminal_style(kModern).colour == Colour::kOn);
  TerminalFacts facts = kModern;
  facts.locale = "C";
  CHECK(find_terminal_style(facts).glyphs == Glyphs::kAscii);
  facts.locale = "hi_IN.utf8";
  CHECK(find_terminal_style(facts).glyphs == Glyphs::kBlocks);
  facts.is_terminal = false;
  CHECK(find_terminal_style(facts).glyphs == Glyphs::kAscii);
  CHECK(find_terminal_style(facts).colour == Colour::kOff);
}

TEST_CASE("NO_COLOR and a dumb terminal have no colour, and keep their blocks") {
  TerminalFacts facts = kModern;
  facts.no_color = "1";
  CHECK(find_terminal_style(facts).colour == Colour::kOff);
  CHECK(find_terminal_style(facts).glyphs == Glyphs::kBlocks);
  facts = kModern;
  facts.kind = "dumb";
  CHECK(find_terminal_style(facts).colour == Colour::kOff);
}

TEST_CASE("a bar fills its width, in eighths with blocks, and shows what is more than nothing") {
  CHECK(draw_bar(0.5, 4, {}) == "##  ");
  CHECK(draw_bar(0.001, 4, {}) == "#   ");
  CHECK(draw_bar(0, 4, {}) == "    ");
  CHECK(draw_bar(1, 4, {}) == "####");
  CHECK(draw_bar(2, 4, {}) == "####");
  CHECK(draw_bar(0.5, 2, kBlocks) == "█ ");
  CHECK(draw_bar(0.5625, 2, kBlocks) == "█▏");
  CHECK(draw_bar(0.001, 2, kBlocks) == "▏ ");
  CHECK(draw_bar(1, 2, kBlocks) == "██");
}

TEST_CASE("a colour is the nearest of 256, around the text, and nothing where it is off") {
  CHECK(in_colour("x", "#2166ac", {}) == "x");
  const TerminalStyle style = {Glyphs::kAscii, Colour::kOn};
  CHECK(in_colour("x", "#000000", style) == "\033[38;5;16mx\033[0m");
  CHECK(in_colour("x", "#ffffff", style) == "\033[38;5;231mx\033[0m");
  CHECK(in_colour("x", "#ff0000", style) == "\033[38;5;196mx\033[0m");
  CHECK(in_colour("x", "nonsense", style) == "x");
}
