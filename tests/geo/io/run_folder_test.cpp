#include "geo/io/run_folder.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "geo/base/error.h"
#include "geo/io/checksum.h"
#include "geo/io/write_table.h"
#include "tests/geo/io/written_files.h"
#include "tests/support/temp_dir.h"

namespace pahunch {
namespace {

using Catch::Contains;
using IfExists = RunFolder::IfExists;
using Names = std::vector<std::string>;

void write_and_commit(const std::filesystem::path& target, IfExists if_exists,
                      const std::string& content) {
  RunFolder run(target, if_exists);
  run.write_text("manifest.json", content);
  run.commit();
}

TEST_CASE("A run's folder appears when it is committed") {
  const test::TempDir parent;
  const auto target = parent.path() / "run";
  RunFolder run(target, IfExists::kRefuse);
  run.write_text("summary.md", "words");
  CHECK_FALSE(std::filesystem::exists(target));
  run.commit();
  CHECK(test::list_names(parent.path()) == Names{"run"});
  CHECK(test::read_text(target / "summary.md") == "words");
}

TEST_CASE("Without a commit nothing is left") {
  const test::TempDir parent;
  {
    RunFolder run(parent.path() / "run", IfExists::kRefuse);
    run.write_text("summary.md", "words");
    CHECK(test::list_names(parent.path()).size() == 1);
  }
  CHECK(test::list_names(parent.path()).empty());
}

TEST_CASE("Files are listed by name with size, rows and checksum") {
  const test::TempDir parent;
  RunFolder run(parent.path() / "run", IfExists::kRefuse);
  run.write_text("z.md", "abc");
  run.add("a.csv", write_csv(test::two_settlements(), run.path("a.csv")).n_rows);
  const auto files = run.files();
  REQUIRE(files.size() == 2);
  CHECK(files[0].name == "a.csv");
  CHECK(files[0].n_rows == 2);
  CHECK(files[1].n_bytes == 3);
  CHECK(files[1].n_rows == -1);
  CHECK(files[1].sha256 == get_sha256_of_text("abc"));
  CHECK_NOTHROW(run.commit());
}

TEST_CASE("Files of every format are read back and counted") {
  const test::TempDir parent;
  const Table table = test::two_settlements();
  RunFolder run(parent.path() / "run", IfExists::kRefuse);
  run.add("t.geojson", write_geojson(table, test::kUtm, run.path("t.geojson")).n_rows);
  const std::vector<StyledTable> layers = {{table, "<qgis/>"}};
  run.add("t.gpkg", write_geopackage(layers, test::kUtm, run.path("t.gpkg")).n_rows);
  CHECK_NOTHROW(run.commit());
}

TEST_CASE("A file with other rows than were noted stops the commit") {
  const test::TempDir parent;
  {
    RunFolder run(parent.path() / "run", IfExists::kRefuse);
    write_csv(test::two_settlements(), run.path("a.csv"));
    run.add("a.csv", 3);
    CHECK_THROWS_AS(run.commit(), InvariantError);
    CHECK_THROWS_WITH(run.commit(), Contains("a.csv reads back with 2 rows, 3 were written"));
  }
  CHECK(test::list_names(parent.path()).empty());
}

TEST_CASE("A file that changed after it was noted stops the commit") {
  const test::TempDir parent;
  RunFolder run(parent.path() / "run", IfExists::kRefuse);
  run.write_text("a.md", "one");
  std::ofstream(run.path("a.md")) << "two";
  CHECK_THROWS_WITH(run.commit(), Contains("a.md does not read back as it was written"));
  std::filesystem::remove(run.path("a.md"));
  CHECK_THROWS_WITH(run.commit(), Contains("a.md does not read back as it was written"));
}

TEST_CASE("A file that nobody noted stops the commit") {
  const test::TempDir parent;
  RunFolder run(parent.path() / "run", IfExists::kRefuse);
  std::ofstream(run.path("stray.txt")) << "x";
  CHECK_THROWS_WITH(run.commit(), Contains("stray.txt was written but not noted"));
}

TEST_CASE("A name is noted once and has no folder in it") {
  const test::TempDir parent;
  RunFolder run(parent.path() / "run", IfExists::kRefuse);
  run.write_text("a.md", "x");
  CHECK_THROWS_WITH(run.add("a.md", -1), Contains("a.md is written twice"));
  for (const char* name : {"", ".", "..", "../a.md", "b/a.md"}) {
    CHECK_THROWS_WITH(run.path(name), Contains("not a file name"));
  }
}

TEST_CASE("A folder that exists is refused unless it may be replaced") {
  const test::TempDir parent;
  const auto target = parent.path() / "run";
  write_and_commit(target, IfExists::kRefuse, "old");
  CHECK_THROWS_AS(RunFolder(target, IfExists::kRefuse), DataError);
  CHECK_THROWS_WITH(RunFolder(target, IfExists::kRefuse),
                    Contains("already exists") && Contains("--overwrite"));
  write_and_commit(target, IfExists::kReplace, "new");
  CHECK(test::read_text(target / "manifest.json") == "new");
  CHECK(test::list_names(parent.path()) == Names{"run"});
}

TEST_CASE("A replaced folder keeps no file of the old run") {
  const test::TempDir parent;
  parent.write("run/manifest.json", "old");
  parent.write("run/isochrones.geojson", "old");
  write_and_commit(parent.path() / "run", IfExists::kReplace, "new");
  CHECK(test::list_names(parent.path() / "run") == Names{"manifest.json"});
}

TEST_CASE("The old run stays until the new one is committed") {
  const test::TempDir parent;
  const auto old = parent.write("run/manifest.json", "old");
  {
    RunFolder run(parent.path() / "run", IfExists::kReplace);
    run.write_text("manifest.json", "new");
  }
  CHECK(test::read_text(old) == "old");
  CHECK(test::list_names(parent.path()) == Names{"run"});
}

TEST_CASE("A folder with other people's files is never replaced") {
  const test::TempDir parent;
  const auto thesis = parent.write("documents/thesis.odt", "years of work");
  CHECK_THROWS_WITH(RunFolder(parent.path() / "documents", IfExists::kReplace),
                    Contains("is not a run's folder") && Contains("no manifest.json"));
  CHECK(test::read_text(thesis) == "years of work");
}

TEST_CASE("An empty folder may be filled") {
  const test::TempDir parent;
  std::filesystem::create_directory(parent.path() / "run");
  write_and_commit(parent.path() / "run", IfExists::kRefuse, "new");
  CHECK(test::list_names(parent.path()) == Names{"run"});
}

TEST_CASE("A folder that came meanwhile is not overwritten") {
  const test::TempDir parent;
  const auto target = parent.path() / "run";
  RunFolder run(target, IfExists::kRefuse);
  run.write_text("manifest.json", "mine");
  parent.write("run/manifest.json", "theirs");
  CHECK_THROWS_WITH(run.commit(), Contains("already exists"));
  CHECK(test::read_text(target / "manifest.json") == "theirs");
}

TEST_CASE("Missing folders above are made, and a slash at the end does not matter") {
  const test::TempDir parent;
  write_and_commit(parent.path() / "a/b/run/", IfExists::kRefuse, "x");
  CHECK(test::list_names(parent.path() / "a/b") == Names{"run"});
}

TEST_CASE("A link to a run's folder stays a link") {
  const test::TempDir parent;
  parent.write("real/manifest.json", "old");
  std::filesystem::create_directory_symlink(parent.path() / "real", parent.path() / "link");
  write_and_commit(parent.path() / "link", IfExists::kReplace, "new");
  CHECK(std::filesystem::is_symlink(parent.path() / "link"));
  CHECK(test::read_text(parent.path() / "real/manifest.json") == "new");
}

TEST_CASE("A file in the place of the folder is refused") {
  const test::TempDir parent;
  const auto file = parent.write("run", "x");
  CHECK_THROWS_WITH(RunFolder(file, IfExists::kReplace), Contains("a file of this name exists"));
  CHECK_THROWS_AS(RunFolder(file / "below", IfExists::kRefuse), DataError);
  CHECK(test::read_text(file) == "x");
}

TEST_CASE("A place that takes no folders is refused") {
  CHECK_THROWS_WITH(RunFolder("/proc/self/run", IfExists::kRefuse),
                    Contains("cannot write the folder /proc/") && Contains("nothing was written"));
}

TEST_CASE("A full disk leaves nothing of a run") {
  const test::TempDir parent;
  {
    RunFolder run(parent.path() / "run", IfExists::kRefuse);
    const test::SmallDisk disk(10);
    CHECK_THROWS_WITH(run.write_text("summary.md", std::string(100, 'x')),
                      Contains("cannot write summary.md: File too large"));
  }
  CHECK(test::list_names(parent.path()).empty());
}

TEST_CASE(
    "What a killed program has left is removed by the next, and what a living one writes is not") {
  const test::TempDir parent;
  for (const char* left :
       {".run.part-aB3dEf", ".run.part-aB3dEf-old", ".run.part-mine", ".other.part-aB3dEf"}) {
    std::filesystem::create_directory(parent.path() / left);
    std::ofstream(parent.path() / left / "half.csv") << "1,2";
  }
  RunFolder living(parent.path() / "run", IfExists::kReplace);
  living.write_text("manifest.json", "of the first");
  // What was put aside may be all that there is.
  CHECK(std::filesystem::exists(parent.path() / ".run.part-aB3dEf-old"));
  CHECK_FALSE(std::filesystem::exists(parent.path() / ".run.part-aB3dEf"));
  write_and_commit(parent.path() / "run", IfExists::kReplace, "of the second");
  living.commit();
  CHECK(test::list_names(parent.path()) == Names{".other.part-aB3dEf", ".run.part-mine", "run"});
  CHECK(test::read_text(parent.path() / "run/manifest.json") == "of the first");
}

TEST_CASE("A run's folder has the permissions of any new folder") {
  const test::TempDir parent;
  const mode_t mask = ::umask(022);
  write_and_commit(parent.path() / "run", IfExists::kRefuse, "x");
  ::umask(mask);
  struct stat status {};
  ::stat((parent.path() / "run").c_str(), &status);
  CHECK((status.st_mode & 0777U) == 0755U);
}

}  // namespace
}  // namespace pahunch
