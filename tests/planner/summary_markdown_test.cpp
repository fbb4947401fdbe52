#include <catch2/catch.hpp>

#include "tests/support/drawn_summary.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

std::string markdown_of(const DrawnStudy& drawn) {
  return summary_markdown(DrawnSummary(drawn).get());
}

/// Headings in the order in which they stand.
std::vector<std::string> headings(const std::string& markdown) {
  std::vector<std::string> found;
  std::istringstream lines(markdown);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("#")) found.push_back(line);
  }
  return found;
}

std::ptrdiff_t n_bars(const std::string& line) {
  std::ptrdiff_t n = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    n += line[at] == '|' && (at == 0 || line[at - 1] != '\\') ? 1 : 0;
  }
  return n;
}

}  // namespace

TEST_CASE("summary.md has its parts in the order in which one reads") {
  CHECK(headings(markdown_of(DrawnStudy())) ==
        std::vector<std::string>{"# Drawn", "## In one sentence", "## Women within reach",
                                 "## Under other assumptions", "## Worst off with 'plan'",
                                 "## How unequal", "## Everyone, once", "## What to know"});
}

TEST_CASE("summary.md answers in one sentence") {
  CHECK_THAT(markdown_of(DrawnStudy()),
             Contains("With 2 centres instead of 1, **30 more rural women are within 1 minutes** "
                      "of help, and **20 (15.4%) still are not**."));
}

TEST_CASE("summary.md says in that sentence who loses, and counts them as beyond") {
  DrawnStudy drawn;
  drawn.study.sets[1].open = {CentreIdx(1)};
  CHECK_THAT(
      markdown_of(drawn),
      Contains("With 1 centres instead of 1, **30 rural women come within 1 minutes** of help "
               "and **80 no longer are**; **100 (76.9%) are not**."));
}

TEST_CASE("summary.md has no such sentence for one set") {
  DrawnStudy drawn;
  drawn.study.sets.pop_back();
  const std::string markdown = markdown_of(drawn);
  CHECK_THAT(markdown, !Contains("In one sentence") && !Contains("| newly covered | covered"));
}

TEST_CASE("summary.md counts rural and all women within each limit") {
  const std::string markdown = markdown_of(DrawnStudy());
  CHECK_THAT(markdown, Contains("| baseline | 1 | 80 (61.5%) | 80 (61.5%) | 110 (84.6%) |") &&
                           Contains("| plan | 2 | 130 (65.0%) | 180 (90.0%) | 180 (90.0%) |"));
}

TEST_CASE("summary.md shows what changes at each limit") {
  const std::string markdown = markdown_of(DrawnStudy());
  CHECK_THAT(markdown,
             Contains("| 1 min | 30 | 80 | 0 | 20 |") && Contains("| 2 min | 0 | 110 | 0 | 20 |"));
}

TEST_CASE("summary.md accounts for everyone once") {
  CHECK_THAT(markdown_of(DrawnStudy()), Contains("| plan | 180 | 0 | 0 | 0 | 20 | 200 |"));
}

TEST_CASE("every table of summary.md has as many cells in each row as in its head") {
  std::istringstream lines(markdown_of(DrawnStudy()));
  std::string before;
  for (std::string line; std::getline(lines, line);) {
    if (before.starts_with("|") && line.starts_with("|")) {
      INFO(before << '\n' << line);
      CHECK(n_bars(before) == n_bars(line));
    }
    before = line;
  }
}

TEST_CASE("a notice stands at the top of summary.md") {
  DrawnStudy drawn;
  drawn.study.dataset.words.notice = "Roads are modelled.";
  CHECK_THAT(markdown_of(drawn), Catch::StartsWith("# Drawn\n\n> Roads are modelled.\n"));
}

TEST_CASE("summary.md tells the notes and the failed checks of centres, and the sources") {
  DrawnStudy drawn;
  drawn.centre(1).note = "by one report";
  drawn.study.dataset.words.attribution = {"made up for tests"};
  CHECK_THAT(markdown_of(drawn),
             Contains("- Kendra C2 (C2): by one report\n") &&
                 Contains("- Kendra C3 (C3), self-check: no usable road near\n") &&
                 Contains("- Data: made up for tests\n"));
}

TEST_CASE("a name cannot break a table of summary.md or mark it up") {
  DrawnStudy drawn;
  drawn.study.dataset.blocks.areas[AreaIdx(2)].name = "a|b*c_d`e<f[g#h\ni";
  CHECK_THAT(markdown_of(drawn), Contains("a\\|b\\*c\\_d\\`e\\<f\\[g\\#h i"));
}

TEST_CASE("nobody with a time leaves dashes, not numbers, among the inequalities") {
  DrawnStudy drawn;
  drawn.study.sets = {{"none", {}}};
  CHECK_THAT(markdown_of(drawn), Contains("| none | – | – | – | – |"));
}
