#include "planner/bundled_data.h"

#include <optional>

#include "geo/base/error.h"

namespace pahunch {
namespace fs = std::filesystem;
namespace {

constexpr const char* kMarker = "data/defaults/profiles.toml";

std::optional<fs::path> find_root() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return std::nullopt;
  for (fs::path folder = program.parent_path();; folder = folder.parent_path()) {
    if (fs::exists(folder / kMarker, error)) return folder;
    if (fs::exists(folder / "share/pahunch" / kMarker, error)) return folder / "share/pahunch";
    if (folder == folder.parent_path()) break;
  }
  // Built outside of the source tree.
  if (fs::exists(fs::path(PAHUNCH_SOURCE_DIR) / kMarker, error)) return PAHUNCH_SOURCE_DIR;
  return std::nullopt;
}

}  // namespace

fs::path find_bundled_root() {
  if (const auto root = find_root()) return *root;
  throw DataError({.what = "the data that comes with the program is not there",
                   .where = "looked for data/defaults above the program and in share/pahunch",
                   .why = "it holds the speeds of each way of travelling",
                   .hint = "keep the program in the folder it was built in, or install it whole"});
}

fs::path resolve_path(const std::string& written, const fs::path& base) {
  const fs::path path(written);
  if (path.is_absolute()) return path;
  fs::path here = (base / path).lexically_normal();
  std::error_code error;
  if (fs::exists(here, error)) return here;
  const auto root = find_root();
  if (root && fs::exists(*root / path, error)) return (*root / path).lexically_normal();
  return here;
}

std::string portable_path(const fs::path& path) {
  std::error_code error;
  const fs::path full = fs::weakly_canonical(path, error);
  if (error) return path.string();
  if (const auto root = find_root()) {
    const fs::path inside = full.lexically_relative(fs::weakly_canonical(*root, error));
    if (!inside.empty() && *inside.begin() != "..") return inside.generic_string();
  }
  return full.string();
}

}  // namespace pahunch
