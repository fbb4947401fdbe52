// `pahunch optimise` on a dataset for roads with floods and for named cases.

#include <catch2/catch.hpp>

#include "tests/planner/tiny_siting.h"

using namespace pahunch::test;
using Catch::Contains;
using Words = std::vector<std::string>;

TEST_CASE("Ctrl-C while flooded roads are drawn writes the sites for dry roads") {
  const TempDir folder;
  RunningProgram running({"optimise", "-o", "s", "--verbose", "--floods", "2000"}, folder.path());
  while (running.err_so_far().find("places reach") == std::string::npos && running.at_work()) {
    ::usleep(1'000);
  }
  ::usleep(3'000'000);
  running.interrupt();
  const ProgramResult result = running.wait();
  INFO(result.err);
  REQUIRE(result.exit_code == 130);
  const auto answer = nlohmann::json::parse(read_text(folder.path() / "s/siting.json"));
  CHECK(answer["sites"].size() == 65);
  CHECK_FALSE(answer.contains("floods"));
  CHECK(answer["bound"] >= answer["objective"]);
}

TEST_CASE("sites are chosen for floods, with the gaps apart, and the same each time") {
  const FloodedDataset data;
  const Words words = {"optimise",
                       "--data",
                       "d",
                       "-o",
                       "s",
                       "--p",
                       "1",
                       "--floods",
                       "30",
                       "--batch-draws",
                       "4",
                       "--set",
                       "isochrones.cell_m=0"};
  const ProgramResult result = data.run(words);
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("on 30 fresh moments") && Contains("of the model: not known"));
  const std::string first = read_text(data.path() / "s/siting.json");
  const auto answer = nlohmann::json::parse(first);
  CHECK(answer["floods"]["sampling_gap"]["batches"] == 20);
  CHECK(answer["floods"]["model_gap"].is_null());
  Words again = words;
  for (const char* word : {"--overwrite", "--threads", "1"}) again.emplace_back(word);
  REQUIRE(data.run(again).exit_code == 0);
  CHECK(read_text(data.path() / "s/siting.json") == first);
}

TEST_CASE("floods are refused where they make no sense") {
  const TinySiting tiny;
  const ProgramResult without = tiny.optimise({"--p", "1", "--floods", "30"});
  CHECK(without.exit_code == 2);
  CHECK_THAT(without.err, Contains("no table of floods"));
  CHECK(tiny.optimise({"--p", "1", "--objective", "median", "--floods", "30"}).exit_code == 2);
  const FloodedDataset data;
  const ProgramResult few = data.run(
      {"optimise", "--data", "d", "-o", "s", "--p", "1", "--floods", "9", "--batches", "5"});
  CHECK(few.exit_code == 2);
  CHECK_THAT(few.err, Contains("20"));
}

TEST_CASE("sites are chosen for the tail of the floods, beside those for the mean and dry roads") {
  const FloodedDataset data;
  const Words words = {"optimise",
                       "--data",
                       "d",
                       "-o",
                       "s",
                       "--p",
                       "1",
                       "--floods",
                       "100",
                       "--tail",
                       "0.5",
                       "--set",
                       "isochrones.cell_m=0"};
  const ProgramResult result = data.run(words);
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("tail of the model") && Contains("chosen for the mean"));
  const auto answer = nlohmann::json::parse(read_text(data.path() / "s/siting.json"));
  const auto& tail = answer["floods"]["tail"];
  CHECK(tail["label"] == "tail of the model");
  CHECK(tail["loss"] == "rural women not covered");
  CHECK(tail["tail_draws"] == 50);
  CHECK(tail["fresh"].size() == 4);
  CHECK(tail["fresh"]["chosen for the tail"]["low"] <=
        tail["fresh"]["chosen for the tail"]["mean"]);
  CHECK(answer["bound"] >= answer["objective"]);
  CHECK_THAT(read_text(data.path() / "s/siting.md"), Contains("worst 50% of moments"));
  CHECK_THAT(read_text(data.path() / "s/sites.csv"), Contains("if_dry") && Contains("if_mean"));
}

TEST_CASE("sites are chosen for the worst of named cases, each in the answer") {
  FloodedDataset data;
  data.write("r1.toml", "[[closures]]\nname = 'x'\nroads = ['R1']\n");
  const ProgramResult result =
      data.run({"optimise", "--data", "d", "-o", "s", "--p", "1", "--worst-of", "2021-08,r1.toml",
                "--case-draws", "4", "--set", "isochrones.cell_m=0"});
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("in the worst of 2 named cases") && Contains("r1 "));
  const auto answer = nlohmann::json::parse(read_text(data.path() / "s/siting.json"));
  const auto& worst = answer["worst_case"];
  CHECK(worst["cases"].size() == 2);
  CHECK(worst["cases"][1]["name"] == "r1");
  CHECK(worst["cases"][1]["chosen"].is_number());
  CHECK(worst["cases"][0]["chosen"]["low"] <= worst["cases"][0]["chosen"]["high"]);
  CHECK(worst["worst"].size() == 1);
  CHECK_THAT(read_text(data.path() / "s/siting.md"), Contains("## In the worst case"));
}

TEST_CASE("a worst case of closures alone needs no floods") {
  TinySiting tiny;
  tiny.write("r1.toml", "[[closures]]\nname = 'x'\nroads = ['R1']\n");
  const ProgramResult result = tiny.optimise({"--p", "1", "--worst-of", "r1.toml", "--json"});
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  const auto answer = nlohmann::json::parse(result.out);
  CHECK(answer["objective"] == answer["worst_case"]["cases"][0]["chosen"]);
  const ProgramResult month = tiny.optimise({"--p", "1", "--worst-of", "2021-08", "--overwrite"});
  CHECK(month.exit_code == 2);
  CHECK_THAT(month.err, Contains("cannot be replayed"));
}

TEST_CASE("tails and worst cases are refused where they make no sense") {
  const FloodedDataset data;
  const auto refused = [&](const Words& more, const std::string& why) {
    Words words = {"optimise", "--data", "d", "-o", "s", "--p", "1"};
    words.insert(words.end(), more.begin(), more.end());
    const ProgramResult result = data.run(words);
    INFO(result.err);
    CHECK(result.exit_code == 2);
    CHECK_THAT(result.err, Contains(why));
  };
  refused({"--floods", "999", "--tail", "0.95"}, "at least 1000 draws");
  refused({"--tail", "0.95"}, "--floods");
  refused({"--floods", "1000", "--tail", "2"}, "not within 0 .. 1");
  refused({"--floods", "100", "--tail", "0.5", "--batches", "20"}, "--batches");
  refused({"--floods", "100", "--worst-of", "2021-08"}, "--worst-of");
  refused({"--worst-of", "2021-08", "--objective", "median"}, "belongs to cover");
  refused({"--worst-of", "2021-08", "--case-draws", "1"}, "two draws");
  refused({"--worst-of", "2021-08", "--set", "hazard.replay=2021-08"}, "hazard.replay");
  refused({"--case-draws", "9"}, "--worst-of");
  refused({"--matrix", "x.csv", "--demand", "y.csv", "--worst-of", "2021"}, "belongs to a dataset");
  CHECK_FALSE(std::filesystem::exists(data.path() / "s"));
}
