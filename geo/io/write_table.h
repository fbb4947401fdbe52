/// \file
/// Writers of tables. All are byte-stable: fixed column order, fixed decimals, no timestamps.
///
/// A file appears whole or not at all, and a file of its name is replaced. All throw DataError when
/// the disk says no (full, read-only, no such folder) and InvariantError for an unsound table
/// (table.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "geo/io/table.h"

namespace pahunch {

/// What a writer did, for the caller to tell.
struct WriteReport {
  std::int64_t n_rows = 0;
  /// Shapes that were repaired because they, or their corners at 6 decimals, crossed themselves.
  std::int64_t n_repaired = 0;
  /// Shapes of which nothing is left at 6 decimals: their rows have no geometry.
  std::int64_t n_emptied = 0;
  std::vector<std::string> warnings = {};  ///< sentences for a person
};

/// UTF-8, comma, RFC 4180 quoting, "\n". A text cell that a spreadsheet would run as a formula is
/// preceded by an apostrophe.
WriteReport write_csv(const Table& table, const std::filesystem::path& file);

/// RFC 7946: WGS 84 lon/lat at 6 decimals, right-hand rule; the columns with `in_geojson`, at most
/// 12. Warns above 25 MB.
WriteReport write_geojson(const Table& table, const std::string& working_crs,
                          const std::filesystem::path& file);

/// A layer and its default style, for a GeoPackage.
struct StyledTable {
  const Table& table;
  std::string qml;  ///< "" for none
};

/// All tables as layers of one GeoPackage in EPSG:4326 with spatial indexes and `layer_styles`.
/// Coordinates are those of the GeoJSON files. `n_rows` counts all layers.
WriteReport write_geopackage(std::span<const StyledTable> layers, const std::string& working_crs,
                             const std::filesystem::path& file);

}  // namespace pahunch
