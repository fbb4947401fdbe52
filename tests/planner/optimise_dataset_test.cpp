// `pahunch optimise` on a dataset, as a planner runs it.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/planner/flooded_dataset.h"
#include "tests/support/shared_files.h"

using namespace pahunch::test;
using Catch::Contains;
using Words = std::vector<std::string>;

namespace {

struct TinySiting : TinyDataset {
  [[nodiscard]] ProgramResult optimise(const Words& more) const {
    Words words = {"optimise", "--data", "d", "-o", "s", "--set", "isochrones.cell_m=0"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  [[nodiscard]] nlohmann::json json(const std::string& name) const {
    return nlohmann::json::parse(read_text(path() / name));
  }
};

std::size_t n_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("the objective of the answer is the coverage of the chosen set in the tables") {
  const TinySiting tiny;
  const ProgramResult result = tiny.optimise({"--p", "2", "--limit", "60", "--json"});
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  const auto answer = nlohmann::json::parse(result.out);
  CHECK(answer["status"] == "proven");
  CHECK(answer["sites"].size() == 4);
  const auto summary = tiny.json("s/summary.json");
  const auto& sets = summary["headline"]["sets"];
  REQUIRE(sets.size() == 3);
  CHECK(sets.back()["name"] == "chosen");
  CHECK(sets.back()["within"][1]["minutes"] == 60.0);
  CHECK(sets.back()["within"][1]["rural_women"] == answer["objective"]);
  CHECK(sets.front()["within"][1]["rural_women"] == answer["locked_objective"]);
  CHECK(result.out == read_text(tiny.path() / "s/siting.json"));
  const std::string markdown = read_text(tiny.path() / "s/siting.md");
  CHECK_THAT(markdown, Contains("Proven") && Contains("All of this is made up.") &&
                           Contains("rural women within 60 minutes of a One Stop Centre"));
  CHECK(n_lines(read_text(tiny.path() / "s/sites.csv")) == 1 + 7);
  CHECK_THAT(read_text(tiny.path() / "s/sites.qml"), Contains("value=\"chosen\""));
}

TEST_CASE("sites are chosen once more from a scenario that holds chosen ones") {
  const TinySiting tiny;
  REQUIRE(tiny.optimise({"--p", "1", "--limit", "60", "-q"}).exit_code == 0);
  const ProgramResult again = tiny.run({"optimise", "s/chosen.toml", "--p", "1", "-q", "-o", "t"});
  INFO(again.err);
  REQUIRE(again.exit_code == 0);
  CHECK(tiny.run({"run", "t/chosen.toml", "-q", "-o", "u"}).exit_code == 0);
}

TEST_CASE("sites that are fair to districts are held against the best that need not be") {
  const TinySiting tiny;
  const ProgramResult result = tiny.optimise(
      {"--p", "1", "--limit", "60", "--per", "district", "--most-gini", "1", "--json"});
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  const auto answer = nlohmann::json::parse(result.out);
  CHECK(answer["fairness"]["per"] == "district");
  CHECK(answer["fairness"]["best"]["objective"] == answer["objective"]);
  const auto& chosen = answer["fairness"]["chosen"];
  CHECK(answer["fairness"]["locked"]["least_share"] <= chosen["least_share"]);
  CHECK_THAT(read_text(tiny.path() / "s/siting.md"),
             Contains("## Fairness") && Contains("That costs nothing"));
  CHECK(n_lines(read_text(tiny.path() / "s/fairness.csv")) > 1);
  const ProgramResult none =
      tiny.optimise({"--p", "1", "--least-share", "1", "--per", "block", "--overwrite"});
  CHECK(none.exit_code == 1);
  CHECK_THAT(none.err, Contains("of each area") && Contains("--least-share"));
  const ProgramResult unsaid =
      tiny.optimise({"--p", "1", "--least-share", "0.1", "--areas", "a", "--overwrite"});
  CHECK(unsaid.exit_code == 2);
}

TEST_CASE("a front says what a second objective costs, in tables, words and a picture") {
  const TinySiting tiny;
  for (const char* with : {"mean", "worst-district", "longest"}) {
    const ProgramResult result =
        tiny.optimise({"--p", "1", "--limit", "60", "--pareto", with, "--pareto-points", "4",
                       "--curve", "0", "--lists", "0", "--overwrite", "--json"});
    INFO(with << result.err);
    REQUIRE(result.exit_code == 0);
    const auto answer = nlohmann::json::parse(result.out);
    const auto& points = answer["pareto"]["points"];
    REQUIRE(!points.empty());
    CHECK(points[0]["women"] <= answer["objective"]);  // a time needs every place to have a way
    if (with == std::string("worst-district")) CHECK(points[0]["women"] == answer["objective"]);
    for (const auto& point : points) CHECK(point["women"] == point["bound"]);
    CHECK(n_lines(read_text(tiny.path() / "s/pareto.csv")) == 1 + points.size());
    CHECK_THAT(read_text(tiny.path() / "s/pareto.svg"), Contains("<svg") && Contains("</svg>"));
    CHECK_THAT(read_text(tiny.path() / "s/siting.md"),
               Contains("## What a second objective costs"));
  }
  const ProgramResult wrong =
      tiny.optimise({"--objective", "median", "--p", "1", "--pareto", "mean", "--overwrite"});
  CHECK(wrong.exit_code == 2);
  CHECK_THAT(wrong.err, Contains("--pareto belongs to cover"));
}

TEST_CASE("the scenario that is written, run, gives the same coverage") {
  const TinySiting tiny;
  REQUIRE(tiny.optimise({"--p", "1"}).exit_code == 0);
  const ProgramResult run =
      tiny.run({"run", "s/chosen.toml", "-o", "r", "--set", "simulation.in_run=false"});
  INFO(run.err);
  REQUIRE(run.exit_code == 0);
  for (const char* name : {"settlements.csv", "blocks.csv", "districts.csv", "centres.csv"}) {
    CHECK(read_text(tiny.path() / "r" / name) == read_text(tiny.path() / "s" / name));
  }
}

TEST_CASE(
    "as many sites as are planned are chosen unless told, and other objectives have minutes") {
  const TinySiting tiny;
  REQUIRE(tiny.optimise({}).exit_code == 0);
  CHECK(tiny.json("s/siting.json")["sites"].size() == 4);
  const ProgramResult median = tiny.optimise({"--objective", "median", "--p", "1", "--overwrite"});
  REQUIRE(median.exit_code == 0);
  CHECK_THAT(median.out, Contains("mean time of rural women") && Contains("minutes"));
  REQUIRE(tiny.optimise({"--objective", "centre", "--p", "1", "--overwrite"}).exit_code == 0);
  const ProgramResult worst =
      tiny.optimise({"--objective", "worst-tenth", "--p", "1", "--overwrite"});
  REQUIRE(worst.exit_code == 0);
  CHECK_THAT(worst.out, Contains("of the 10% of rural women who are worst off: "));
  const ProgramResult fewest =
      tiny.optimise({"--objective", "set-cover", "--target", "0.5", "--overwrite"});
  INFO(fewest.err);
  CHECK(fewest.exit_code == 0);
}

TEST_CASE("rules by district and distance, locked and forbidden sites are kept") {
  const TinySiting tiny;
  REQUIRE(tiny.optimise({"--p", "1", "--lock", "K2", "--forbid", "K1,C5"}).exit_code == 0);
  const auto sites = tiny.json("s/siting.json")["sites"];
  CHECK(std::find(sites.begin(), sites.end(), "K2") != sites.end());
  CHECK(std::find(sites.begin(), sites.end(), "K1") == sites.end());
  CHECK_THAT(read_text(tiny.path() / "s/sites.csv"), Contains(",forbidden,"));
  const ProgramResult full =
      tiny.optimise({"--p", "2", "--per", "district", "--at-most", "1", "--overwrite"});
  CHECK(full.exit_code == 1);
  CHECK_THAT(full.err, Contains("there is no answer"));
  const ProgramResult apart = tiny.optimise({"--p", "2", "--min-distance", "500", "--overwrite"});
  CHECK(apart.exit_code == 1);
  CHECK_THAT(apart.err, Contains("there is no answer"));
}

TEST_CASE("an impossible choice is refused with what would make it possible, and nothing is left") {
  const TinySiting tiny;
  const auto before = tiny.files();
  const ProgramResult many = tiny.optimise({"--p", "9"});
  CHECK(many.exit_code == 1);
  CHECK_THAT(many.err, Contains("there is no answer") && Contains("5"));
  const ProgramResult far = tiny.optimise({"--objective", "set-cover", "--limit", "1"});
  CHECK(far.exit_code == 1);
  CHECK_THAT(far.err, Contains("there is no answer"));
  CHECK(tiny.files() == before);
}

TEST_CASE("what does not belong together is refused") {
  const TinySiting tiny;
  const auto refused = [&](const Words& words, const std::string& why) {
    const ProgramResult result = tiny.optimise(words);
    INFO(result.err);
    CHECK(result.exit_code == 2);
    CHECK_THAT(result.err, Contains(why));
  };
  refused({"--set", "centres.close=['C3']"}, "adds, closes or moves");
  refused({"--assignment", "own-district"}, "centres of their own district alone");
  refused({"--candidates", "hospital"}, "'hospital'");
  refused({"--at-most", "1"}, "without groups");
  refused({"--per", "district"}, "without a number");
  refused({"--budget", "3"}, "--budget without costs");
  refused({"--matrix", "x.csv", "--demand", "y.csv", "--per", "district"}, "belongs to a dataset");
}

TEST_CASE("a folder that is there is kept unless told otherwise") {
  const TinySiting tiny;
  REQUIRE(tiny.optimise({"--p", "1"}).exit_code == 0);
  CHECK(tiny.optimise({"--p", "1"}).exit_code == 1);
  CHECK(tiny.optimise({"--p", "1", "--overwrite"}).exit_code == 0);
}

TEST_CASE("Ctrl-C writes the best sites found so far, with their bound") {
  const TempDir folder;
  RunningProgram running({"optimise", "-o", "s", "--verbose"}, folder.path());
  while (running.err_so_far().find("places reach") == std::string::npos && running.at_work()) {
    ::usleep(1'000);
  }
  running.interrupt();
  const ProgramResult result = running.wait();
  INFO(result.err);
  REQUIRE(result.exit_code == 130);
  const auto answer = nlohmann::json::parse(read_text(folder.path() / "s/siting.json"));
  CHECK(answer["sites"].size() == 65);
  CHECK(answer["bound"] >= answer["objective"]);
  CHECK(answer["objective"] > answer["locked_objective"]);
  CHECK_THAT(result.err, Contains("the best found so far is written"));
}

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

TEST_CASE("near-ties, an order of opening and the curve stand in the answer") {
  const TinySiting tiny;
  REQUIRE(tiny.optimise({"--p", "2", "--limit", "30"}).exit_code == 0);
  const std::string markdown = read_text(tiny.path() / "s/siting.md");
  CHECK_THAT(markdown, Contains("## How firm it is") && Contains("## An order of opening") &&
                           Contains("## Diminishing returns"));
  CHECK(n_lines(read_text(tiny.path() / "s/curve.csv")) == 1 + 6);
  CHECK(n_lines(read_text(tiny.path() / "s/opening_order.csv")) == 1 + 2);
  CHECK_THAT(read_text(tiny.path() / "s/sites.csv"), Contains("near_best"));
  CHECK_THAT(read_text(tiny.path() / "s/curve.svg"), Contains("the best sites"));
  CHECK(tiny.json("s/siting.json")["opening_order"].size() == 2);
}

TEST_CASE("inputs that would change the sites are told, and not where nobody asks") {
  const TinySiting tiny;
  REQUIRE(tiny.optimise({"--p", "1", "--worlds", "2", "--lists", "0", "--curve", "0"}).exit_code ==
          0);
  const auto worth = tiny.json("s/siting.json")["worth_knowing"];
  CHECK(worth["complete"] == true);
  const std::string table = read_text(tiny.path() / "s/worth_knowing.csv");
  CHECK(n_lines(table) == 1 + worth["inputs"].size());
  REQUIRE(!worth["inputs"].empty());
  for (const auto& input : worth["inputs"]) {
    CHECK(input["shaken"] <= input["worlds"]);
    CHECK(input["mean_loss"] <= input["most_loss"]);
    CHECK_THAT(table, Contains(input["input"].get<std::string>()));
  }
  CHECK_THAT(read_text(tiny.path() / "s/siting.md"),
             Contains("What would be worth knowing") && Contains("Speeds on roads"));
  REQUIRE(tiny.optimise({"--p", "1", "--worlds", "0", "--overwrite"}).exit_code == 0);
  CHECK_FALSE(tiny.json("s/siting.json").contains("worth_knowing"));
  CHECK_FALSE(std::filesystem::exists(tiny.path() / "s/worth_knowing.csv"));
}
