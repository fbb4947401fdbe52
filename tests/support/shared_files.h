/// \file
/// Files outside the repository that some tests use when they are there.
#pragma once

#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

namespace pahunch::test {

/// The path of a file in the shared folder beside the checkout; none, with a word that ctest counts
/// as skipped, where it is missing.
inline std::optional<std::filesystem::path> find_shared(const std::string& relative) {
  const auto path = std::filesystem::path(PAHUNCH_SHARED_DIR) / relative;
  if (std::filesystem::exists(path)) return path;
  std::cout << "SKIPPED: needs shared/" << relative << '\n';
  return std::nullopt;
}

/// A file of the repository.
inline std::filesystem::path source_file(const std::string& relative) {
  return std::filesystem::path(PAHUNCH_SOURCE_DIR) / relative;
}

}  // namespace pahunch::test
