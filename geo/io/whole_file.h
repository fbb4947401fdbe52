/// \file
/// A file that appears whole or not at all.
///
///     WholeFile whole("out/routes.csv");
///     ... write whole.part() ...
///     whole.commit();
#pragma once

#include <filesystem>
#include <string_view>

namespace pahunch {

class WholeFile {
 public:
  /// `target` may exist: `commit` replaces it. Throws DataError when its folder is missing.
  explicit WholeFile(std::filesystem::path target);
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;
  ~WholeFile();  ///< removes what was not committed

  /// The hidden file beside the target that is to be written.
  [[nodiscard]] const std::filesystem::path& part() const { return part_; }
  /// Renames the part to the target. Throws DataError when the disk says no.
  void commit();

 private:
  std::filesystem::path target_, part_;
  bool committed_ = false;
};

/// Writes all of `content` as `file`, whole or not at all. Throws DataError naming the file and the
/// system's reason (disk full, read-only folder, ...).
void write_whole_file(const std::filesystem::path& file, std::string_view content);

}  // namespace pahunch
