/// \file
/// Reading a written file back, to count what a reader will find in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace pahunch {

/// True for the names whose rows can be counted: .csv, .geojson, .gpkg.
bool has_rows(std::string_view file_name);

/// Rows of a CSV file (without its header), features of a GeoJSON file, features of all layers of a
/// GeoPackage (without `layer_styles`). Every feature is read. Throws DataError when the file
/// cannot be read to its end.
std::int64_t count_rows(const std::filesystem::path& file);

}  // namespace pahunch
