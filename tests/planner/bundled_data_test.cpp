#include "planner/bundled_data.h"

#include <catch2/catch.hpp>

#include "planner/json_text.h"
#include "planner/run/run_timing.h"
#include "tests/support/shared_files.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using namespace pahunch::test;
namespace fs = std::filesystem;

TEST_CASE("the bundled data is found from wherever the program lies") {
  CHECK(fs::exists(find_bundled_root() / kDefaultProfiles));
  CHECK(fs::exists(find_bundled_root() / kStyles));
}

TEST_CASE("a path is looked for where it is written, then among the bundled data") {
  const TempDir folder;
  folder.write("mine/dataset.toml", "");
  CHECK(resolve_path("mine", folder.path()) == folder.path() / "mine");
  CHECK(resolve_path("/etc", folder.path()) == "/etc");
  CHECK(resolve_path("data/defaults", folder.path()) == find_bundled_root() / "data/defaults");
}

TEST_CASE("a path of one's own wins over the bundled one of the same name") {
  const TempDir folder;
  folder.write("data/defaults/profiles.toml", "");
  CHECK(resolve_path(kDefaultProfiles, folder.path()) == folder.path() / kDefaultProfiles);
}

TEST_CASE("a path that is nowhere stays where it was looked for first") {
  const TempDir folder;
  CHECK(resolve_path("no/such", folder.path()) == folder.path() / "no/such");
}

TEST_CASE("a bundled path is written the same on every machine, another one in full") {
  CHECK(portable_path(find_bundled_root() / kDefaultProfiles) == kDefaultProfiles);
  const TempDir folder;
  CHECK(portable_path(folder.path() / "x") == fs::weakly_canonical(folder.path() / "x").string());
}

TEST_CASE("numbers in JSON have fixed decimals, and none is null") {
  CHECK(json_number(1.23456, 3).dump() == "1.235");
  CHECK(json_number(-0.0001, 2).dump() == "0.0");
  CHECK(json_number(std::nullopt, 2).is_null());
}

TEST_CASE("JSON keeps Devanagari, ends its last line, and replaces what is no text") {
  CHECK(dump_json({{"name", "सोनपुर"}}) == "{\n  \"name\": \"सोनपुर\"\n}\n");
  CHECK(dump_json({{"name", "a\xFF"}}) == "{\n  \"name\": \"a\uFFFD\"\n}\n");
}

TEST_CASE("the timing has each step, their sum and the memory") {
  RunTiming timing;
  timing.end_step("load");
  timing.end_step("write");
  const auto json = nlohmann::json::parse(timing.to_json());
  CHECK(json["seconds"].size() == 3);
  CHECK(json["seconds"]["load"].get<double>() >= 0);
  CHECK(json["seconds"]["total"].get<double>() ==
        Approx(json["seconds"]["load"].get<double>() + json["seconds"]["write"].get<double>())
            .margin(0.0021));
  CHECK(json["peak_memory_mib"].get<double>() > 1);
}
