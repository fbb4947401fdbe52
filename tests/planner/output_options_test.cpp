#include "planner/options/output_options.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "geo/base/error.h"
#include "planner/options/console_options.h"
#include "tests/support/read_text.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

OutputOptions to(const std::filesystem::path& target, bool overwrite) {
  OutputOptions options;
  options.out = target.string();
  options.overwrite = overwrite;
  return options;
}

std::size_t n_files(const TempDir& folder) {
  std::size_t n = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++n;
  return n;
}

ConsoleOptions parse_console(std::vector<std::string> words) {
  CLI::App app;
  ConsoleOptions options;
  options.add_to(app);
  std::reverse(words.begin(), words.end());
  app.parse(words);
  return options;
}

/// A console whose words are kept.
struct Kept {
  std::ostringstream out, err;
  Console console{out, err};
};

}  // namespace

TEST_CASE("without a file the results go to standard output") {
  Kept kept;
  ResultStream result(OutputOptions(), kept.console);
  result.stream() << "figures";
  result.finish();
  CHECK(kept.out.str() == "figures");
  CHECK(kept.err.str().empty());
}

TEST_CASE("a file of results appears when it is finished, and is told") {
  const TempDir folder;
  Kept kept;
  const auto target = folder.path() / "a.csv";
  ResultStream result(to(target, false), kept.console);
  result.stream() << "figures";
  CHECK_FALSE(std::filesystem::exists(target));
  result.finish();
  CHECK(read_text(target) == "figures");
  CHECK(kept.out.str().empty());
  CHECK_THAT(kept.err.str(), Contains("wrote " + target.string()));
  CHECK(n_files(folder) == 1);
}

TEST_CASE("results that are not finished leave no file") {
  const TempDir folder;
  Kept kept;
  {
    ResultStream result(to(folder.path() / "a.csv", false), kept.console);
    result.stream() << "half";
  }
  CHECK(n_files(folder) == 0);
}

TEST_CASE("a file that exists is kept unless it may be replaced") {
  const TempDir folder;
  Kept kept;
  const auto target = folder.write("a.csv", "old");
  CHECK_THROWS_WITH(ResultStream(to(target, false), kept.console),
                    Contains("the file exists") && Contains("--overwrite"));
  {
    ResultStream result(to(target, true), kept.console);
    result.stream() << "half";
  }
  CHECK(read_text(target) == "old");
  ResultStream result(to(target, true), kept.console);
  result.stream() << "new";
  result.finish();
  CHECK(read_text(target) == "new");
}

TEST_CASE("a folder is no file, even to be replaced, and a missing folder is told") {
  const TempDir folder;
  Kept kept;
  CHECK_THROWS_WITH(ResultStream(to(folder.path(), true), kept.console),
                    Contains("a folder has this name"));
  CHECK_THROWS_AS(ResultStream(to(folder.path() / "no/a.csv", false), kept.console), DataError);
}

TEST_CASE("a run's folder is replaced only when that is asked") {
  CHECK(to("x", false).if_exists() == RunFolder::IfExists::kRefuse);
  CHECK(to("x", true).if_exists() == RunFolder::IfExists::kReplace);
}

TEST_CASE("quiet and verbose say how much is said") {
  CHECK(parse_console({}).verbosity() == Verbosity::kNormal);
  CHECK(parse_console({"-q"}).verbosity() == Verbosity::kQuiet);
  CHECK(parse_console({"--verbose"}).verbosity() == Verbosity::kVerbose);
  CHECK_THROWS_AS(parse_console({"-q", "-v"}), CLI::ParseError);
}

TEST_CASE("there is at least one thread, and as many as are asked for") {
  CHECK(parse_console({}).n_threads() >= 1);
  CHECK(parse_console({"--threads", "0"}).n_threads() == parse_console({}).n_threads());
  CHECK(parse_console({"--threads", "3"}).n_threads() == 3);
  CHECK_THROWS_AS(parse_console({"--threads", "5000"}), CLI::ParseError);
  CHECK_THROWS_AS(parse_console({"--threads", "two"}), CLI::ParseError);
}

TEST_CASE("notes are for the normal, details for the verbose, warnings for all") {
  const auto said = [](Verbosity verbosity) {
    Kept kept;
    kept.console.set_verbosity(verbosity);
    kept.console.note("note");
    kept.console.detail("detail");
    kept.console.warn("warned");
    CHECK(kept.out.str().empty());
    return kept.err.str();
  };
  CHECK(said(Verbosity::kQuiet) == "warning: warned\n");
  CHECK(said(Verbosity::kNormal) == "note\nwarning: warned\n");
  CHECK(said(Verbosity::kVerbose) == "note\ndetail\nwarning: warned\n");
}

TEST_CASE("results that could not be printed are an error") {
  Kept kept;
  kept.out.setstate(std::ios::badbit);
  CHECK_THROWS_WITH(kept.console.flush(), Contains("could not be written to standard output"));
}
