#include "planner/compare/run_rows.h"

#include <charconv>
#include <limits>
#include <string_view>

#include "planner/csv/csv_reader.h"
#include "planner/study/centre_sets.h"

namespace pahunch {
namespace {

std::int64_t whole(const CsvReader& reader, const CsvReader::Row& row, std::size_t column) {
  return static_cast<std::int64_t>(reader.number(row, column));
}

/// A centre that a scenario moves stands in its run under an id of its own.
std::string unmoved(std::string id) {
  if (id.ends_with(kMovedSuffix)) id.resize(id.size() - std::string_view(kMovedSuffix).size());
  return id;
}

std::optional<double> parse_limit(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct BandEnds {
  double from = 0, to = 0;
};

/// None for a band without ends, such as "unreachable".
std::optional<BandEnds> parse_band(std::string_view band) {
  constexpr std::string_view kOver = "over ";
  if (band.starts_with(kOver)) {
    const auto from = parse_limit(band.substr(kOver.size()));
    if (!from) return std::nullopt;
    return BandEnds{*from, std::numeric_limits<double>::infinity()};
  }
  const auto dash = band.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto from = parse_limit(band.substr(0, dash)), to = parse_limit(band.substr(dash + 1));
  if (!from || !to) return std::nullopt;
  return BandEnds{*from, *to};
}

}  // namespace

bool is_within(const RunRow& row, double limit_min) {
  if (!row.minutes) return false;
  if (const auto band = parse_band(row.band)) {
    if (band->to <= limit_min) return true;
    if (band->from >= limit_min) return false;
  }
  return *row.minutes <= limit_min;
}

RunRows read_run_rows(std::istream& in, const std::string& file, const std::string& set) {
  CsvReader reader(in, file);
  const auto id = reader.get_column("id"), name = reader.get_column("name");
  const auto district = reader.get_column("district"), block = reader.get_column("block");
  const auto subdivision = reader.get_column("subdivision");
  const auto women = reader.get_column("women"), rural = reader.get_column("rural_women");
  const auto lon = reader.get_column("lon"), lat = reader.get_column("lat");
  const auto minutes = reader.get_column("min_" + set);
  const auto band = reader.get_column("band_" + set);
  const auto centre = reader.get_column("centre_" + set);
  RunRows rows;
  CsvReader::Row row;
  while (reader.next(row)) {
    RunRow item{row[name],
                row[district],
                row[subdivision],
                row[block],
                whole(reader, row, women),
                whole(reader, row, rural),
                {reader.number(row, lon), reader.number(row, lat)},
                {},
                row[band],
                unmoved(row[centre])};
    if (!row[minutes].empty()) item.minutes = reader.number(row, minutes);
    rows.emplace(row[id], std::move(item));
  }
  return rows;
}

RunCentres read_run_centres(std::istream& in, const std::string& file, const std::string& set) {
  CsvReader reader(in, file);
  const auto id = reader.get_column("id"), name = reader.get_column("name");
  const auto lon = reader.get_column("lon"), lat = reader.get_column("lat");
  const auto open = reader.get_column("open_" + set);
  RunCentres centres;
  CsvReader::Row row;
  while (reader.next(row)) {
    if (row[open] != "1") continue;
    centres.emplace(unmoved(row[id]),
                    RunCentre{row[name], {reader.number(row, lon), reader.number(row, lat)}});
  }
  return centres;
}

}  // namespace pahunch
