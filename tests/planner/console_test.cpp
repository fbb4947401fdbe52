#include "planner/console.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "geo/base/error.h"
#include "planner/command_list.h"

using namespace pahunch;

namespace {

struct Spoken {
  std::string out, err;
  friend bool operator==(const Spoken&, const Spoken&) = default;
};

Spoken speak(Verbosity verbosity) {
  std::ostringstream out, err;
  Console console(out, err);
  console.set_verbosity(verbosity);
  console.out() << "result\n";
  console.note("note");
  console.detail("detail");
  console.warn("careful");
  console.flush();
  return {out.str(), err.str()};
}

}  // namespace

TEST_CASE("results go to one stream, words about the work to the other") {
  CHECK(speak(Verbosity::kNormal) == Spoken{"result\n", "note\nwarning: careful\n"});
}

TEST_CASE("the quiet hear warnings, the verbose all") {
  CHECK(speak(Verbosity::kQuiet) == Spoken{"result\n", "warning: careful\n"});
  CHECK(speak(Verbosity::kVerbose) == Spoken{"result\n", "note\ndetail\nwarning: careful\n"});
}

TEST_CASE("results that could not be written are an error") {
  std::ostringstream out, err;
  Console console(out, err);
  out.setstate(std::ios::badbit);
  CHECK_THROWS_AS(console.flush(), DataError);
}

TEST_CASE("every command has a name, a line, a text and an example") {
  std::vector<std::string> names;
  for (const auto& command : make_commands()) {
    const CommandText text = command->text();
    INFO(text.name);
    CHECK_FALSE(text.name.empty());
    CHECK_FALSE(text.summary.empty());
    CHECK(text.summary.back() != '.');
    CHECK_FALSE(text.description.empty());
    CHECK(text.examples.find("pahunch " + text.name) != std::string::npos);
    for (const std::string& other : names) CHECK(text.name != other);
    names.push_back(text.name);
  }
  CHECK(names.size() >= 12);
}
