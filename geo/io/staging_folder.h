/// \file
/// A hidden folder beside a target, in which its files are written before they take its place.
///
/// Its lock ends with the program, so that what a killed one has left is known from what a living
/// one writes, and is removed by the next. Where the file system has no locks, nothing is removed.
#pragma once

#include <filesystem>

namespace pahunch {

/// Removes what killed programs have left beside the target; what was put aside, where something
/// stands at the target again.
void remove_left_behind(const std::filesystem::path& target);

class StagingFolder {
 public:
  /// Removes what was left behind, and makes a new folder. Throws DataError where that is not
  /// possible.
  explicit StagingFolder(const std::filesystem::path& target);
  StagingFolder(const StagingFolder&) = delete;
  StagingFolder& operator=(const StagingFolder&) = delete;
  ~StagingFolder();  ///< removes it, unless it was moved away

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Where what stands at the target is put aside meanwhile.
  [[nodiscard]] std::filesystem::path aside() const;

 private:
  std::filesystem::path path_;
  int lock_ = -1;  ///< descriptor of the folder
};

}  // namespace pahunch
