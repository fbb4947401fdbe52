/// \file
/// Progress of a batch: one bar for all scenarios, whatever steps each of them takes.
#pragma once

#include <atomic>

#include "geo/base/progress.h"

namespace pahunch {

/// A scenario counts so many units of the batch's progress.
inline constexpr std::uint64_t kUnitsOfScenario = 1000;

/// Steps that are not told; Ctrl-C is noticed in them all the same.
class QuietProgress final : public Progress {
 public:
  explicit QuietProgress(Progress& whole) : whole_(whole) {}
  void begin(std::string_view /*step*/, std::uint64_t /*n_total*/) override { whole_.advance(0); }
  void advance(std::uint64_t /*n*/) override { whole_.advance(0); }

 private:
  Progress& whole_;
};

/// One step that makes up `n_units` of the whole.
class PartOfProgress final : public Progress {
 public:
  PartOfProgress(Progress& whole, std::uint64_t n_units) : whole_(whole), n_units_(n_units) {}
  void begin(std::string_view /*step*/, std::uint64_t n_total) override { n_total_ = n_total; }
  void advance(std::uint64_t n) override { tell(n_done_.fetch_add(n) + n); }
  /// All of it is done.
  void finish() { tell(n_total_); }

 private:
  void tell(std::uint64_t n_done) {
    const std::uint64_t now = n_total_ == 0 ? n_units_ : n_units_ * n_done / n_total_;
    std::uint64_t before = n_told_;
    while (before < now && !n_told_.compare_exchange_weak(before, now)) {
    }
    whole_.advance(before < now ? now - before : 0);
  }

  Progress& whole_;
  std::uint64_t n_units_;
  std::uint64_t n_total_ = 0;
  std::atomic<std::uint64_t> n_done_ = 0, n_told_ = 0;
};

}  // namespace pahunch
