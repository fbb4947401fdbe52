/// \file
/// What became of every input row: input rows = used + left out, always.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "geo/base/point.h"

namespace pahunch {

/// One row worth showing to a person, with its place where it has one (working CRS).
struct RowNote {
  std::string layer;
  std::string row;     ///< id, or "line 17" / "feature 3" where there is none
  std::string reason;  ///< as in `RowLedger`
  bool left_out = false;
  Xy at;
  std::string detail = {};  ///< the value in question: "population = 'abc'"
};

/// Counts of one layer. A row that is kept after a repair is used, and counted under its reason
/// too.
struct RowLedger {
  std::string layer;
  std::string source;  ///< as written in the dataset file, without secrets
  std::uint64_t n_read = 0;
  std::uint64_t n_used = 0;
  std::map<std::string, std::uint64_t> repaired;    ///< rows kept by a stated rule, by reason
  std::map<std::string, std::uint64_t> left_out;    ///< rows not used, by reason
  std::map<std::string, std::uint64_t> suspicious;  ///< rows used as they are, by reason

  [[nodiscard]] std::uint64_t n_left_out() const {
    std::uint64_t total = 0;
    for (const auto& [reason, count] : left_out) total += count;
    return total;
  }
  /// True when n_read = n_used + n_left_out.
  [[nodiscard]] bool adds_up() const { return n_read == n_used + n_left_out(); }
};

}  // namespace pahunch
