/// \file
/// Whether the files of a Shapefile belong together. OGR reads as many rows as the shorter of the
/// two has, without a word; a table of another file would lose shapes, or give them wrong values.
#pragma once

#include <string>

namespace pahunch {

/// Throws DataError when the .shx and the .dbf of a Shapefile, named by any of its parts, count
/// different numbers of rows. Nothing is said where one of them is missing, or for another kind of
/// path. `shown` stands for the file in the message.
void check_shapefile_parts(const std::string& gdal_path, const std::string& shown);

}  // namespace pahunch
