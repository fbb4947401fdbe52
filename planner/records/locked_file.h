/// \file
/// A file that grows at its end and is read anywhere, held by one program at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace pahunch {

class LockedFile {
 public:
  /// Opens or makes it. Throws StoreError when that fails or another program holds it; `use`: what
  /// that one is doing then, "simulating".
  LockedFile(std::filesystem::path file, std::string_view use);
  LockedFile(const LockedFile&) = delete;
  LockedFile& operator=(const LockedFile&) = delete;
  ~LockedFile();

  /// As many bytes as there are, at most `size`. Throws StoreError when the disk says no.
  [[nodiscard]] std::string read(std::uint64_t offset, std::uint64_t size) const;
  /// Writes there, and is on disk when it returns. Throws StoreError when the disk says no.
  void write(std::uint64_t offset, std::string_view bytes);
  /// Cuts it off. Throws as `write` does.
  void cut(std::uint64_t size);
  [[nodiscard]] std::uint64_t size() const;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  int descriptor_;
};

}  // namespace pahunch
