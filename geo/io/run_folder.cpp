#include "geo/io/run_folder.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <system_error>

#include "geo/base/error.h"
#include "geo/base/parallel.h"
#include "geo/io/checksum.h"
#include "geo/io/count_rows.h"
#include "geo/io/whole_file.h"

namespace pahunch {
namespace fs = std::filesystem;
namespace {

constexpr const char* kManifest = "manifest.json";

[[noreturn]] void fail(const fs::path& folder, const std::string& reason) {
  throw DataError(
      {.what = "cannot write the folder " + folder.string() + ": " + reason,
       .where = folder.string(),
       .why = "nothing was written",
       .hint = "check free space and permissions, or choose another folder with --out"});
}

[[noreturn]] void fail_exists(const fs::path& target) {
  throw DataError({.what = "the folder " + target.string() + " already exists",
                   .where = target.string(),
                   .why = "nothing is overwritten unasked",
                   .hint = "choose another folder with --out, or replace it with --overwrite"});
}

[[noreturn]] void fail_not_a_run(const fs::path& target) {
  throw DataError({.what = target.string() + " is not a run's folder and is not replaced",
                   .where = target.string(),
                   .why = "it holds files but no manifest.json: they may be somebody's work",
                   .hint = "choose another folder with --out, or remove this one yourself"});
}

/// The folder itself, where the name is a link; without a slash at its end.
fs::path resolved(fs::path target) {
  if (!target.has_filename()) target = target.parent_path();
  std::error_code error;
  fs::path absolute = fs::weakly_canonical(fs::absolute(target), error);
  if (error) fail(target, error.message());
  return absolute;
}

void require_free(const fs::path& target, RunFolder::IfExists if_exists) {
  std::error_code error;
  const auto status = fs::status(target, error);
  if (status.type() == fs::file_type::not_found) return;
  if (error) fail(target, error.message());
  if (!fs::is_directory(status)) fail(target, "a file of this name exists");
  if (fs::is_empty(target, error) && !error) return;
  if (if_exists == RunFolder::IfExists::kRefuse) fail_exists(target);
  if (!fs::exists(target / kManifest, error)) fail_not_a_run(target);
}

/// `mkdtemp` makes a private folder; a run's folder has the permissions of any new one.
void open_to_others(const fs::path& folder) {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::chmod(folder.c_str(), 0777U & ~mask);
}

void check_file(const fs::path& folder, const WrittenFile& file) {
  const fs::path path = folder / file.name;
  if (!fs::exists(path) || read_sha256(path) != file.sha256) {
    throw InvariantError({.what = file.name + " does not read back as it was written",
                          .why = "the disk may be full or failing; nothing was kept"});
  }
  if (file.n_rows < 0 || !has_rows(file.name)) return;
  const auto n = count_rows(path);
  if (n != file.n_rows) {
    throw InvariantError({.what = fmt::format("{} reads back with {} rows, {} were written",
                                              file.name, n, file.n_rows),
                          .why = "rows would be missing without a word; nothing was kept"});
  }
}

}  // namespace

RunFolder::RunFolder(fs::path target, IfExists if_exists)
    : target_(resolved(std::move(target))), if_exists_(if_exists) {
  require_free(target_, if_exists_);
  staging_.emplace(target_);
}

RunFolder::~RunFolder() = default;

fs::path RunFolder::path(std::string_view name) const {
  if (name.empty() || name == "." || name == ".." || name.find('/') != std::string_view::npos) {
    throw InvariantError({.what = "not a file name: '" + std::string(name) + "'"});
  }
  return staging_->path() / name;
}

void RunFolder::write_text(std::string_view name, std::string_view content) {
  write_whole_file(path(name), content);
  add(name, -1);
}

void RunFolder::add(std::string_view name, std::int64_t n_rows) {
  const fs::path file = path(name);
  const auto same_name = [&](const WrittenFile& other) { return other.name == name; };
  if (std::ranges::any_of(files_, same_name)) {
    throw InvariantError({.what = std::string(name) + " is written twice"});
  }
  files_.push_back({std::string(name), read_sha256(file), fs::file_size(file), n_rows});
}

std::vector<WrittenFile> RunFolder::files() const {
  auto sorted = files_;
  std::ranges::sort(sorted, {}, &WrittenFile::name);
  return sorted;
}

void RunFolder::check_files() const {
  for_each_in_parallel(files_.size(),
                       [&](std::size_t i) { check_file(staging_->path(), files_[i]); });
}

void RunFolder::check_nothing_unnoted() const {
  for (const auto& entry : fs::directory_iterator(staging_->path())) {
    const auto name = entry.path().filename().string();
    const auto same_name = [&](const WrittenFile& file) { return file.name == name; };
    if (std::ranges::any_of(files_, same_name)) continue;
    throw InvariantError({.what = name + " was written but not noted",
                          .why = "the manifest would not list every file"});
  }
}

/// A rename fails on a folder with files in it, so what stands there steps aside first, and comes
/// back when the new one cannot take its place.
void RunFolder::move_into_place() {
  require_free(target_, if_exists_);  // another program may have come first
  std::error_code error;
  fs::path aside;
  if (fs::exists(target_, error)) {
    aside = staging_->aside();
    fs::rename(target_, aside, error);
    if (error) fail(target_, error.message());
  }
  fs::rename(staging_->path(), target_, error);
  if (error) {
    std::error_code ignored;
    if (!aside.empty()) fs::rename(aside, target_, ignored);
    fail(target_, error.message());
  }
  if (!aside.empty()) fs::remove_all(aside, error);
}

void RunFolder::commit() {
  check_nothing_unnoted();
  check_files();
  open_to_others(staging_->path());
  move_into_place();
  remove_left_behind(target_);
}

}  // namespace pahunch
