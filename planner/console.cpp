#include "planner/console.h"

#include <ostream>

#include "geo/base/error.h"
#include "geo/io/clean_text.h"

namespace pahunch {

void Console::note(std::string_view text) {
  if (verbosity_ != Verbosity::kQuiet) err_ << clean_lines(text) << '\n' << std::flush;
}

void Console::detail(std::string_view text) {
  if (verbosity_ == Verbosity::kVerbose) err_ << clean_lines(text) << '\n' << std::flush;
}

void Console::warn(std::string_view text) {
  err_ << "warning: " << clean_lines(text) << '\n' << std::flush;
}

void Console::flush() {
  if (!out_.flush()) {
    throw DataError({.what = "the results could not be written to standard output",
                     .why = "what was printed is not complete",
                     .hint = "check that the disk is not full and the reader is still there"});
  }
}

}  // namespace pahunch
