/// \file
/// The lines of a text file, plain or gzipped.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pahunch::detail {

class TextLines {
 public:
  /// Throws DataError when the file cannot be opened.
  explicit TextLines(const std::filesystem::path& file);

  /// The next line without its end, valid until the next call; none at the end of the file. Throws
  /// DataError when the file is damaged, cut short, or has a line of 4096 bytes or more.
  std::optional<std::string_view> next();

  /// "FILE, line N" of the last line.
  [[nodiscard]] std::string where() const;

 private:
  struct Close {
    void operator()(gzFile_s* file) const { gzclose(file); }
  };
  void require_whole() const;

  std::string name_;
  std::unique_ptr<gzFile_s, Close> file_;
  std::vector<char> line_;
  std::uint64_t n_lines_ = 0;
};

}  // namespace pahunch::detail
