/// \file
/// The source of a layer as a path that GDAL opens, and the real files behind it.
///
/// A source is relative to the dataset file. It may lie in an archive
/// (`/vsizip/roads.zip/roads.shp`,
/// `/vsigzip/roads.geojson.gz`, `/vsitar/…`). Where the rules allow it, it may lie outside the
/// folder of the dataset, in a PostGIS database (`PG:…`) or on a web server (`/vsicurl/https://…`);
/// else it is refused: a dataset is no reason to open other files, or to talk to other machines.
/// Links are followed before the folder is compared.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "geo/io/file_stamp.h"
#include "geo/io/source_home.h"

namespace pahunch {

struct SourcePath {
  /// What GDAL opens: from the root on, as it takes some relative names for connections.
  std::string gdal_path;
  std::string shown;  ///< as written in the dataset file, without secrets (shown_source.h)
  bool database = false;
  bool remote = false;                 ///< of another machine: a database, or a file over a network
  std::vector<FileStamp> stamps = {};  ///< of `get_real_files`, before anything was read
  /// Of a remote one, which has no file: the checksum of the rows read so far. Copies share it.
  std::shared_ptr<std::string> rows_sha256 = {};
  std::filesystem::path file = {};  ///< on this machine, as named; may go on within an archive
};

/// Throws DataError when there is no such file, when it is neither file nor folder, or an archive
/// that unpacks to far more than it can hold (packed_size.h); ConfigError for what the rules do not
/// allow. `place` stands in messages for the line that names the source.
SourcePath resolve_source(const std::string& source, const SourceHome& home,
                          const std::string& place);

/// The files to take checksums of: the file and what is read beside it, its archive, or all files
/// of a Shapefile, whichever of them is named and in whatever case. In a fixed order. Throws
/// DataError when their folder cannot be listed.
std::vector<std::filesystem::path> get_real_files(const SourcePath& path);

}  // namespace pahunch
