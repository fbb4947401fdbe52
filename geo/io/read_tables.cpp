#include "geo/io/read_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "geo/base/error.h"
#include "geo/io/parse_value.h"

namespace pahunch {

namespace {

constexpr int kMonthsOfYear = 12;

/// "2021-06"
bool is_month(const std::string& column) {
  constexpr std::size_t kLength = 7, kDash = 4;
  if (column.size() != kLength || column[kDash] != '-') return false;
  for (std::size_t i = 0; i < kLength; ++i) {
    if (i != kDash && (column[i] < '0' || column[i] > '9')) return false;
  }
  const auto month = find_whole_number(column.substr(kDash + 1));
  return month && *month >= 1 && *month <= kMonthsOfYear;
}

std::vector<LayerRows::Value> find_months(LayerRows& rows) {
  std::vector<LayerRows::Value> months;
  for (const auto& column : rows.source().columns()) {
    if (is_month(column)) months.push_back(rows.read_column(column));
  }
  if (!months.empty()) return months;
  throw DataError({.what = "the hazard table has no column of a month",
                   .where = rows.source().where(),
                   .why = "each month needs the inundated fraction of every block",
                   .hint = "name the columns by year and month: 2021-06"});
}

/// The fractions of this row; empty, with the row left out, when one is unusable.
std::vector<double> read_fractions(const LayerRows& rows,
                                   const std::vector<LayerRows::Value>& months,
                                   RowRecorder& recorder) {
  std::vector<double> fractions;
  for (const auto& month : months) {
    const auto* text = rows.get(month);
    const auto value = text != nullptr ? find_number(*text) : std::nullopt;
    if (!value || *value < 0 || *value > 1) {
      recorder.leave_out({"inundated fraction is not between 0 and 1",
                          fmt::format("{} = '{}'", month.column, text != nullptr ? *text : "")});
      return {};
    }
    fractions.push_back(*value);
  }
  return fractions;
}

}  // namespace

HazardLayer read_hazard(const LayerSpec& spec, const AreaLayer& blocks, ReadBooks& books) {
  LayerRows rows(spec, books.home, GeometryNeed::kNone);
  books.begin(rows);
  RowRecorder recorder(spec, rows.source().where(), books.bad_rows);
  const auto block = rows.find_value("block"), estimated = rows.find_value("estimated");
  const auto months = find_months(rows);
  std::map<std::string, AreaIdx> by_id;
  for (const auto at : indices(blocks.areas)) by_id.emplace(blocks.areas[at].id, at);
  HazardLayer layer;
  layer.modelled = spec.modelled;
  for (const auto& month : months) layer.months.push_back(month.column);
  layer.inundated_frac = IdxVector<AreaIdx, std::vector<double>>(blocks.areas.size());
  layer.estimated = IdxVector<AreaIdx, bool>(blocks.areas.size());
  while (rows.next()) {
    recorder.begin(rows.row().name);
    books.progress.advance(1);
    const auto* id = rows.get(block);
    const auto at = id != nullptr ? by_id.find(*id) : by_id.end();
    if (at == by_id.end()) {
      recorder.leave_out(
          {"unknown block", fmt::format("{} = '{}'", block->column, id != nullptr ? *id : "")});
      continue;
    }
    auto& fractions = layer.inundated_frac[at->second];
    if (!fractions.empty()) {
      recorder.leave_out({"repeated block, the first row counts", *id});
      continue;
    }
    fractions = read_fractions(rows, months, recorder);
    const auto* flag = rows.get(estimated);
    layer.estimated[at->second] = flag != nullptr && *flag == "1";
  }
  books.finish(recorder);
  return layer;
}

}  // namespace pahunch
