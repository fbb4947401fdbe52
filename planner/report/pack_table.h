/// \file
/// A table of a run for its report page: the same cells that its CSV file has.
#pragma once

#include <string_view>
#include <vector>

#include "geo/io/projection.h"
#include "geo/io/table.h"
#include "planner/report/page_pack.h"

namespace pahunch {

/// Columns whose names begin so; empty: all. "min_" takes the column of every set.
using ColumnPrefixes = std::vector<std::string_view>;

/// `{name, rows, columns: [{name, type, unit, meaning, scale, words, at, bytes}]}`. A real cell is
/// the whole number `value * scale` at the decimals of its column; of text, the number of its word
/// in `words`, cleaned as in all files.
PagePack::Json pack_table(const Table& table, const ColumnPrefixes& wanted, PagePack& pack);

/// The geometry of a table on WGS 84, in whole ten-thousandths of a degree (11 m).
///
/// `{type, scale, lon, lat}`, each a stream of all points; of lines and polygons also `counts`: a
/// row's number of points, or its number of polygons and of each the number of rings and of each
/// the number of points. Points that fall together with the one before are left out; rings are not
/// closed. A row without geometry has a missing point, or a count of 0.
PagePack::Json pack_geometry(const Table& table, const Projection& projection, PagePack& pack);

}  // namespace pahunch
