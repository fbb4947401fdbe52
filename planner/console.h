/// \file
/// Where the program speaks: results to one stream, words about the work to another.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string_view>

#include "geo/base/progress.h"
#include "planner/terminal_style.h"

namespace pahunch {

enum class Verbosity : std::uint8_t { kQuiet, kNormal, kVerbose };

class Console {
 public:
  /// `out`: results. `err`: notes, warnings, progress.
  Console(std::ostream& out, std::ostream& err) : out_(out), err_(err) {}

  void set_verbosity(Verbosity verbosity) { verbosity_ = verbosity; }
  void set_style(const TerminalStyle& style) { style_ = style; }

  /// Of the stream of results.
  [[nodiscard]] const TerminalStyle& style() const { return style_; }

  /// The stream of results.
  [[nodiscard]] std::ostream& out() { return out_; }
  [[nodiscard]] std::ostream& err() { return err_; }
  /// A line that is not the result, unless quiet: an automatic choice, where the files are.
  void note(std::string_view text);
  /// A line only for the verbose.
  void detail(std::string_view text);
  /// A line that is shown even when quiet.
  void warn(std::string_view text);
  /// Fails with DataError when the results could not be written, such as on a full disk.
  void flush();

 private:
  std::ostream& out_;
  std::ostream& err_;
  Verbosity verbosity_ = Verbosity::kNormal;
  TerminalStyle style_;
};

/// What a command runs with.
struct Session {
  Console& console;
  Progress& progress;
};

}  // namespace pahunch
