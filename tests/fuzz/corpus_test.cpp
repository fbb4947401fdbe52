/// \file
/// The corpus of the fuzzers, fed to the same functions by the ordinary builds.

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "tests/fuzz/targets.h"
#include "tests/support/read_text.h"
#include "tests/support/shared_files.h"

using namespace pahunch;

namespace {

std::filesystem::path corpus_of(const fuzz::Target& target) {
  return test::source_file("tests/fuzz/corpus") / target.name;
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

/// A byte changed, a piece left out, or a piece said twice, where chance says.
std::string damage(std::string bytes, std::mt19937_64& random) {
  const auto draw = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (std::size_t i = 0, n = 1 + draw(4); i < n && !bytes.empty(); ++i) {
    const std::size_t at = draw(bytes.size()), size = draw(bytes.size() - at + 1);
    switch (draw(3)) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes.erase(at, size);
        break;
      default:
        bytes.insert(at, bytes.substr(at, size));
    }
  }
  return bytes;
}

/// Some targets run a whole command, or GDAL, for each.
std::size_t n_damages(const fuzz::Target& target) {
  return target.name == "command_line" || target.name == "layer" ? 2 : 20;
}

}  // namespace

TEST_CASE("damaged files of the fuzzers' corpus are read, or refused in the program's own words") {
  std::mt19937_64 random(1);
  for (const auto& target : fuzz::kTargets) {
    for (const auto& file : files_in(corpus_of(target))) {
      for (std::size_t i = 0; i < n_damages(target); ++i) {
        INFO(target.name << " " << file.filename().string() << ", damage " << i);
        CHECK_NOTHROW(target.read(damage(test::read_text(file), random)));
      }
    }
  }
}

TEST_CASE("every file of the fuzzers' corpus is read, or refused in the program's own words") {
  for (const auto& target : fuzz::kTargets) {
    DYNAMIC_SECTION(target.name) {
      const auto files = files_in(corpus_of(target));
      REQUIRE_FALSE(files.empty());
      for (const auto& file : files) {
        INFO(file.filename().string());
        CHECK_NOTHROW(target.read(test::read_text(file)));
      }
    }
  }
}

TEST_CASE("every folder of the fuzzers' corpus belongs to a target") {
  for (const auto& folder : files_in(test::source_file("tests/fuzz/corpus"))) {
    INFO(folder.string());
    CHECK(std::ranges::count(fuzz::kTargets, folder.filename().string(), &fuzz::Target::name) == 1);
  }
}
