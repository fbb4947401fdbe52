#include "geo/io/file_stamp.h"

#include <sys/stat.h>

#include "geo/base/error.h"

namespace pahunch {
namespace {

FileStamp read_stamp(const std::filesystem::path& file) {
  struct stat found = {};
  if (::stat(file.c_str(), &found) != 0) return {};
  return {found.st_ino, static_cast<std::uint64_t>(found.st_size), found.st_mtim.tv_sec,
          found.st_mtim.tv_nsec};
}

}  // namespace

std::vector<FileStamp> read_stamps(const std::vector<std::filesystem::path>& files) {
  std::vector<FileStamp> stamps;
  stamps.reserve(files.size());
  for (const auto& file : files) stamps.push_back(read_stamp(file));
  return stamps;
}

void require_same_stamps(const std::vector<std::filesystem::path>& files,
                         const std::vector<FileStamp>& before) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (i < before.size() && read_stamp(files[i]) == before[i]) continue;
    throw DataError({.what = "the file was written to while it was read",
                     .where = files[i].string(),
                     .why = "results would be kept as those of the new file, and are partly of "
                            "the old one",
                     .hint = "run the same command again when the file is whole"});
  }
}

}  // namespace pahunch
