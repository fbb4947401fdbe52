#include "geo/io/source_path.h"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "geo/base/error.h"
#include "geo/io/shown_source.h"

namespace pahunch {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kArchives{"/vsizip/", "/vsigzip/", "/vsitar/"};

bool is_database(std::string_view source) {
  return source.starts_with("PG:") || source.starts_with("postgresql://");
}

/// "/vsizip/" of "/vsizip/a.zip/b.shp", also nested ones; "" of a plain path.
std::string get_archive_prefix(std::string_view source) {
  for (const auto archive : kArchives) {
    if (source.starts_with(archive)) {
      return std::string(archive) + get_archive_prefix(source.substr(archive.size()));
    }
  }
  return "";
}

void refuse_network(const std::string& source, const std::string& place) {
  const auto prefix = get_archive_prefix(source);
  const auto rest = std::string_view(source).substr(prefix.size());
  if (!rest.starts_with("/vsi") && rest.find("://") == std::string_view::npos) return;
  throw ConfigError(
      {.what =
           fmt::format("the source '{}' is not a file on this machine", get_shown_source(source)),
       .where = place,
       .why = "a run must give the same answer tomorrow, without a network",
       .hint = "fetch the file first; /vsizip/, /vsigzip/ and /vsitar/ are understood"});
}

std::vector<fs::path> get_shapefile_parts(const fs::path& file) {
  std::vector<fs::path> parts;
  for (const auto* extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
    auto part = file;
    part.replace_extension(extension);
    if (fs::exists(part)) parts.push_back(part);
  }
  return parts;
}

std::vector<fs::path> get_folder_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

SourcePath resolve_source(const std::string& source, const fs::path& folder,
                          const std::string& place) {
  const auto shown = get_shown_source(source);
  if (is_database(source)) return {source, shown, true};
  refuse_network(source, place);
  const auto prefix = get_archive_prefix(source);
  const fs::path rest = source.substr(prefix.size());
  SourcePath path{prefix + (folder / rest).lexically_normal().string(), shown, false};
  VSIStatBufL stat;
  if (VSIStatL(path.gdal_path.c_str(), &stat) != 0) {
    const auto* hint = "paths are relative to the dataset file; looked for ";
    throw DataError({.what = fmt::format("there is no file '{}'", shown),
                     .where = place,
                     .why = "a layer of the dataset cannot be read",
                     .hint = shown == source ? hint + path.gdal_path
                                             : "a database is given as \"PG:...\" (PostGIS)"});
  }
  return path;
}

std::vector<fs::path> get_real_files(const SourcePath& path) {
  if (path.database) return {};
  fs::path file = path.gdal_path.substr(get_archive_prefix(path.gdal_path).size());
  while (!fs::exists(file) && file.has_relative_path()) file = file.parent_path();
  if (fs::is_directory(file)) return get_folder_files(file);
  if (file.extension() == ".shp") return get_shapefile_parts(file);
  return {file};
}

}  // namespace pahunch
