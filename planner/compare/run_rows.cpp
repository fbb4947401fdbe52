#include "planner/compare/run_rows.h"

#include "planner/csv/csv_reader.h"

namespace pahunch {
namespace {

std::int64_t whole(const CsvReader& reader, const CsvReader::Row& row, std::size_t column) {
  return static_cast<std::int64_t>(reader.number(row, column));
}

}  // namespace

RunRows read_run_rows(std::istream& in, const std::string& file, const std::string& set) {
  CsvReader reader(in, file);
  const auto id = reader.get_column("id"), name = reader.get_column("name");
  const auto district = reader.get_column("district"), block = reader.get_column("block");
  const auto women = reader.get_column("women"), rural = reader.get_column("rural_women");
  const auto lon = reader.get_column("lon"), lat = reader.get_column("lat");
  const auto minutes = reader.get_column("min_" + set);
  RunRows rows;
  CsvReader::Row row;
  while (reader.next(row)) {
    RunRow item{row[name],
                row[district],
                row[block],
                whole(reader, row, women),
                whole(reader, row, rural),
                {reader.number(row, lon), reader.number(row, lat)},
                {}};
    if (!row[minutes].empty()) item.minutes = reader.number(row, minutes);
    rows.emplace(row[id], std::move(item));
  }
  return rows;
}

}  // namespace pahunch
