/// \file
/// Options that say where the results go, and a stream to a file that appears whole or not at all.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>

#include "geo/io/run_folder.h"
#include "geo/io/whole_file.h"
#include "planner/console.h"

namespace pahunch {

struct OutputOptions {
  std::string out;
  bool overwrite = false;

  /// `what`: of `--out`, for the help page.
  void add_to(CLI::App& app, const std::string& what);
  [[nodiscard]] RunFolder::IfExists if_exists() const;
};

/// The file of `--out`, for writers that make it themselves. Precondition: `--out` was given.
class ResultFile {
 public:
  /// Throws DataError when the file exists and may not be replaced.
  explicit ResultFile(const OutputOptions& options);
  [[nodiscard]] const std::filesystem::path& target() const { return target_; }

 private:
  std::filesystem::path target_;
};

/// The results' stream: the file of `--out`, or standard output.
class ResultStream {
 public:
  /// Throws DataError when the file exists and may not be replaced.
  ResultStream(const OutputOptions& options, Console& console);

  [[nodiscard]] std::ostream& stream();
  /// Puts the file in place and says so. Throws DataError when something could not be written.
  void finish();

 private:
  std::string target_;
  Console& console_;
  std::optional<WholeFile> whole_;
  std::ofstream file_;
};

}  // namespace pahunch
