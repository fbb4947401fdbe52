/// \file
/// The districts and blocks of two runs with their shapes, as compare.html needs them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "geo/io/projection.h"
#include "geo/io/table.h"
#include "planner/compare/comparison.h"

namespace pahunch {

/// Rows of another table; none where it has none.
using TableRows = std::vector<std::optional<std::int64_t>>;

struct PageAreas {
  /// Those that have a name, with the columns of `make_area_changes_table`, the first or second of
  /// which is called "name", and the shapes of the second run where it has just one of that name.
  Table districts, blocks;
  TableRows settlement_districts, settlement_blocks;  ///< of `Comparison::rows`
  TableRows block_districts;
};

/// Throws DataError where the maps of the second run were changed since.
PageAreas make_page_areas(const Comparison& comparison, const Projection& projection);

}  // namespace pahunch
