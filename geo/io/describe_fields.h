/// \file
/// The dictionary of a run: `fields.csv`.
#pragma once

#include <span>
#include <string>

#include "geo/io/table.h"

namespace pahunch {

/// A table and the file, or the layer of one, that holds all its columns.
struct DescribedTable {
  const Table* table = nullptr;
  std::string file;
};

/// One row a column of each table, in order: file, column, type, unit, meaning, and whether the
/// column is also in the GeoJSON file. Write it with `write_csv`. Throws InvariantError for a
/// column without a meaning.
Table describe_fields(std::span<const DescribedTable> tables);

}  // namespace pahunch
