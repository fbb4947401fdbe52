#include "geo/io/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "geo/base/error.h"

namespace pahunch {
namespace {

[[noreturn]] void fail_writing(const std::filesystem::path& target, const std::string& reason) {
  throw DataError(
      {.what = "cannot write " + target.filename().string() + ": " + reason,
       .where = target.string(),
       .why = "nothing was written",
       .hint = "check free space and the permissions of the folder, or choose another"});
}

/// An open file that is closed in any case.
class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& file)
      : fd_(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }

  [[nodiscard]] bool open() const { return fd_ >= 0; }
  /// False, with `errno` set, when not all could be written.
  [[nodiscard]] bool write(std::string_view content) const {
    while (!content.empty()) {
      const auto n = ::write(fd_, content.data(), content.size());
      if (n < 0 && errno != EINTR) return false;
      if (n > 0) content.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }
  [[nodiscard]] bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

}  // namespace

WholeFile::WholeFile(std::filesystem::path target) : target_(std::move(target)) {
  auto folder = target_.parent_path();
  if (folder.empty()) folder = ".";
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) {
    fail_writing(target_, folder.string() + " is not a folder");
  }
  // The extension stays last: some writers choose by it.
  part_ = folder / (".part-" + std::to_string(::getpid()) + "-" + target_.filename().string());
}

WholeFile::~WholeFile() {
  if (committed_) return;
  std::error_code ignored;
  std::filesystem::remove(part_, ignored);
}

void WholeFile::commit() {
  std::error_code error;
  std::filesystem::rename(part_, target_, error);
  if (error) fail_writing(target_, error.message());
  committed_ = true;
}

void write_whole_file(const std::filesystem::path& file, std::string_view content) {
  WholeFile whole(file);
  Descriptor out(whole.part());
  if (!out.open() || !out.write(content) || !out.close())
    fail_writing(file, std::generic_category().message(errno));
  whole.commit();
}

}  // namespace pahunch
