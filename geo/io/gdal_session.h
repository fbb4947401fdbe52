/// \file
/// What every use of GDAL for writing needs: drivers registered, a fixed clock, and errors
/// collected instead of printed.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pahunch {

/// Registers the drivers, once. From then on GDAL fetches nothing over a network on behalf of a
/// file that names an address, such as that of its CRS; and it leaves no files beside those it
/// reads.
void prepare_gdal();

/// Lasts as long as the work; of one thread.
class GdalSession {
 public:
  GdalSession();
  GdalSession(const GdalSession&) = delete;
  GdalSession& operator=(const GdalSession&) = delete;
  ~GdalSession();

  /// Throws DataError with what GDAL said, when it reported a failure. `file`: as the user named
  /// it.
  void require_no_errors(const std::filesystem::path& file, std::string_view doing = "write") const;
  void note(std::string message) { errors_.push_back(std::move(message)); }

 private:
  std::vector<std::string> errors_;
};

/// A file name in memory that no other writer uses; the file is gone with the object.
class MemoryFile {
 public:
  /// `extension`: ".gpkg".
  explicit MemoryFile(std::string_view extension);
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile();

  [[nodiscard]] const std::string& name() const { return name_; }
  /// The bytes, as long as the object lives.
  [[nodiscard]] std::string_view content() const;

 private:
  std::string name_;
};

}  // namespace pahunch
