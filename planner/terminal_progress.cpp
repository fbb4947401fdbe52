#include "planner/terminal_progress.h"

#include <fmt/format.h>

#include <ostream>

#include "planner/interrupt.h"

namespace pahunch {
namespace {

constexpr std::chrono::milliseconds kBetweenDrawings{100};
constexpr std::chrono::milliseconds kBeforeEstimate{1000};

}  // namespace

std::string time_left(std::chrono::milliseconds elapsed, std::uint64_t n_done,
                      std::uint64_t n_total) {
  if (n_done == 0 || n_done >= n_total || elapsed < kBeforeEstimate) return "";
  const double per_unit_s =
      static_cast<double>(elapsed.count()) / 1000 / static_cast<double>(n_done);
  const double left_s = per_unit_s * static_cast<double>(n_total - n_done);
  if (left_s < 90) return fmt::format("about {:.0f} s left", left_s < 1 ? 1 : left_s);
  if (left_s < 90 * 60) return fmt::format("about {:.0f} min left", left_s / 60);
  return fmt::format("about {:.1f} h left", left_s / 3600);
}

void TerminalProgress::begin(std::string_view step, std::uint64_t n_total) {
  stop_if_interrupted();
  const std::scoped_lock lock(drawing_mutex_);
  step_ = step;
  n_total_ = n_total;
  n_done_ = 0;
  began_ = Clock::now();
  if (drawing_ == Drawing::kShown) draw(began_);
}

void TerminalProgress::advance(std::uint64_t n) {
  stop_if_interrupted();
  n_done_ += n;
  if (drawing_ == Drawing::kHidden) return;
  const std::unique_lock lock(drawing_mutex_, std::try_to_lock);
  const auto now = Clock::now();
  if (lock && now - drawn_ >= kBetweenDrawings) draw(now);
}

void TerminalProgress::draw(Clock::time_point now) {
  drawn_ = now;
  const std::uint64_t n_done = n_done_;
  err_ << "\r\033[K" << step_;
  if (n_total_ > 0)
    err_ << fmt::format("  {:.0f}%",
                        100.0 * static_cast<double>(n_done) / static_cast<double>(n_total_));
  const auto left = time_left(std::chrono::duration_cast<std::chrono::milliseconds>(now - began_),
                              n_done, n_total_);
  if (!left.empty()) err_ << "  " << left;
  err_ << std::flush;
}

void TerminalProgress::finish() {
  if (drawing_ == Drawing::kHidden || step_.empty()) return;
  err_ << "\r\033[K" << std::flush;
  step_.clear();
}

}  // namespace pahunch
