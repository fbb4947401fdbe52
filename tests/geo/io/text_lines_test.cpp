#include "geo/io/detail/text_lines.h"

#include <zlib.h>

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using detail::TextLines;
using test::TempDir;

namespace {

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::vector<std::string> lines;
  TextLines text(file);
  while (const auto line = text.next()) lines.emplace_back(*line);
  return lines;
}

std::filesystem::path write_zipped(const TempDir& folder, const std::string& text) {
  const auto file = folder.path() / "t.gz";
  gzFile zipped = gzopen(file.c_str(), "wb");
  REQUIRE(gzwrite(zipped, text.data(), static_cast<unsigned>(text.size())) ==
          static_cast<int>(text.size()));
  REQUIRE(gzclose(zipped) == Z_OK);
  return file;
}

}  // namespace

TEST_CASE("lines come without their ends, the last one with or without") {
  const TempDir folder;
  const std::vector<std::string> expected = {"one", "", "three"};
  CHECK(lines_of(folder.write("a", "one\n\nthree\n")) == expected);
  CHECK(lines_of(folder.write("b", "one\n\nthree")) == expected);
  CHECK(lines_of(folder.write("c", "one\r\n\r\nthree\r\n")) == expected);
  CHECK(lines_of(folder.write("d", "")).empty());
}

TEST_CASE("a zipped file has the lines of the plain one") {
  const TempDir folder;
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "line " + std::to_string(i) + "\n";
  CHECK(lines_of(write_zipped(folder, text)) == lines_of(folder.write("plain", text)));
}

TEST_CASE("a place in a text names the file and the line") {
  const TempDir folder;
  TextLines text(folder.write("t.txt", "a\nb\nc\n"));
  static_cast<void>(text.next());
  static_cast<void>(text.next());
  CHECK_THAT(text.where(), Catch::EndsWith("t.txt, line 2"));
}

TEST_CASE("a line may be long, but not endless") {
  const TempDir folder;
  CHECK(lines_of(folder.write("a", std::string(4000, 'x') + "\ny\n")).size() == 2);
  CHECK_THROWS_AS(lines_of(folder.write("b", std::string(5000, 'x') + "\n")), DataError);
}

TEST_CASE("a zipped file that is cut short is an error, not an end") {
  const TempDir folder;
  std::string text;
  for (int i = 0; i < 5000; ++i) text += std::to_string(i * 7919) + "\n";
  const auto file = write_zipped(folder, text);
  std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
  CHECK_THROWS_AS(lines_of(file), DataError);
}

TEST_CASE("a text that is not there is an error that names it") {
  CHECK_THROWS_WITH(lines_of("no/such/file"), Catch::Contains("no/such/file"));
}
