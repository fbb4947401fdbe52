#include "planner/options/output_options.h"

#include <fmt/format.h>

#include <filesystem>

#include "geo/base/error.h"

namespace pahunch {

void OutputOptions::add_to(CLI::App& app, const std::string& what) {
  app.add_option("-o,--out", out, what)->type_name("PATH")->group("Output");
  app.add_flag("--overwrite", overwrite, "Replace what is there")->group("Output");
}

RunFolder::IfExists OutputOptions::if_exists() const {
  return overwrite ? RunFolder::IfExists::kReplace : RunFolder::IfExists::kRefuse;
}

ResultFile::ResultFile(const OutputOptions& options) : target_(options.out) {
  if (std::filesystem::is_directory(target_)) {
    throw DataError({.what = "a folder has this name",
                     .where = target_.string(),
                     .hint = "give the name of a file"});
  }
  if (std::filesystem::exists(target_) && !options.overwrite) {
    throw DataError({.what = "the file exists",
                     .where = target_.string(),
                     .why = "nothing is overwritten unasked",
                     .hint = "choose another name, or add --overwrite"});
  }
}

ResultStream::ResultStream(const OutputOptions& options, Console& console)
    : target_(options.out), console_(console) {
  if (target_.empty()) return;
  static_cast<void>(ResultFile(options));
  whole_.emplace(target_);
  file_.open(whole_->part(), std::ios::binary);
}

std::ostream& ResultStream::stream() { return whole_ ? file_ : console_.out(); }

void ResultStream::finish() {
  if (!whole_) return console_.flush();
  file_.close();
  if (!file_) {
    throw DataError({.what = "the file could not be written",
                     .where = target_,
                     .hint = "is the disk full, or the folder read-only?"});
  }
  whole_->commit();
  console_.note(fmt::format("wrote {}", target_));
}

}  // namespace pahunch
