/// \file
/// A zip archive with the same bytes for the same content.
#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace pahunch {

struct ZipEntry {
  std::string name;  ///< within the archive
  std::string content;
};

/// Entries in this order, deflated, all of 1 January 2000. The archive appears whole or not at all.
/// Throws DataError when the disk says no.
void write_zip(std::span<const ZipEntry> entries, const std::filesystem::path& file);

}  // namespace pahunch
