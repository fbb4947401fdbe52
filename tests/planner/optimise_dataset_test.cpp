// `pahunch optimise` on a dataset, as a planner runs it.

#include <catch2/catch.hpp>

#include "tests/planner/tiny_siting.h"
#include "tests/support/shared_files.h"

using namespace pahunch::test;
using Catch::Contains;
using Words = std::vector<std::string>;

namespace {

/// Two centres are planned for Purab, which has one market and one block headquarters.
struct PurabSiting : TinySiting {
  PurabSiting() {
    write("d/centres.csv",
          "id,name,status,lon,lat,known\nC1,Paschim OSC,existing,85.101,25.42,\n"
          "C2,Purab OSC,existing,85.37,25.451,\nC3,Ek,planned,85.302,25.471,district\n"
          "C4,Do,planned,85.301,25.47,district\n");
    change("dataset.toml", "provenance = \"provenance\", note = \"note\"", "known = \"known\"");
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

TEST_CASE("the words of fairness name those who are counted") {
  const TinySiting tiny;
  const Words fair = {"--p",      "2",           "--least-share", "0.5", "--per",
                      "district", "--overwrite", "--worlds",      "0",   "--women"};
  const auto with = [&](const std::string& counted) {
    Words words = fair;
    words.push_back(counted);
    const ProgramResult result = tiny.optimise(words);
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    return result.out + read_text(tiny.path() / "s/siting.md");
  };
  CHECK_THAT(with("rural"), Contains("50.0% of the rural women of each district") &&
                                !Contains("of the women of each district") &&
                                Contains("| rural women within the limit |") &&
                                Contains("| district | rural women | locked |"));
  CHECK_THAT(with("all"), Contains("50.0% of the women of each district") &&
                              Contains("| women within the limit |") &&
                              Contains("| district | women | locked |"));
}

TEST_CASE("no list of the official rule holds a site twice, and none beats the best by the rule") {
  const PurabSiting purab;
  const ProgramResult result =
      purab.optimise({"--p", "2", "--rule-kind", "market", "--worlds", "0", "--json"});
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  const auto audit = nlohmann::json::parse(result.out)["audit"];
  CHECK(audit["best_by_rule"]["status"] == "proven");
  CHECK(audit["best_by_rule"]["sites"] == Words{"K3", "K4"});
  CHECK(audit["best_by_rule"]["lists_fall_short_by"]["least"] >= 0.0);
  const std::string lists = read_text(purab.path() / "s/rule_lists.csv");
  CHECK_THAT(lists, Contains(",K3 K4,") && !Contains("K3 K3") && !Contains("K4 K4"));
}

TEST_CASE("why the official rule is not audited is told") {
  const auto told = [](const TinySiting& data, const Words& more, const std::string& why) {
    Words words = {"--p", "1", "--worlds", "0", "--overwrite"};
    words.insert(words.end(), more.begin(), more.end());
    const ProgramResult result = data.optimise(words);
    REQUIRE(result.exit_code == 0);
    CHECK_THAT(result.err, Contains("no audit of the official rule: " + why));
    CHECK_FALSE(data.json("s/siting.json").contains("audit"));
    CHECK_FALSE(std::filesystem::exists(data.path() / "s/rule_lists.csv"));
  };
  told(PurabSiting(), {},
       "the district of 'C3' is to get 2 planned centres, and has 1 candidate of the kind "
       "'sub-division headquarters' or 'block headquarters'");
  told(TinySiting(), {"--set", "centres.baseline=['existing','planned']"},
       "the planned centre 'C3' is already open in the set 'baseline'");
  told(TinySiting(), {"--candidates", "K1"},
       "2 centres are planned, and only 1 site may be chosen");
}

TEST_CASE("an audit says that it leaves out what the command locks and forbids") {
  const TinySiting tiny;
  const std::string words = "This leaves out what the command locks, forbids or limits: ";
  const auto says = [&](const Words& more) {
    Words all = {"--p", "1", "--worlds", "0", "--overwrite"};
    all.insert(all.end(), more.begin(), more.end());
    const ProgramResult result = tiny.optimise(all);
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const bool is_said = result.out.find(words) != std::string::npos;
    const std::string markdown = read_text(tiny.path() / "s/siting.md");
    CHECK((markdown.find(words) != std::string::npos) == is_said);
    CHECK(tiny.json("s/siting.json")["audit"]["of_objective"] == !is_said);
    return is_said;
  };
  CHECK_FALSE(says({}));
  CHECK(says({"--lock", "K4"}));
  CHECK(says({"--forbid", "K3"}));
  CHECK(says({"--lock", "K4", "--forbid", "K3"}));
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

TEST_CASE("an area without any site cannot have one") {
  const TinySiting tiny;
  const ProgramResult none =
      tiny.optimise({"--p", "1", "--candidates", "K1,C5", "--per", "block", "--at-least", "1"});
  INFO(none.err);
  CHECK(none.exit_code == 1);
  CHECK_THAT(none.err, Contains("there is no answer") &&
                           (Contains("Maner") || Contains("Harnaut") || Contains("Sonpur")));
}

TEST_CASE("a limit beyond any trip is refused") {
  const TinySiting tiny;
  const ProgramResult result = tiny.optimise({"--p", "2", "--limit", "100000"});
  CHECK(result.exit_code == 2);
  CHECK_THAT(result.err, Contains("longer than any trip"));
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
