/// \file
/// Book-keeping of the rows of one layer: what was repaired, left out or looked suspicious, and
/// whether that is more than the dataset allows.
///
/// A bad row counts against the layer's `max_bad_rows`, once, however much is wrong with it. Beyond
/// the limit `finish` throws a DataError with the counts by reason and the first rows of each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/io/layer_spec.h"
#include "geo/model/row_ledger.h"

namespace pahunch {

/// What is said of one row.
struct Finding {
  std::string reason;       ///< the same words for all rows of a kind: "repeated id"
  std::string detail = {};  ///< "population = 'abc'"
  Xy at = {};
};

class RowRecorder {
 public:
  enum class BadRows : std::uint8_t { kLimited, kTolerated };

  RowRecorder(const LayerSpec& spec, std::string where, BadRows bad_rows);

  /// The next row begins; `row` names it until a better name is known.
  void begin(std::string row);
  /// A better name: its id.
  void rename(std::string row) { row_ = std::move(row); }
  [[nodiscard]] const std::string& row() const { return row_; }

  void repair(Finding finding);         ///< bad, kept by a stated rule
  void leave_out(Finding finding);      ///< bad, not used
  void note_repair(Finding finding);    ///< kept, not bad: a repair without loss
  void note_left_out(Finding finding);  ///< not used, not bad: outside the margin
  void suspect(Finding finding);        ///< used as it is
  /// The same of a row that is no longer the current one.
  void repair_row(const std::string& row, Finding finding);
  void suspect_row(const std::string& row, Finding finding);

  /// Throws beyond the limit, and when no row of a layer that must not be empty is used.
  RowLedger finish(std::vector<RowNote>& notes);

 private:
  void note(const std::string& row, Finding finding, bool left_out);
  void count_bad();
  [[nodiscard]] std::uint64_t get_bad_rows() const;
  void check_limit() const;
  void check_not_empty() const;
  [[nodiscard]] std::string describe_bad() const;

  LayerSpec spec_;
  std::string where_;
  BadRows bad_rows_;
  RowLedger ledger_;
  std::string row_;
  std::vector<RowNote> notes_;
  std::vector<RowNote> bad_notes_;  ///< those of bad rows; a row may stand here several times
};

}  // namespace pahunch
