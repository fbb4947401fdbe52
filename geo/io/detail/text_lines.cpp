#include "geo/io/detail/text_lines.h"

#include "geo/base/error.h"

namespace pahunch::detail {
namespace {

constexpr int kMaxLine = 4096;
constexpr unsigned int kBufferBytes = 1U << 20U;

}  // namespace

TextLines::TextLines(const std::filesystem::path& file)
    : name_(file.string()), file_(gzopen(file.c_str(), "rb")), line_(kMaxLine) {
  if (!file_) {
    throw DataError({.what = "cannot open the file", .where = name_, .hint = "check its path"});
  }
  gzbuffer(file_.get(), kBufferBytes);
}

std::optional<std::string_view> TextLines::next() {
  ++n_lines_;
  if (gzgets(file_.get(), line_.data(), kMaxLine) == nullptr) {
    require_whole();
    return std::nullopt;
  }
  std::string_view line(line_.data());
  if (line.size() + 1 == static_cast<std::size_t>(kMaxLine)) {
    throw DataError({.what = "the line is longer than 4095 bytes", .where = where()});
  }
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

std::string TextLines::where() const { return name_ + ", line " + std::to_string(n_lines_); }

void TextLines::require_whole() const {
  int code = Z_OK;
  const char* const message = gzerror(file_.get(), &code);
  if (code == Z_OK || code == Z_STREAM_END) return;
  throw DataError({.what = "the file is damaged or cut short: " + std::string(message),
                   .where = name_,
                   .hint = "fetch it again"});
}

}  // namespace pahunch::detail
