/// \file
/// Whether a file was written to between two looks at it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace pahunch {

struct FileStamp {
  std::uint64_t inode = 0, n_bytes = 0;
  std::int64_t written_s = 0, written_ns = 0;  ///< since 1970
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Of each; all zero where there is no such file.
std::vector<FileStamp> read_stamps(const std::vector<std::filesystem::path>& files);

/// Throws DataError when the stamps of the files are others now than `before`: what was read of
/// them and their checksums may not belong together.
void require_same_stamps(const std::vector<std::filesystem::path>& files,
                         const std::vector<FileStamp>& before);

}  // namespace pahunch
