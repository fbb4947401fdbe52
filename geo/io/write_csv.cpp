#include "geo/io/csv_line.h"
#include "geo/io/whole_file.h"
#include "geo/io/write_table.h"

namespace pahunch {

WriteReport write_csv(const Table& table, const std::filesystem::path& file) {
  require_sound(table);
  std::string text = csv_header(table.columns);
  for (const auto& row : table.rows) text += csv_line(table.columns, row);
  write_whole_file(file, text);
  return {.n_rows = static_cast<std::int64_t>(table.rows.size())};
}

}  // namespace pahunch
