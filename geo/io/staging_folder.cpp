#include "geo/io/staging_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "geo/base/error.h"

namespace pahunch {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kDrawn = "XXXXXX";  ///< letters that `mkdtemp` draws
constexpr std::string_view kAside = "-old";

std::string beginning_of(const fs::path& target) {
  return "." + target.filename().string() + ".part-";
}

[[noreturn]] void fail_to_make(const fs::path& target, const std::string& reason) {
  throw DataError(
      {.what = "cannot write the folder " + target.string() + ": " + reason,
       .where = target.string(),
       .why = "nothing was written",
       .hint = "check free space and permissions, or choose another folder with --out"});
}

/// The descriptor that holds the lock of a folder; -1 where it cannot be had, as `how` says.
int lock_folder(const fs::path& folder, int how) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0 && ::flock(descriptor, how) == 0) return descriptor;
  if (descriptor >= 0) ::close(descriptor);
  return -1;
}

/// Removes a folder that no living program writes into.
void remove_dead(const fs::path& folder) {
  const int lock = lock_folder(folder, LOCK_EX | LOCK_NB);
  if (lock < 0) return;
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  ::close(lock);
}

fs::path make_folder_beside(const fs::path& target) {
  const fs::path name = beginning_of(target).append(kDrawn);
  std::string pattern = (target.parent_path() / name).string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    fail_to_make(target, std::generic_category().message(errno));
  }
  return pattern;
}

}  // namespace

void remove_left_behind(const fs::path& target) {
  const std::string beginning = beginning_of(target);
  std::error_code ignored;
  std::vector<fs::path> staged, aside;
  for (const auto& entry : fs::directory_iterator(target.parent_path(), ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(beginning)) continue;
    const std::string rest = name.substr(beginning.size());
    if (rest.size() == kDrawn.size()) staged.push_back(entry.path());
    if (rest.size() == kDrawn.size() + kAside.size() && rest.ends_with(kAside)) {
      aside.push_back(entry.path());
    }
  }
  for (const fs::path& folder : staged) remove_dead(folder);
  if (!fs::exists(target, ignored)) return;  // or the only whole one would go
  for (const fs::path& folder : aside) fs::remove_all(folder, ignored);
}

StagingFolder::StagingFolder(const fs::path& target) {
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  if (error) fail_to_make(target, error.message());
  remove_left_behind(target);
  do {
    if (lock_ >= 0) ::close(lock_);
    path_ = make_folder_beside(target);
    lock_ = lock_folder(path_, LOCK_EX);
  } while (!fs::exists(path_, error) && !error);  // another program took it for a dead one's
}

StagingFolder::~StagingFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

fs::path StagingFolder::aside() const { return fs::path(path_).concat(kAside); }

}  // namespace pahunch
