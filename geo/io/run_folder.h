/// \file
/// A run's folder: files appear whole or not at all.
///
/// Files are written into a hidden folder beside the target; `commit` reads every file back,
/// compares its checksum and, of data files, the number of rows, and renames the folder into place.
/// Without `commit` nothing is left, and a folder that stood there stays as it was. What a killed
/// program has left is removed by the next that writes to the same target.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/io/staging_folder.h"

namespace pahunch {

struct WrittenFile {
  std::string name;
  std::string sha256;
  std::uint64_t n_bytes = 0;
  std::int64_t n_rows = -1;  ///< of data files
};

class RunFolder {
 public:
  enum class IfExists : std::uint8_t { kRefuse, kReplace };

  /// Throws DataError when `target` exists and may not be replaced, or cannot be written. An empty
  /// folder may always be filled; `kReplace` replaces only a folder that holds a `manifest.json`,
  /// so that a mistyped name cannot cost a planner's other files. Missing folders above are made.
  RunFolder(std::filesystem::path target, IfExists if_exists);
  RunFolder(const RunFolder&) = delete;
  RunFolder& operator=(const RunFolder&) = delete;
  ~RunFolder();  ///< removes what was not committed

  /// Where a file of this name is to be written now. A name has no folder in it.
  [[nodiscard]] std::filesystem::path path(std::string_view name) const;
  /// Writes a small text file.
  void write_text(std::string_view name, std::string_view content);
  /// Notes a file that was written to `path(name)`; `n_rows` -1 where it has no rows. Of a
  /// GeoPackage, the rows of all layers. Every file in the folder must be noted before `commit`.
  void add(std::string_view name, std::int64_t n_rows);
  /// Files so far, sorted by name, with their checksums.
  [[nodiscard]] std::vector<WrittenFile> files() const;
  /// Renames into place. Throws InvariantError for a file that does not read back as it was noted,
  /// DataError when the disk says no; nothing is left in either case.
  void commit();

 private:
  void check_files() const;
  void check_nothing_unnoted() const;
  void move_into_place();

  std::filesystem::path target_;
  IfExists if_exists_;
  std::optional<StagingFolder> staging_;
  std::vector<WrittenFile> files_;
};

}  // namespace pahunch
