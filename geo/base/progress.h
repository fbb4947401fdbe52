/// \file
/// Progress of long work, told to whoever listens. Libraries report; the program draws.
#pragma once

#include <cstdint>
#include <string_view>

namespace pahunch {

class Progress {
 public:
  Progress() = default;
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  virtual ~Progress() = default;

  /// A step of `n_total` units begins; it ends when the next begins or the work ends.
  virtual void begin(std::string_view step, std::uint64_t n_total) = 0;
  /// `n` more units are done. May be called from several threads.
  virtual void advance(std::uint64_t n) = 0;
};

/// Nobody listens.
class SilentProgress final : public Progress {
 public:
  void begin(std::string_view /*step*/, std::uint64_t /*n_total*/) override {}
  void advance(std::uint64_t /*n*/) override {}
};

}  // namespace pahunch
