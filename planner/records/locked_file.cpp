#include "planner/records/locked_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "planner/records/store_error.h"

namespace pahunch {
namespace {

[[noreturn]] void fail_to_open(const std::filesystem::path& file, const std::string& reason) {
  throw StoreError(
      {.what = "cannot open " + file.filename().string() + ": " + reason,
       .where = file.string(),
       .why = "finished work is kept in it",
       .hint = "check permissions and free room, or choose another folder with --out"});
}

[[noreturn]] void fail_to_write(const std::filesystem::path& file, const std::string& reason) {
  throw StoreError({.what = "cannot write " + file.filename().string() + ": " + reason,
                    .where = file.string(),
                    .why = "finished work could not be kept",
                    .hint = "what is finished is kept: free some room, or see to the disk, and run "
                            "the same command again"});
}

/// Where it was taken for the end of the file, finished work would be cut off.
[[noreturn]] void fail_to_read(const std::filesystem::path& file, const std::string& reason) {
  throw StoreError({.what = "cannot read " + file.filename().string() + ": " + reason,
                    .where = file.string(),
                    .why = "it holds finished work, and is left as it is",
                    .hint = "check the disk, and run the command again"});
}

/// Makes a call of the system again while signals interrupt it.
template <typename Call>
auto repeat(const Call& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

std::string last_reason() { return std::generic_category().message(errno); }

[[noreturn]] void fail_held(const std::filesystem::path& file, std::string_view use) {
  throw StoreError({.what = fmt::format("another program is {} into this folder", use),
                    .where = file.string(),
                    .why = "two at a time would mix their work",
                    .hint = "wait for it, or choose another folder with --out"});
}

[[noreturn]] void fail_to_lock(const std::filesystem::path& file, const std::string& reason) {
  throw StoreError({.what = fmt::format("cannot lock {}: {}", file.filename().string(), reason),
                    .where = file.string(),
                    .why = "two programs at a time would mix their work",
                    .hint = "choose a folder on a file system with locks (flock) with --out"});
}

}  // namespace

LockedFile::LockedFile(std::filesystem::path file, std::string_view use)
    : path_(std::move(file)),
      descriptor_(
          repeat([&] { return ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666); })) {
  if (descriptor_ < 0) fail_to_open(path_, last_reason());
  if (repeat([&] { return ::flock(descriptor_, LOCK_EX | LOCK_NB); }) == 0) return;
  const bool is_held = errno == EWOULDBLOCK;
  const std::string reason = last_reason();
  ::close(descriptor_);
  if (is_held) fail_held(path_, use);
  fail_to_lock(path_, reason);
}

LockedFile::~LockedFile() { ::close(descriptor_); }

std::string LockedFile::read(std::uint64_t offset, std::uint64_t size) const {
  std::string bytes(size, '\0');
  std::uint64_t n_read = 0;
  while (n_read < size) {
    const auto n = repeat([&] {
      return ::pread(descriptor_, bytes.data() + n_read, size - n_read,
                     static_cast<off_t>(offset + n_read));
    });
    if (n < 0) fail_to_read(path_, last_reason());
    if (n == 0) break;
    n_read += static_cast<std::uint64_t>(n);
  }
  bytes.resize(n_read);
  return bytes;
}

void LockedFile::write(std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto n = repeat([&] {
      return ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    });
    if (n < 0) fail_to_write(path_, last_reason());
    bytes.remove_prefix(static_cast<std::size_t>(n));
    offset += static_cast<std::uint64_t>(n);
  }
  if (repeat([&] { return ::fdatasync(descriptor_); }) != 0) fail_to_write(path_, last_reason());
}

void LockedFile::cut(std::uint64_t size) {
  const int cut = repeat([&] { return ::ftruncate(descriptor_, static_cast<off_t>(size)); });
  if (cut != 0) fail_to_write(path_, last_reason());
}

std::uint64_t LockedFile::size() const {
  const off_t end = ::lseek(descriptor_, 0, SEEK_END);
  return end < 0 ? 0 : static_cast<std::uint64_t>(end);
}

}  // namespace pahunch
