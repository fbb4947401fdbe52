#include "geo/io/source_path.h"

#include <cpl_port.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "geo/base/error.h"
#include "geo/io/packed_size.h"
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

constexpr std::string_view kWebFile = "/vsicurl/";

/// What remains names another machine, or a part of GDAL that is not asked for.
bool is_remote(std::string_view rest) {
  return rest.starts_with("/vsi") || rest.find("://") != std::string_view::npos;
}

void check_network(const std::string& shown, std::string_view rest, const SourceHome& home,
                   const std::string& place) {
  const bool known = rest.starts_with(kWebFile) || is_database(rest);
  if (known && home.rules.network) return;
  throw ConfigError(
      {.what = fmt::format("the source '{}' is not a file on this machine", shown),
       .where = place,
       .why = "a run must give the same answer tomorrow, and tells nobody that it is made",
       .hint = known ? "fetch the data into a file first, or add --allow-network"
                     : "fetch the file first; /vsizip/, /vsigzip/ and /vsitar/ are understood"});
}

/// The file or folder itself, without what lies within an archive.
fs::path find_real(fs::path path) {
  std::error_code ignored;
  while (!fs::exists(path, ignored) && path.has_relative_path()) path = path.parent_path();
  return path;
}

/// From the root on, without "..". Empty where that is impossible.
fs::path find_whole_path(const fs::path& path) {
  std::error_code bad;
  const auto whole = fs::absolute(path.empty() ? fs::path(".") : path, bad);
  return bad ? fs::path() : whole.lexically_normal();
}

/// Links are followed; what is not there is taken as it is written. Empty where that is impossible.
fs::path find_true_path(const fs::path& path) {
  std::error_code bad;
  const auto whole = fs::absolute(path.empty() ? fs::path(".") : path, bad);
  auto found = bad ? fs::path() : fs::weakly_canonical(whole, bad);
  return bad ? fs::path() : found;
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  const auto way = find_true_path(file).lexically_relative(find_true_path(folder));
  return !way.empty() && *way.begin() != "..";
}

void check_inside(const fs::path& file, const std::string& shown, const SourceHome& home,
                  const std::string& place) {
  if (home.rules.outside || lies_in(file, home.folder)) return;
  throw ConfigError(
      {.what = fmt::format("the source '{}' lies outside the folder of the dataset", shown),
       .where = place,
       .why = "a dataset from somebody else could so put any file of yours into the results",
       .hint = "copy the file into the folder; or, where you trust this dataset, add "
               "--allow-outside"});
}

/// A pipe or a device has no end, or none that comes twice.
void check_kind(const fs::path& real, const std::string& shown, const std::string& place) {
  std::error_code ignored;
  const auto status = fs::status(real, ignored);
  if (!fs::exists(status) || fs::is_regular_file(status) || fs::is_directory(status)) return;
  throw DataError({.what = fmt::format("'{}' is neither a file nor a folder", shown),
                   .where = place,
                   .why = "a layer is read more than once, and its checksum is taken",
                   .hint = "write its content into a file first"});
}

void check_exists(const SourcePath& path, const std::string& source, const std::string& place) {
  VSIStatBufL stat;
  if (VSIStatExL(path.gdal_path.c_str(), &stat, VSI_STAT_EXISTS_FLAG) == 0) return;
  const auto* hint = "paths are relative to the dataset file; looked for ";
  throw DataError({.what = fmt::format("there is no file '{}'", path.shown),
                   .where = place,
                   .why = "a layer of the dataset cannot be read",
                   .hint = path.shown == source
                               ? hint + get_archive_prefix(source) + path.file.string()
                               : "a database is given as \"PG:...\" (PostGIS)"});
}

using Extensions = std::vector<const char*>;

/// Formats of several files of one name. Whichever part of a Shapefile is named, GDAL looks for the
/// others; of the others the first is named, and GDAL reads what lies beside it.
const std::array<Extensions, 3> kManyParts{{{".shp", ".shx", ".dbf", ".prj", ".cpg"},
                                            {".csv", ".csvt", ".prj"},
                                            {".gml", ".gfs", ".xsd"}}};

bool has_extension(const fs::path& file, const char* extension) {
  return EQUAL(file.extension().c_str(), extension);
}

/// None where the format has a single file.
const Extensions* find_parts(const fs::path& file) {
  const auto named = [&](const char* extension) { return has_extension(file, extension); };
  const auto& shapefile = kManyParts.front();
  if (std::any_of(shapefile.begin(), shapefile.end(), named)) return &shapefile;
  const auto* found = std::find_if(kManyParts.begin(), kManyParts.end(),
                                   [&](const Extensions& parts) { return named(parts.front()); });
  return found == kManyParts.end() ? nullptr : found;
}

std::vector<fs::path> list_same_stem(const fs::path& file) {
  std::vector<fs::path> files;
  const auto folder = file.parent_path();
  std::error_code failed;
  const fs::directory_iterator entries(folder.empty() ? fs::path(".") : folder, failed);
  if (failed) {
    throw DataError({.what = fmt::format("the folder of '{}' cannot be listed: {}",
                                         file.filename().string(), failed.message()),
                     .where = folder.string(),
                     .why = "a format of several files is known by their names",
                     .hint = "ask for permission to read the folder"});
  }
  for (const auto& entry : entries) {
    const auto name = entry.path().filename();
    if (EQUAL(name.stem().c_str(), file.stem().c_str()) && entry.exists()) {
      files.push_back(folder / name);
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// In small letters and in capitals, in the order of the extensions.
std::vector<fs::path> list_parts(const fs::path& file, const Extensions& extensions) {
  std::vector<fs::path> parts;
  const auto files = list_same_stem(file);
  for (const auto* extension : extensions) {
    std::copy_if(files.begin(), files.end(), std::back_inserter(parts),
                 [&](const fs::path& part) { return has_extension(part, extension); });
  }
  return parts;
}

/// A GeoPackage that another program has open may keep its last changes beside it.
std::vector<fs::path> with_changes(const fs::path& file) {
  const fs::path changes = file.string() + "-wal";
  std::error_code failed;
  const auto n_bytes = fs::file_size(changes, failed);
  if (failed || n_bytes == 0) return {file};
  return {file, changes};
}

std::vector<fs::path> get_folder_files(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

SourcePath resolve_source(const std::string& source, const SourceHome& home,
                          const std::string& place) {
  const auto shown = get_shown_source(source);
  const auto prefix = get_archive_prefix(source);
  const auto rest = source.substr(prefix.size());
  if (is_database(source) || is_remote(rest)) {
    check_network(shown, rest, home, place);
    return {source, shown, is_database(source), true, {}, std::make_shared<std::string>()};
  }
  const fs::path plain = (home.folder / rest).lexically_normal();
  const auto whole = find_whole_path(plain);
  if (is_remote(whole.string())) check_network(shown, rest, home, place);
  check_inside(plain, shown, home, place);
  check_kind(find_real(plain), shown, place);
  SourcePath path{.gdal_path = prefix + whole.string(), .shown = shown, .file = plain};
  check_exists(path, source, place);
  const auto files = get_real_files(path);
  for (const auto& file : files) check_inside(file, shown, home, place);
  path.stamps = read_stamps(files);
  check_packed_size(find_real(whole), path, place);
  return path;
}

std::vector<fs::path> get_real_files(const SourcePath& path) {
  if (path.remote) return {};
  const auto file = find_real(path.file);
  if (fs::is_directory(file)) return get_folder_files(file);
  if (const auto* extensions = find_parts(file)) return list_parts(file, *extensions);
  return with_changes(file);
}

}  // namespace pahunch
