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
