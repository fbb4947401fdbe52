#include "geo/io/row_recorder.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string_view>

#include "geo/base/error.h"
#include "geo/io/shown_source.h"

namespace pahunch {

namespace {
constexpr std::size_t kExamples = 3;  // rows named for each reason in a message
}

RowRecorder::RowRecorder(const LayerSpec& spec, std::string where, BadRows bad_rows)
    : spec_(spec), where_(std::move(where)), bad_rows_(bad_rows) {
  ledger_.layer = spec.name;
  ledger_.source = get_shown_source(spec.source);
}

void RowRecorder::begin(std::string row) {
  ++ledger_.n_read;
  row_ = std::move(row);
}

void RowRecorder::note(const std::string& row, Finding finding, bool left_out) {
  notes_.push_back({spec_.name, row, std::move(finding.reason), left_out, finding.at,
                    std::move(finding.detail)});
}

void RowRecorder::count_bad() { bad_notes_.push_back(notes_.back()); }

std::uint64_t RowRecorder::get_bad_rows() const {
  std::set<std::string_view> rows;
  for (const auto& bad : bad_notes_) rows.insert(bad.row);
  return rows.size();
}

void RowRecorder::repair(Finding finding) { repair_row(row_, std::move(finding)); }

void RowRecorder::repair_row(const std::string& row, Finding finding) {
  ++ledger_.repaired[finding.reason];
  note(row, std::move(finding), false);
  count_bad();
}

void RowRecorder::leave_out(Finding finding) {
  note_left_out(std::move(finding));
  count_bad();
}

void RowRecorder::note_repair(Finding finding) {
  ++ledger_.repaired[finding.reason];
  note(row_, std::move(finding), false);
}

void RowRecorder::note_left_out(Finding finding) {
  ++ledger_.left_out[finding.reason];
  note(row_, std::move(finding), true);
}

void RowRecorder::suspect(Finding finding) { suspect_row(row_, std::move(finding)); }

void RowRecorder::suspect_row(const std::string& row, Finding finding) {
  ++ledger_.suspicious[finding.reason];
  note(row, std::move(finding), false);
}

std::string RowRecorder::describe_bad() const {
  std::map<std::string, std::vector<const RowNote*>> by_reason;
  for (const auto& bad : bad_notes_) by_reason[bad.reason].push_back(&bad);
  std::string text;
  for (const auto& [reason, rows] : by_reason) {
    text += fmt::format("{}{} x {} (", text.empty() ? "" : "; ", rows.size(), reason);
    for (std::size_t i = 0; i < rows.size() && i < kExamples; ++i) {
      text += fmt::format("{}{}{}{}", i == 0 ? "" : ", ", rows[i]->row,
                          rows[i]->detail.empty() ? "" : ": ", rows[i]->detail);
    }
    text += rows.size() > kExamples ? ", ...)" : ")";
  }
  return text;
}

void RowRecorder::check_limit() const {
  if (bad_rows_ == BadRows::kTolerated) return;
  const auto n_bad = get_bad_rows();
  if (n_bad <= static_cast<std::uint64_t>(spec_.max_bad_rows)) return;
  throw DataError(
      {.what = fmt::format(
           "{} bad {} in the layer '{}', and {} allowed", n_bad, n_bad == 1 ? "row" : "rows",
           spec_.name,
           spec_.max_bad_rows == 1 ? "1 is" : fmt::format("{} are", spec_.max_bad_rows)),
       .where = fmt::format("{}: {}", where_, describe_bad()),
       .why = "rows that are dropped or repaired in silence make totals wrong",
       .hint = fmt::format("correct the rows, or accept their repair with max_bad_rows = {} in "
                           "[layers.{}]; 'pahunch check' lists them all",
                           n_bad, spec_.name)});
}

void RowRecorder::check_not_empty() const {
  if (ledger_.n_used > 0) return;
  throw DataError(
      {.what = ledger_.n_read == 0
                   ? fmt::format("the layer '{}' is empty", spec_.name)
                   : fmt::format("no row of the layer '{}' can be used", spec_.name),
       .where = ledger_.n_read == 0 ? where_ : fmt::format("{}: {}", where_, describe_bad()),
       .why = "an empty layer would make the answer look right and be wrong",
       .hint = "check the source, the layer name and the filter; leave the layer out "
               "of the dataset if it is not obligatory"});
}

RowLedger RowRecorder::finish(std::vector<RowNote>& notes) {
  ledger_.n_used = ledger_.n_read - ledger_.n_left_out();
  check_not_empty();
  check_limit();
  notes.insert(notes.end(), notes_.begin(), notes_.end());
  return ledger_;
}

}  // namespace pahunch
