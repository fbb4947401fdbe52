/// \file
/// A copy of the tiny dataset in a folder of its own, for a test to change and to run on.
#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/run_program.h"
#include "tests/support/shared_files.h"

namespace pahunch::test {

/// The dataset lies in the folder "d"; programs are run in the folder above it.
class TinyDataset {
 public:
  TinyDataset() {
    std::filesystem::copy(source_file("tests/data/tiny"), folder_.path() / "d",
                          std::filesystem::copy_options::recursive);
  }

  /// Replaces the first `from` in one of the dataset's files.
  TinyDataset& change(const std::string& name, const std::string& from, const std::string& to) {
    std::string text = read_text(folder_.path() / "d" / name);
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::logic_error("nothing to replace: " + from);
    return write("d/" + name, text.replace(at, from.size(), to));
  }
  /// Keeps the first `n_bytes` of one of the dataset's files.
  TinyDataset& cut(const std::string& name, std::size_t n_bytes) {
    return write("d/" + name, read_text(folder_.path() / "d" / name).substr(0, n_bytes));
  }
  /// `name`: relative to the folder that programs are run in.
  TinyDataset& write(const std::string& name, const std::string& content) {
    folder_.write(name, content);
    return *this;
  }

  [[nodiscard]] ProgramResult run(const std::vector<std::string>& args) const {
    return run_program_in(folder_.path(), args);
  }
  [[nodiscard]] std::filesystem::path path() const { return folder_.path(); }

  /// The files in the folder, with their content.
  [[nodiscard]] std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path())) {
      const std::string name = entry.path().lexically_relative(folder_.path()).generic_string();
      files[name] = entry.is_regular_file() ? read_text(entry.path()) : "";
    }
    return files;
  }

 private:
  TempDir folder_;
};

}  // namespace pahunch::test
