#include "geo/io/shapefile_parts.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "geo/base/error.h"

namespace pahunch {

namespace {

struct CloseFile {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

using FourBytes = std::array<std::uint8_t, 4>;

using PartFile = std::unique_ptr<VSILFILE, CloseFile>;

/// As OGR looks for a part, whatever the case of the one that is named: in small letters first.
PartFile open_part(const std::string& any_part, const std::string& extension) {
  const std::string stem = any_part.substr(0, any_part.size() - extension.size());
  PartFile file(VSIFOpenL((stem + extension).c_str(), "rb"));
  if (!file) file.reset(VSIFOpenL((stem + CPLString(extension).toupper()).c_str(), "rb"));
  return file;
}

std::optional<FourBytes> find_bytes(const std::string& any_part, const std::string& extension,
                                    vsi_l_offset at) {
  const auto file = open_part(any_part, extension);
  FourBytes bytes{};
  if (!file || VSIFSeekL(file.get(), at, SEEK_SET) != 0 ||
      VSIFReadL(bytes.data(), 1, bytes.size(), file.get()) != bytes.size()) {
    return std::nullopt;
  }
  return bytes;
}

bool names_part(const std::string& gdal_path) {
  const auto dot = gdal_path.rfind('.');
  if (dot == std::string::npos) return false;
  const auto extension = CPLString(gdal_path.substr(dot)).tolower();
  return extension == ".shp" || extension == ".shx" || extension == ".dbf";
}

/// The length of an .shx stands in its header, in words of two bytes, the high byte first.
std::optional<std::uint32_t> find_n_shapes(const std::string& any_part) {
  constexpr vsi_l_offset kLengthAt = 24;
  constexpr std::uint32_t kHeaderWords = 50, kRecordWords = 4;
  const auto bytes = find_bytes(any_part, "shx", kLengthAt);
  if (!bytes) return std::nullopt;
  std::uint32_t words = 0;
  for (const auto byte : *bytes) words = words << 8U | byte;
  return words < kHeaderWords ? 0 : (words - kHeaderWords) / kRecordWords;
}

/// The number of rows of a .dbf stands in its header, the low byte first.
std::optional<std::uint32_t> find_n_records(const std::string& any_part) {
  constexpr vsi_l_offset kCountAt = 4;
  const auto bytes = find_bytes(any_part, "dbf", kCountAt);
  if (!bytes) return std::nullopt;
  std::uint32_t n = 0;
  for (auto byte = bytes->rbegin(); byte != bytes->rend(); ++byte) n = n << 8U | *byte;
  return n;
}

}  // namespace

void check_shapefile_parts(const std::string& gdal_path, const std::string& shown) {
  if (!names_part(gdal_path)) return;
  const auto n_shapes = find_n_shapes(gdal_path), n_records = find_n_records(gdal_path);
  if (!n_shapes || !n_records || *n_shapes == *n_records) return;
  throw DataError({.what = fmt::format("the Shapefile has {} shapes and {} rows in its .dbf",
                                       *n_shapes, *n_records),
                   .where = shown,
                   .why = "shapes would be lost, or have the values of others",
                   .hint = "one of its files is damaged or belongs to another: fetch or export all "
                           "of them again"});
}

}  // namespace pahunch
