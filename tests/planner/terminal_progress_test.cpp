#include "planner/terminal_progress.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "planner/interrupt.h"

using namespace pahunch;
using namespace std::chrono_literals;

TEST_CASE("the time left is the rest at the speed so far") {
  CHECK(time_left(10s, 1, 4) == "about 30 s left");
  CHECK(time_left(600s, 1, 2) == "about 10 min left");
  CHECK(time_left(2h, 1, 2) == "about 2.0 h left");
}

TEST_CASE("no time left is told before there is a speed, or when all is done") {
  CHECK(time_left(500ms, 1, 2).empty());
  CHECK(time_left(10s, 0, 2).empty());
  CHECK(time_left(10s, 2, 2).empty());
}

TEST_CASE("hidden progress draws nothing; shown progress clears its line") {
  std::ostringstream hidden, shown;
  {
    TerminalProgress progress(hidden, TerminalProgress::Drawing::kHidden);
    progress.begin("step", 2);
    progress.advance(1);
  }
  {
    TerminalProgress progress(shown, TerminalProgress::Drawing::kShown);
    progress.begin("step", 2);
  }
  CHECK(hidden.str().empty());
  CHECK_THAT(shown.str(), Catch::Contains("step") && Catch::EndsWith("\r\033[K"));
}

TEST_CASE("after Ctrl-C the next report of progress stops the work") {
  std::ostringstream err;
  TerminalProgress progress(err, TerminalProgress::Drawing::kHidden);
  progress.begin("step", 2);
  set_interrupt(InterruptFlag::kSet);
  CHECK_THROWS_AS(progress.advance(1), Interrupted);
  CHECK_THROWS_AS(progress.begin("next", 1), Interrupted);
  set_interrupt(InterruptFlag::kClear);
  CHECK_NOTHROW(progress.advance(1));
}

TEST_CASE("the drawn line has the step and its share, and is drawn at most ten times a second") {
  std::ostringstream err;
  TerminalProgress progress(err, TerminalProgress::Drawing::kShown);
  progress.begin("travel times", 1000);
  CHECK_THAT(err.str(), Catch::Contains("travel times  0%"));
  const auto drawn = err.str().size();
  for (int i = 0; i < 50; ++i) progress.advance(1);
  CHECK(err.str().size() < drawn + 100);
}

TEST_CASE("a step of unknown length has no share") {
  std::ostringstream err;
  TerminalProgress progress(err, TerminalProgress::Drawing::kShown);
  progress.begin("reading", 0);
  CHECK_THAT(err.str(), Catch::EndsWith("reading"));
}

TEST_CASE("progress that is finished is cleared once, and can begin again") {
  std::ostringstream err;
  TerminalProgress progress(err, TerminalProgress::Drawing::kShown);
  progress.begin("one", 1);
  progress.finish();
  const std::string cleared = err.str();
  progress.finish();
  CHECK(err.str() == cleared);
  progress.begin("two", 1);
  CHECK_THAT(err.str(), Catch::Contains("two"));
}

TEST_CASE("the units of the time left are those that one would say") {
  CHECK(time_left(1s, 99, 100) == "about 1 s left");
  CHECK(time_left(89s, 1, 2) == "about 89 s left");
  CHECK(time_left(90s, 1, 2) == "about 2 min left");
  CHECK(time_left(5400s, 1, 2) == "about 1.5 h left");
}
