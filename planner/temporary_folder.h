/// \file
/// A folder for the work of a moment.
#pragma once

#include <filesystem>
#include <string>

namespace pahunch {

/// Goes with all that is in it.
class TemporaryFolder {
 public:
  /// `purpose`: a word of its name. Throws DataError where none can be made.
  explicit TemporaryFolder(const std::string& purpose);
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace pahunch
