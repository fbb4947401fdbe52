/// \file
/// Writers of tables. All are byte-stable: fixed column order, fixed decimals, no timestamps.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "geo/io/table.h"

namespace pahunch {

/// UTF-8, comma, RFC 4180 quoting, "\n". A text cell that a spreadsheet would run as a formula is
/// preceded by an apostrophe.
void write_csv(const Table& table, const std::filesystem::path& file);

/// RFC 7946: WGS 84 lon/lat at 6 decimals, right-hand rule; the columns with `in_geojson`.
void write_geojson(const Table& table, const std::string& working_crs,
                   const std::filesystem::path& file);

/// A layer and its default style, for a GeoPackage.
struct StyledTable {
  const Table& table;
  std::string qml;  ///< "" for none
};

/// All tables as layers of one GeoPackage in EPSG:4326 with spatial indexes and `layer_styles`.
void write_geopackage(std::span<const StyledTable> layers, const std::string& working_crs,
                      const std::filesystem::path& file);

}  // namespace pahunch
