/// \file
/// How much a packed file may unpack to.
///
/// A few kilobytes can be made to unpack to gigabytes. Honest layers shrink to a tenth, blank
/// columns to a hundredth: a file may unpack to 200 times its size, and to 256 MiB whatever its
/// size. Files that are packed are known by their first bytes (zip, also as .kmz, .shz and the
/// like; gzip), those within an archive too, and by a source that calls them so (/vsizip/…).
#pragma once

#include <filesystem>
#include <string>

#include "geo/io/source_path.h"

namespace pahunch {

/// Throws DataError when the file, or the path within it, unpacks to more. `real`: the file on
/// disk. Takes no more memory than a buffer; unpacks everything once, and stops where it is too
/// much.
void check_packed_size(const std::filesystem::path& real, const SourcePath& path,
                       const std::string& place);

}  // namespace pahunch
