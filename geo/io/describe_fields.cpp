#include "geo/io/describe_fields.h"

#include "geo/base/error.h"

namespace pahunch {
namespace {

std::vector<Column> dictionary_columns() {
  return {{.name = "file", .meaning = "the file that holds the column"},
          {.name = "column", .meaning = "its name"},
          {.name = "type", .meaning = "text, integer or real"},
          {.name = "unit", .meaning = "unit of the numbers, empty where there is none"},
          {.name = "meaning", .meaning = "what the column says"},
          {.name = "in_geojson", .meaning = "yes where the GeoJSON file carries the column too"}};
}

std::string type_word(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return "text";
    case ColumnType::kInteger:
      return "integer";
    case ColumnType::kReal:
      return "real";
  }
  return {};
}

void describe(const DescribedTable& described, const Column& column, Table& dictionary) {
  const Table& table = *described.table;
  if (column.meaning.empty()) {
    throw InvariantError({.what = "the column " + column.name + " has no meaning written down",
                          .where = "table " + table.name,
                          .why = "fields.csv explains every column"});
  }
  const bool in_geojson = table.geometry_type != GeometryType::kNone && column.in_geojson;
  dictionary.rows.push_back({described.file, column.name, type_word(column.type), column.unit,
                             column.meaning, std::string(in_geojson ? "yes" : "no")});
}

}  // namespace

Table describe_fields(std::span<const DescribedTable> tables) {
  Table dictionary{.name = "fields", .columns = dictionary_columns()};
  for (const DescribedTable& described : tables) {
    for (const Column& column : described.table->columns) describe(described, column, dictionary);
  }
  return dictionary;
}

}  // namespace pahunch
