#include "planner/command_line.h"

#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {

void read_command_line_bytes(std::string_view bytes) {
  allow_refusal([&] {
    CommandLine line;
    try {
      line.parse(lines_of(bytes));
    } catch (const CLI::ParseError&) {
      return;  // of the library for command lines; the program tells it as a wrong usage
    }
    static_cast<void>(line.command().text());
  });
}

}  // namespace pahunch::fuzz
