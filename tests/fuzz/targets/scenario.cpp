#include "planner/scenario/read_scenario.h"

#include "planner/scenario/write_scenario.h"
#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {
namespace {

/// What was read can be written, and reads as the same again.
void check_round_trip(const ScenarioText& text) {
  const std::string written = write_scenario(read_scenario(text));
  const std::string again = write_scenario(read_scenario(parse_scenario_text(written, "written")));
  require(written == again, "a scenario that was written reads as the same");
}

}  // namespace

void read_scenario_bytes(std::string_view bytes) {
  ScenarioText text;
  allow_refusal([&] {
    text = parse_scenario_text(std::string(bytes), "fed.toml");
    static_cast<void>(read_scenario(text));
  });
  bool good = false;
  allow_refusal([&] {
    static_cast<void>(read_scenario(text));
    good = true;
  });
  if (good) check_round_trip(text);
}

void read_override_bytes(std::string_view bytes) {
  allow_refusal(
      [&] { static_cast<void>(read_scenario(read_scenario_text(std::nullopt, lines_of(bytes)))); });
}

}  // namespace pahunch::fuzz
