/// \file
/// Progress drawn on one line of a terminal, with the time left; and the place where Ctrl-C is
/// seen.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <mutex>
#include <string>

#include "geo/base/progress.h"

namespace pahunch {

/// "about 3 min left": the rest at the speed so far; "" before there is a speed to go by.
std::string time_left(std::chrono::milliseconds elapsed, std::uint64_t n_done,
                      std::uint64_t n_total);

/// Throws Interrupted out of `begin` and `advance` once Ctrl-C was pressed.
class TerminalProgress final : public Progress {
 public:
  enum class Drawing : std::uint8_t { kHidden, kShown };

  TerminalProgress(std::ostream& err, Drawing drawing) : err_(err), drawing_(drawing) {}
  ~TerminalProgress() override { finish(); }

  void begin(std::string_view step, std::uint64_t n_total) override;
  void advance(std::uint64_t n) override;
  /// Clears the line.
  void finish();

 private:
  using Clock = std::chrono::steady_clock;
  void draw(Clock::time_point now);

  std::ostream& err_;
  Drawing drawing_;
  std::mutex drawing_mutex_;
  std::string step_;
  std::uint64_t n_total_ = 0;
  std::atomic<std::uint64_t> n_done_ = 0;
  Clock::time_point began_;
  Clock::time_point drawn_;
};

}  // namespace pahunch
