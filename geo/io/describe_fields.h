/// \file
/// The dictionary of a run: `fields.csv`.
#pragma once

#include <span>

#include "geo/io/table.h"

namespace pahunch {

/// One row a column of each table, in order: file, column, type, unit, meaning, and whether the
/// column is also in the GeoJSON file. Write it with `write_csv`. Throws InvariantError for a
/// column without a meaning.
Table describe_fields(std::span<const Table* const> tables);

}  // namespace pahunch
