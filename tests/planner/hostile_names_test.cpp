// Names from other people: nothing in them steers a terminal, a spreadsheet or a browser.
#include <catch2/catch.hpp>

#include <algorithm>

#include "planner/console.h"
#include "tests/support/tiny_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

/// As GeoJSON has it, and as a CSV has it: clears the screen, names the window, runs a program in a
/// spreadsheet and a script in a browser, breaks out of a table.
constexpr const char* kInJson =
    R"(=cmd|' /C calc'!A0\u001b[2J\u001b]0;x\u0007\u009b31m</script><script>alert(1)</script>\u202e)";
constexpr const char* kInCsv =
    "\"=cmd|' /C calc'!A0\x1b[2J\x1b]0;x\x07\xc2\x9b"
    "31m</script><script>alert(1)</script>\xe2\x80\xae\"";

void make_hostile(TinyDataset& data) {
  data.change("settlements.csv", "Gaon Ek", kInCsv);
  data.change("centres.csv", "Paschim OSC", kInCsv);
  data.change("candidates.csv", "Gaon Char", kInCsv);
  data.change("blocks.geojson", "Maner", kInJson);
  data.change("districts.geojson", "Paschim", kInJson);
}

/// Nothing but text and line ends.
bool is_calm(const std::string& text) {
  const bool control = std::ranges::any_of(text, [](char c) {
    const auto code = static_cast<unsigned char>(c);
    return (code < 0x20 && c != '\n') || code == 0x7f;
  });
  return !control && text.find("\xc2\x9b") == std::string::npos &&
         text.find("\xe2\x80\xae") == std::string::npos;
}

}  // namespace

TEST_CASE("no command prints what steers a terminal, whatever the names are") {
  TinyDataset data;
  make_hostile(data);
  const std::vector<std::vector<std::string>> commands = {
      {"run", "--data", "d", "-o", "run"},
      {"coverage", "--data", "d"},
      {"check", "d"},
      {"access", "--data", "d", "--limit", "30"},
      {"matrix", "--data", "d", "--from", "all", "--to", "all"},
      {"optimise", "--data", "d", "--p", "1"},
      {"explain", "run", "--settlement", "S1"},
      {"report", "run", "--district", "all", "-o", "sheets.html"},
      {"compare", "run", "run", "--first-set", "baseline", "--second-set", "plan", "-o", "change"}};
  for (const auto& command : commands) {
    const ProgramResult result = data.run(command);
    INFO(command.front() << "\n" << result.out << result.err);
    CHECK(result.exit_code == 0);
    CHECK(is_calm(result.out));
    CHECK(is_calm(result.err));
  }
}

TEST_CASE("no message of an error prints what steers a terminal") {
  TinyDataset data;
  data.change("settlements.csv", "women", "\x1b[2J\x1b]0;x\x07");
  const ProgramResult column = data.run({"coverage", "--data", "d"});
  CHECK_THAT(column.err, Contains("there is no column"));
  CHECK(is_calm(column.err));
  const ProgramResult word = data.run({"coverage", "--set", "travel.season=\x1b[2J"});
  CHECK(word.exit_code == 2);
  CHECK(is_calm(word.err));
}

TEST_CASE("no file of a run holds what steers a terminal, a spreadsheet or a browser") {
  TinyDataset data;
  make_hostile(data);
  REQUIRE(data.run({"run", "--data", "d", "-o", "run", "--quiet"}).exit_code == 0);
  for (const auto& [name, content] : data.files()) {
    if (!name.starts_with("run/")) continue;
    INFO(name);
    const auto type = std::filesystem::path(name).extension();
    if (type == ".csv" || type == ".md" || type == ".geojson") CHECK(is_calm(content));
    if (type == ".json") CHECK(content.find('\x1b') == std::string::npos);
    if (type == ".csv") CHECK_THAT(content, !Contains("\n=cmd") && !Contains(",=cmd"));
    if (type == ".html") CHECK_THAT(content, !Contains("<script>alert"));
    if (type == ".md") CHECK_THAT(content, !Contains("</script><script>"));
  }
}
