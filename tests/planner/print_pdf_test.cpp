// Sheets as PDF, printed by the Chromium of the machine; says so where there is none.
#include "planner/report/print_pdf.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <regex>

#include "geo/base/error.h"
#include "tests/planner/flooded_dataset.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

bool is_installed(const std::string& program) {
  return std::filesystem::exists("/usr/bin/" + program);
}

std::size_t count_pages(const std::string& pdf) {
  const std::regex page("/Type ?/Page[^s]");
  return static_cast<std::size_t>(
      std::distance(std::sregex_iterator(pdf.begin(), pdf.end(), page), std::sregex_iterator()));
}

/// What stands in the file, as `pdftotext` reads it.
std::string text_of(const std::filesystem::path& pdf) {
  const std::filesystem::path text = pdf.string() + ".txt";
  const std::string command = "pdftotext -layout '" + pdf.string() + "' '" + text.string() + "'";
  return std::system(command.c_str()) == 0 ? read_text(text) : "";
}

struct PrintedRun : FloodedDataset {
  PrintedRun() {
    REQUIRE(run({"run", "--data", "d", "-o", "r", "-q", "--set", "simulation.replicates=12",
                 "--set", "simulation.draws=3"})
                .exit_code == 0);
  }
  [[nodiscard]] std::filesystem::path print(const std::vector<std::string>& more) const {
    std::vector<std::string> words = {"report", "r", "-o", "x.pdf", "--overwrite"};
    words.insert(words.end(), more.begin(), more.end());
    const ProgramResult result = run(words);
    CAPTURE(result.err);
    REQUIRE(result.exit_code == 0);
    return path() / "x.pdf";
  }
};

}  // namespace

TEST_CASE("each district is a page of the PDF, with its name") {
  if (!is_installed("chromium")) {
    WARN("skipped: there is no /usr/bin/chromium; scripts/setup check installs it");
    return;
  }
  const PrintedRun data;
  CHECK(count_pages(read_text(data.print({"--district", "Purab"}))) == 1);
  const auto all = data.print({"--district", "all"});
  CHECK(count_pages(read_text(all)) == 2);
  CHECK(count_pages(read_text(data.print({"--weekly", "--week", "7"}))) == 1);
  CHECK(count_pages(read_text(data.print({"--weekly"}))) == 2);
  if (!is_installed("pdftotext")) {
    WARN("the words of the PDF are not looked at: there is no pdftotext (poppler-utils)");
    return;
  }
  CHECK_THAT(text_of(data.print({"--district", "all"})), Contains("Paschim") && Contains("Purab"));
  CHECK_THAT(text_of(data.print({"--weekly", "--week", "7"})),
             Contains("Week 7") && Contains("Paschim"));
}

TEST_CASE("where there is no Chromium the error says what to do, and no file is left") {
  const TempDir folder;
  const PdfPrinting nothing{.programs = {"no-such-browser-here"}};
  try {
    print_pdf("<p>x", folder.path() / "x.pdf", nothing);
    FAIL("printed by nothing");
  } catch (const DataError& error) {
    CHECK_THAT(error.what(), Contains("there is no Chromium (looked for no-such-browser-here)") &&
                                 Contains("apt-get install chromium") && Contains(".html"));
  }
  CHECK_FALSE(std::filesystem::exists(folder.path() / "x.pdf"));
}

TEST_CASE("the browser that prints can call no machine") {
  const TempDir folder;
  const auto words = folder.path() / "words", program = folder.path() / "tells";
  folder.write("tells", "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + words.string() + "'\nexit 3\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  CHECK_THROWS_AS(print_pdf("<p>x", folder.path() / "x.pdf", {.programs = {program.string()}}),
                  DataError);
  CHECK_THAT(read_text(words), Contains("\n--host-resolver-rules=MAP * ~NOTFOUND\n") &&
                                   Contains("\n--proxy-server=http://127.0.0.1:1\n") &&
                                   Contains("\n--proxy-bypass-list=<-loopback>\n"));
}

TEST_CASE("a browser that fails or takes too long is ended, and said") {
  const TempDir folder;
  folder.write("fails", "#!/bin/sh\necho the cause\nexit 3\n");
  folder.write("sleeps", "#!/bin/sh\nsleep 60\n");
  for (const char* name : {"fails", "sleeps"}) {
    std::filesystem::permissions(folder.path() / name, std::filesystem::perms::owner_all);
  }
  const auto print = [&](const std::string& name) {
    print_pdf(
        "<p>x", folder.path() / "x.pdf",
        {.programs = {(folder.path() / name).string()}, .time_limit = std::chrono::seconds{1}});
  };
  CHECK_THROWS_WITH(print("fails"), Contains("it ended with 3") && Contains("the cause"));
  CHECK_THROWS_WITH(print("sleeps"), Contains("did not print the page within 1 s"));
}
