/// \file
/// Whole numbers, some of them missing, as few bytes: each as its difference from the last one.
///
/// A number is `zigzag(value - previous) + 1`, a missing one 0, both as LEB128 (seven bits a byte,
/// the low ones first); the first `previous` is 0, and a missing number leaves it as it was.
/// `planner/report/web/src/unpack.js` reads them back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace pahunch {

class NumberStream {
 public:
  /// Numbers must differ by less than 2^51, so that a browser holds them exactly.
  void add(std::optional<std::int64_t> number);
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::int64_t previous_ = 0;
};

}  // namespace pahunch
