#include "geo/io/whole_file.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/geo/io/written_files.h"
#include "tests/support/temp_dir.h"

namespace pahunch {
namespace {

using Catch::Contains;

TEST_CASE("A whole file holds what was written and nothing lies beside it") {
  const test::TempDir folder;
  write_whole_file(folder.path() / "a.txt", "content");
  CHECK(test::read_text(folder.path() / "a.txt") == "content");
  CHECK(test::list_names(folder.path()) == std::vector<std::string>{"a.txt"});
}

TEST_CASE("A whole file replaces the one of its name") {
  const test::TempDir folder;
  const auto file = folder.write("a.txt", "old and longer");
  write_whole_file(file, "new");
  CHECK(test::read_text(file) == "new");
}

TEST_CASE("Nothing is left of a file that is not committed") {
  const test::TempDir folder;
  const auto old = folder.write("a.txt", "old");
  {
    const WholeFile whole(old);
    std::ofstream(whole.part()) << "half";
    CHECK(whole.part().extension() == ".txt");
  }
  CHECK(test::read_text(old) == "old");
  CHECK(test::list_names(folder.path()) == std::vector<std::string>{"a.txt"});
}

TEST_CASE("A full disk is an error and leaves the old file") {
  const test::TempDir folder;
  const auto file = folder.write("a.txt", "old");
  const test::SmallDisk disk(1000);
  CHECK_THROWS_WITH(write_whole_file(file, std::string(5000, 'x')),
                    Contains("cannot write a.txt: File too large") &&
                        Contains("nothing was written") && Contains("free space"));
  CHECK(test::read_text(file) == "old");
  CHECK(test::list_names(folder.path()) == std::vector<std::string>{"a.txt"});
}

TEST_CASE("A missing folder is an error that names it") {
  CHECK_THROWS_AS(write_whole_file("/no/such/folder/a.txt", "x"), DataError);
  CHECK_THROWS_WITH(write_whole_file("/no/such/folder/a.txt", "x"),
                    Contains("/no/such/folder is not a folder"));
}

TEST_CASE("A folder that is a file is an error") {
  const test::TempDir folder;
  const auto file = folder.write("file", "x");
  CHECK_THROWS_WITH(write_whole_file(file / "a.txt", "x"), Contains("is not a folder"));
}

TEST_CASE("A folder that takes no files is an error") {
  // Not even root creates files there.
  CHECK_THROWS_WITH(write_whole_file("/proc/self/a.txt", "x"), Contains("cannot write a.txt: "));
}

TEST_CASE("A folder in the place of the file is an error and stays") {
  const test::TempDir folder;
  folder.write("a.txt/inside", "x");
  CHECK_THROWS_WITH(write_whole_file(folder.path() / "a.txt", "x"),
                    Contains("cannot write a.txt: Is a directory"));
  CHECK(test::list_names(folder.path()) == std::vector<std::string>{"a.txt"});
}

TEST_CASE("A bare file name is written into the current folder") {
  const test::TempDir folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  write_whole_file("bare.txt", "x");
  std::filesystem::current_path(before);
  CHECK(test::list_names(folder.path()) == std::vector<std::string>{"bare.txt"});
}

}  // namespace
}  // namespace pahunch
