#include "planner/siting/stop_signal.h"

#include <algorithm>

namespace pahunch {
namespace {

constexpr double kYear_s = 365.0 * 86400;

}  // namespace

StopSignal::StopSignal(std::optional<double> limit_s, std::function<bool()> should_stop)
    : should_stop_(std::move(should_stop)) {
  if (limit_s && *limit_s < kYear_s) {
    end_ = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                              std::chrono::duration<double>(std::max(0.0, *limit_s)));
  }
}

StopReason StopSignal::reason() const {
  if (reason_ == StopReason::kNone) {
    if (should_stop_ && should_stop_()) {
      reason_ = StopReason::kInterrupt;
    } else if (end_ && Clock::now() >= *end_) {
      reason_ = StopReason::kTime;
    }
  }
  return reason_;
}

double StopSignal::left_s() const {
  if (!end_) return kYear_s;
  return std::max(0.0, std::chrono::duration<double>(*end_ - Clock::now()).count());
}

}  // namespace pahunch
