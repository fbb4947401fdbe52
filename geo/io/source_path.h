/// \file
/// The source of a layer as a path that GDAL opens, and the real files behind it.
///
/// A source is relative to the dataset file. It may lie in an archive
/// (`/vsizip/roads.zip/roads.shp`,
/// `/vsigzip/roads.geojson.gz`, `/vsitar/…`) or in a PostGIS database (`PG:…`). Paths that would
/// reach over a network are refused: nothing leaves this machine, and nothing comes from outside.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pahunch {

struct SourcePath {
  std::string gdal_path;  ///< what GDAL opens
  std::string shown;      ///< as written in the dataset file, without secrets (shown_source.h)
  bool database = false;
};

/// Throws DataError when there is no such file, ConfigError for a path over a network. `place`
/// stands in messages for the line that names the source.
SourcePath resolve_source(const std::string& source, const std::filesystem::path& folder,
                          const std::string& place);

/// The files to take checksums of: the file, its archive, or all files of a Shapefile. Sorted.
std::vector<std::filesystem::path> get_real_files(const SourcePath& path);

}  // namespace pahunch
