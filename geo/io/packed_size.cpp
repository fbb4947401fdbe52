#include "geo/io/packed_size.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
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

using PackedFile = std::unique_ptr<VSILFILE, CloseFile>;

Packing find_packing(const std::string& gdal_path) {
  std::array<char, 4> first{};
  const PackedFile file(VSIFOpenL(gdal_path.c_str(), "rb"));
  if (file) VSIFReadL(first.data(), 1, first.size(), file.get());
  const std::string_view bytes(first.data(), first.size());
  if (bytes == std::string_view("PK\x03\x04", 4)) return Packing::kZip;
  return bytes.starts_with("\x1f\x8b") ? Packing::kGzip : Packing::kNone;
}

/// Unpacks until it is more than `most`.
std::uint64_t count_unpacked(const std::string& gdal_path, std::uint64_t most) {
  const PackedFile file(VSIFOpenL(gdal_path.c_str(), "rb"));
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

std::uint64_t count_packed(Packing packing, const std::string& gdal_path, std::uint64_t most) {
  if (packing == Packing::kZip) return count_zip("/vsizip/{" + gdal_path + "}", most);
  return packing == Packing::kGzip ? count_unpacked("/vsigzip/" + gdal_path, most) : 0;
}

/// "/vsigzip//vsizip/…": what is packed twice is unpacked twice.
bool is_nested(const std::string& prefix) { return prefix.find("/vsi", 1) != std::string::npos; }

/// What OGR may read of an archive within an archive: the parts of a Shapefile lie side by side.
std::uint64_t count_nested(const std::string& prefix, const std::string& gdal_path,
                           std::uint64_t most) {
  if (prefix.starts_with("/vsigzip/")) return count_unpacked(gdal_path, most);
  VSIStatBufL stat;
  const bool folder = VSIStatL(gdal_path.c_str(), &stat) == 0 && VSI_ISDIR(stat.st_mode);
  return count_zip(folder ? gdal_path : CPLGetPath(gdal_path.c_str()), most);
}

/// The file on disk, then what is packed within it; whatever of it is more than `most`.
std::uint64_t count_all(const std::string& real, const std::string& gdal_path, std::uint64_t most) {
  const auto prefix = gdal_path.substr(0, gdal_path.find(real));
  // A zip may have a program in front, and is read all the same where it is called one.
  const auto packing = prefix.ends_with("/vsizip/") ? Packing::kZip : find_packing(real);
  auto n_bytes = count_packed(packing, real, most);
  if (n_bytes <= most && is_nested(prefix)) n_bytes = count_nested(prefix, gdal_path, most);
  if (n_bytes > most || prefix.empty()) return n_bytes;
  return count_packed(find_packing(gdal_path), gdal_path, most);
}

}  // namespace

void check_packed_size(const std::filesystem::path& real, const SourcePath& path,
                       const std::string& place) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(real, ignored)) return;
  const GdalErrors unheard;  // what is damaged is said where it is read
  const auto most = kMostTimes * std::filesystem::file_size(real, ignored) + kAlwaysAllowed;
  if (count_all(real.string(), path.gdal_path, most) <= most) return;
  throw DataError(
      {.what = fmt::format("'{}' unpacks to more than {} MiB", path.shown, most >> 20U),
       .where = place,
       .why = fmt::format(
           "no honest layer shrinks {} times: the file is made to fill memory or time", kMostTimes),
       .hint = "if you trust it, unpack it yourself and name the file inside"});
}

}  // namespace pahunch
