// The program as a function: arguments in, exit code and words out.
#include "planner/program.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <sstream>

#include "planner/exit_code.h"
#include "planner/interrupt.h"
#include "tests/support/shared_files.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

using Words = std::vector<std::string>;

enum class Terminal : bool { kNo, kYes };

struct Said {
  int exit_code = -1;
  std::string out, err;
};

Said say(const Words& args, Terminal terminal = Terminal::kNo) {
  std::ostringstream out, err;
  const int code = run_program(args, {out, err, terminal == Terminal::kYes});
  return {code, out.str(), err.str()};
}

const Words kCoverage = {"coverage", "--data", source_file("tests/data/tiny").string()};

Words coverage(const Words& more) {
  Words args = kCoverage;
  args.insert(args.end(), more.begin(), more.end());
  return args;
}

/// Nobody leaves the flag of Ctrl-C set.
struct InterruptedNow {
  InterruptedNow() { set_interrupt(InterruptFlag::kSet); }
  InterruptedNow(const InterruptedNow&) = delete;
  InterruptedNow& operator=(const InterruptedNow&) = delete;
  ~InterruptedNow() { set_interrupt(InterruptFlag::kClear); }
};

}  // namespace

TEST_CASE("results go to one stream and nothing else does") {
  const Said said = say(kCoverage);
  CHECK(said.exit_code == kExitDone);
  CHECK_THAT(said.out, Catch::StartsWith("Tiny: centres for tests\n"));
  CHECK(said.err.empty());
}

TEST_CASE("without a command the program says what it needs") {
  const Said said = say({});
  CHECK(said.exit_code == kExitUsage);
  CHECK(said.out.empty());
  CHECK_THAT(said.err, Catch::StartsWith("pahunch: ") && Contains("--help"));
}

TEST_CASE("an unknown command and an unknown option name the nearest known one") {
  CHECK_THAT(say({"coverag"}).err,
             Contains("there is no command 'coverag'") && Contains("did you mean 'coverage'?"));
  const Said option = say(coverage({"--seasn", "dry"}));
  CHECK(option.exit_code == kExitUsage);
  CHECK_THAT(option.err, Contains("did you mean '--season'?"));
}

TEST_CASE("a failure of the data is told apart from wrong usage") {
  CHECK(say({"coverage", "--data", "/nowhere"}).exit_code == kExitUsage);
  CHECK(say({"export", "/nowhere", "--format", "csv", "-o", "x"}).exit_code == kExitFailed);
  CHECK(say({"export", "/nowhere", "--format", "pdf", "-o", "x"}).exit_code == kExitUsage);
}

TEST_CASE("every refusal is told on one stream, in lines of a kind") {
  const Said said = say({"coverage", "/nowhere.toml"});
  CHECK(said.out.empty());
  CHECK_THAT(said.err, Catch::StartsWith("pahunch: the scenario file cannot be read\n  where: ") &&
                           Contains("\n  what to try: ") && Catch::EndsWith("\n"));
}

TEST_CASE("results that nobody takes are a failure") {
  std::ostringstream out, err;
  out.setstate(std::ios::badbit);
  CHECK(run_program(kCoverage, {out, err, false}) == kExitFailed);
  CHECK_THAT(err.str(), Contains("could not be written to standard output"));
}

TEST_CASE("Ctrl-C ends any command with its own exit code") {
  const InterruptedNow now;
  const Said said = say(kCoverage);
  CHECK(said.exit_code == kExitInterrupted);
  CHECK(said.out.empty());
  CHECK_THAT(said.err, Contains("interrupted; nothing half-written is left"));
}

TEST_CASE("progress is drawn on a terminal and cleared at the end") {
  const std::string err = say(kCoverage, Terminal::kYes).err;
  CHECK_THAT(
      err, Contains("\r\033[K") && Contains("building the network") && Catch::EndsWith("\r\033[K"));
}

TEST_CASE("nobody who does not want progress sees it") {
  CHECK(say(coverage({"--no-progress"}), Terminal::kYes).err.empty());
  CHECK(say(coverage({"--quiet"}), Terminal::kYes).err.empty());
  CHECK(say(kCoverage, Terminal::kNo).err.empty());
  ::setenv("NO_COLOR", "1", 1);
  CHECK(say(kCoverage, Terminal::kYes).err.empty());
  ::unsetenv("NO_COLOR");
}

TEST_CASE("the number of threads does not change what is said") {
  CHECK(say(coverage({"--threads", "1", "--json"})).out ==
        say(coverage({"--threads", "3", "--json"})).out);
}
