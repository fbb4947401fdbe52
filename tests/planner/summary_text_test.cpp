#include <catch2/catch.hpp>

#include "tests/support/drawn_summary.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

std::string text_of(const DrawnStudy& drawn) { return summary_text(DrawnSummary(drawn).get()); }

/// The line of a text in which a word stands first.
std::string line_with(const std::string& text, const std::string& word) {
  const auto at = text.find(word);
  if (at == std::string::npos) return "";
  const auto begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

}  // namespace

TEST_CASE("the words on the terminal begin with what is counted and how") {
  DrawnStudy drawn;
  drawn.study.dataset.words.population_note = "all females, made up";
  CHECK_THAT(text_of(drawn),
             Catch::StartsWith("Drawn\nRural women by travel time: she travels to the centre, "
                               "plain, dry season, nearest centre (all females, made up).\n"));
}

TEST_CASE("rural women within each limit stand in a row a set") {
  const std::string text = text_of(DrawnStudy());
  CHECK_THAT(text, Contains("within 0.5 min") && Contains("within 1 min"));
  CHECK_THAT(line_with(text, "baseline  "),
             Contains("80 61.5%") && Contains("110 84.6%") && Catch::EndsWith("110 84.6%"));
  CHECK_THAT(line_with(text, "plan  "), Contains(" 2 ") && Contains("110 84.6%"));
}

TEST_CASE(
    "rural women by minutes stand as bars with their numbers, plain where nothing else fits") {
  const std::string text = text_of(DrawnStudy());
  CHECK_THAT(line_with(text, "0-0.5 min"),
             Contains("80  61.5%  ###############  ") && !Contains("\033"));
  CHECK_THAT(line_with(text, "no way  "), Contains("20  15.4%  ####"));
  const DrawnStudy drawn;
  const std::string shown = summary_text(
      DrawnSummary(drawn).get(), {TerminalStyle::Glyphs::kBlocks, TerminalStyle::Colour::kOn});
  CHECK_THAT(line_with(shown, "0-0.5 min"),
             Contains("80  61.5%  \033[38;5;") && Contains("██████████████▌"));
}

TEST_CASE("columns are as wide as their longest name") {
  DrawnStudy drawn;
  drawn.study.sets[1].name = "a-plan-with-a-rather-long-name";
  const std::string text = text_of(drawn);
  CHECK(line_with(text, "baseline  ").size() ==
        line_with(text, "a-plan-with-a-rather-long-name  ").size());
}

TEST_CASE("what the plan adds and who is left stand in a sentence") {
  CHECK_THAT(text_of(DrawnStudy()),
             Contains("With 'plan' instead of 'baseline', 30 more rural women are within 1 "
                      "minutes; 20 are still beyond (15.4% of 130).\n"));
}

TEST_CASE("women who lose what they had are told") {
  DrawnStudy drawn;
  CHECK_THAT(text_of(drawn), !Contains("no longer are"));
  drawn.study.sets[1].open = {CentreIdx(1)};
  CHECK_THAT(text_of(drawn),
             Contains("30 rural women come within 1 minutes and 80 no longer are; 100 are beyond "
                      "(76.9% of 130)."));
}

TEST_CASE("one set alone is not compared") {
  DrawnStudy drawn;
  drawn.study.sets.pop_back();
  CHECK_THAT(text_of(drawn), !Contains("instead of"));
}

TEST_CASE("other assumptions stand under the headline's own line") {
  const std::string text = text_of(DrawnStudy());
  CHECK_THAT(line_with(text, "(the headline)"), Contains("80  61.5%") && Contains("110  84.6%"));
  CHECK_THAT(line_with(text, "Only centres of her own district"), Contains("110  84.6%"));
}

TEST_CASE("the worst blocks are ranked, those without a way by that word") {
  const std::string text = text_of(DrawnStudy());
  CHECK_THAT(line_with(text, "1. Fatuha"),
             Contains("East") && Contains("no way") && Contains("20 women beyond 1 min"));
  CHECK_THAT(line_with(text, "2. Sonpur"), Contains("0 min") && Contains("0 women beyond"));
}

TEST_CASE("centres that fail their self-check are listed") {
  CHECK_THAT(text_of(DrawnStudy()), Contains("check centre C3: no usable road near"));
}

TEST_CASE("a notice ends the words") {
  DrawnStudy drawn;
  CHECK_THAT(text_of(drawn), !Contains("Note:"));
  drawn.study.dataset.words.notice = "made up";
  CHECK_THAT(text_of(drawn), Catch::EndsWith("\nNote: made up\n"));
}

TEST_CASE("names from files cannot drive the terminal") {
  DrawnStudy drawn;
  drawn.study.dataset.words.title = "Bad\033[2Jtitle";
  drawn.study.dataset.blocks.areas[AreaIdx(2)].name = "Fa\ntuha\033[31m";
  const std::string text = text_of(drawn);
  CHECK(text.find('\033') == std::string::npos);
  CHECK_THAT(text, Contains("Fa tuha"));
}

TEST_CASE("the basis says who travels, by what, when and where to") {
  DrawnStudy drawn;
  Scenario& scenario = drawn.study.scenario;
  drawn.study.profiles["plain"].title = "Plain cart";
  scenario.travel.season = Season::kMonsoon;
  scenario.travel.assignment = Assignment::kOwnDistrict;
  scenario.travel.direction = Direction::kFromCentre;
  CHECK(basis_words(drawn.study) ==
        "the vehicle comes to her, plain cart, monsoon, nearest centre of her own district");
  scenario.travel.direction = Direction::kRoundTrip;
  CHECK_THAT(basis_words(drawn.study), Catch::StartsWith("out and back, "));
  scenario.travel.depart_hour = 22.5;
  CHECK_THAT(basis_words(drawn.study), Contains("plain cart, leaving at 22:30, monsoon"));
  drawn.study.profiles["plain"].service_hours = {5, 21};
  CHECK_THAT(basis_words(drawn.study), Contains("leaving at 22:30, out of service, monsoon"));
  drawn.study.profiles["plain"].fallback = "walk";
  CHECK_THAT(basis_words(drawn.study), Contains("out of service (by walk), monsoon"));
}

TEST_CASE("the population says whom the figures count") {
  DrawnStudy drawn;
  CHECK(population_words(drawn.study) == "all females");
  drawn.study.dataset.words.population_note = "all females, Census 2011";
  CHECK(population_words(drawn.study) == "all females, Census 2011");
  drawn.study.scenario.population = PopulationBasis::k15Plus;
  CHECK(population_words(drawn.study) ==
        "females of 15 years and more (of: all females, Census 2011)");
}

TEST_CASE("the district of a block is found with and without sub-divisions between") {
  DrawnStudy drawn;
  Dataset& data = drawn.study.dataset;
  CHECK(district_of_block(data, AreaIdx(1)) == "East");
  data.subdivisions.areas.push_back({"X", "Between", AreaIdx(0), {}, 0});
  data.blocks.areas[AreaIdx(1)].parent = AreaIdx(0);
  CHECK(district_of_block(data, AreaIdx(1)) == "West");
  data.blocks.areas[AreaIdx(1)].parent = AreaIdx();
  CHECK(district_of_block(data, AreaIdx(1)).empty());
}
