#include "geo/io/packed_size.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <memory>
#include <vector>

#include "geo/base/error.h"
#include "geo/io/detail/gdal_errors.h"

namespace pahunch {
namespace {

constexpr std::uint64_t kMostTimes = 200;
constexpr std::uint64_t kAlwaysAllowed = std::uint64_t{256} << 20U;
constexpr std::size_t kBufferBytes = std::size_t{1} << 20U;

struct CloseFile {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

enum class Packing : std::uint8_t { kNone, kZip, kGzip };

Packing find_packing(const std::filesystem::path& file) {
  std::array<char, 4> first{};
  std::ifstream(file, std::ios::binary).read(first.data(), first.size());
  const std::string_view bytes(first.data(), first.size());
  if (bytes == std::string_view("PK\x03\x04", 4)) return Packing::kZip;
  return bytes.starts_with("\x1f\x8b") ? Packing::kGzip : Packing::kNone;
}

/// Unpacks until it is more than `most`.
std::uint64_t count_unpacked(const std::string& gdal_path, std::uint64_t most) {
  const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL(gdal_path.c_str(), "rb"));
  std::vector<char> buffer(kBufferBytes);
  std::uint64_t n_bytes = 0;
  while (file && n_bytes <= most) {
    const auto n = VSIFReadL(buffer.data(), 1, buffer.size(), file.get());
    if (n == 0) break;
    n_bytes += n;
  }
  return n_bytes;
}

/// All that is in the archive. Its own directory is not believed: GDAL unpacks what is there.
std::uint64_t count_zip(const std::string& archive, std::uint64_t most) {
  const CPLStringList names(VSIReadDirRecursive(archive.c_str()));
  std::uint64_t n_bytes = 0;
  for (int i = 0; i < names.size() && n_bytes <= most; ++i) {
    n_bytes += count_unpacked(archive + "/" + names[i], most);
  }
  return n_bytes;
}

/// "/vsigzip//vsizip/…": what is packed twice is unpacked twice.
bool is_nested(const std::string& gdal_path) {
  const auto first = gdal_path.find("/vsi");
  return first != std::string::npos && gdal_path.find("/vsi", first + 1) != std::string::npos;
}

}  // namespace

void check_packed_size(const std::filesystem::path& real, const SourcePath& path,
                       const std::string& place) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(real, ignored)) return;
  const GdalErrors unheard;  // what is damaged is said where it is read
  const auto packing = find_packing(real);
  if (packing == Packing::kNone) return;
  const auto most = kMostTimes * std::filesystem::file_size(real, ignored) + kAlwaysAllowed;
  auto n_bytes = packing == Packing::kZip ? count_zip("/vsizip/{" + real.string() + "}", most)
                                          : count_unpacked("/vsigzip/" + real.string(), most);
  if (n_bytes <= most && is_nested(path.gdal_path)) n_bytes = count_unpacked(path.gdal_path, most);
  if (n_bytes <= most) return;
  throw DataError(
      {.what = fmt::format("'{}' unpacks to more than {} MiB", path.shown, most >> 20U),
       .where = place,
       .why = fmt::format(
           "no honest layer shrinks {} times: the file is made to fill memory or time", kMostTimes),
       .hint = "if you trust it, unpack it yourself and name the file inside"});
}

}  // namespace pahunch
