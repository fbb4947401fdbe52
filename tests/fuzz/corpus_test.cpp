/// \file
/// The corpus of the fuzzers, fed to the same functions by the ordinary builds.

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
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

}  // namespace

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
