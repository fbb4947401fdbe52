// What the figures of `pahunch optimise` are of, and in which unit.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/planner/tiny_siting.h"

using namespace pahunch::test;
using Catch::Contains;
using Words = std::vector<std::string>;

TEST_CASE("what sites cost is weighed against minutes, one for one") {
  TinySiting tiny;
  const auto open_at = [&](const std::string& cost) {
    std::string costs = "id,cost\nC1,0\nC2,0\n";
    for (const char* id : {"C5", "K1", "K2", "K3", "K4"}) costs += id + ("," + cost) + "\n";
    tiny.write("costs.csv", costs);
    const ProgramResult result =
        tiny.optimise({"--objective", "ufl", "--costs", "costs.csv", "--overwrite"});
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    return tiny.json("s/siting.json");
  };
  const auto free = open_at("0"), dear = open_at("1000000");
  CHECK(dear["sites"] == nlohmann::json{"C1", "C2", "K4"});  // without K4 some reach nothing
  const double saved =
      dear["objective"].get<double>() - 1'000'000 - free["objective"].get<double>();
  REQUIRE(saved > 1000);  // women times minutes
  CHECK(free["sites"].size() > 3);
  // The others together save so much: one alone that costs more than that is not worth it.
  CHECK(open_at(std::to_string(std::ceil(saved) + 1))["sites"] == dear["sites"]);
  const auto cheap = open_at("1");
  const auto n_new = static_cast<double>(cheap["sites"].size() - 2);
  CHECK(n_new > 0);
  CHECK(cheap["objective"].get<double>() <=
        free["objective"].get<double>() + static_cast<double>(free["sites"].size() - 2) + 1e-6);
}

TEST_CASE("a site without a cost is not taken for free") {
  TinySiting tiny;
  tiny.change("dataset.toml", "note = \"note\" }", "note = \"note\", cost = \"note\" }");
  tiny.change("centres.csv", "announced,\nC2", "announced,5\nC2");
  tiny.change("centres.csv", "announced,\nC3", "announced,5\nC3");
  tiny.change("centres.csv", "unconfirmed: by one report only", "7");
  const ProgramResult budget = tiny.optimise({"--budget", "0"});
  INFO(budget.err);
  CHECK(budget.exit_code == 2);
  CHECK_THAT(budget.err, Contains("has no cost") && Contains("as free"));
  CHECK(tiny.optimise({"--budget", "0", "--candidates", "C3"}).exit_code == 0);
  CHECK_THAT(tiny.optimise({"--objective", "ufl", "--overwrite"}).err, Contains("has no cost"));
}

TEST_CASE("a mean time is a mean in every file, over women or over places") {
  const TinySiting tiny;
  constexpr double kRounding = 0.01;  // of a table
  const Words median = {"--objective", "median", "--p", "2", "--overwrite"};
  REQUIRE(tiny.optimise(median).exit_code == 0);
  const double by_women = tiny.mean_min([](double women) { return women; });
  const auto answer = tiny.json("s/siting.json");
  CHECK(answer["unit"] == "min");
  CHECK(answer["objective"].get<double>() == Approx(by_women).margin(kRounding));
  CHECK(answer["bound"] == answer["objective"]);
  CHECK_THAT(answer["meaning"].get<std::string>(), Contains("mean time of rural women"));

  Words once = median;
  once.emplace_back("--unweighted");
  const ProgramResult unweighted = tiny.optimise(once);
  REQUIRE(unweighted.exit_code == 0);
  const double by_places = tiny.mean_min([](double) { return 1.0; });
  const auto of_places = tiny.json("s/siting.json");
  CHECK(of_places["objective"].get<double>() == Approx(by_places).margin(kRounding));
  const std::string words = "mean time of places with rural women (each counted once)";
  CHECK_THAT(unweighted.out, Contains(words));
  CHECK_THAT(of_places["in_words"].get<std::string>(), Contains(words));
  CHECK_THAT(read_text(tiny.path() / "s/siting.md"), Contains("of places with rural women"));
  CHECK(*tiny.csv("s/curve.csv").number(2, "best") == Approx(by_places).margin(kRounding));
}

TEST_CASE("costs and minutes of places are of places, not of women") {
  TinySiting tiny;
  tiny.write("costs.csv", "id,cost\nC1,0\nC2,0\nC5,0\nK1,0\nK2,0\nK3,0\nK4,0\n");
  const ProgramResult result =
      tiny.optimise({"--objective", "ufl", "--costs", "costs.csv", "--unweighted"});
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  CHECK_THAT(result.out, Contains("cost of sites and minutes of places with rural women"));
  const auto answer = tiny.json("s/siting.json");
  CHECK_THAT(answer["meaning"].get<std::string>(), Contains("minutes of places"));
  constexpr double kPlaces = 8;
  const double mean_min = tiny.mean_min([](double) { return 1.0; });
  CHECK(answer["objective"].get<double>() == Approx(kPlaces * mean_min).margin(0.1));
}

TEST_CASE("what is lost without a site is in the unit that stands beside it") {
  const TinySiting tiny;
  constexpr double kMostMin = 120;
  for (const char* objective : {"median", "centre", "worst-tenth", "set-cover"}) {
    Words words = {"--objective", objective, "--overwrite"};
    const bool counts_sites = objective == std::string("set-cover");
    const Words more = counts_sites ? Words{"--target", "0.5"} : Words{"--p", "2"};
    words.insert(words.end(), more.begin(), more.end());
    INFO(objective);
    REQUIRE(tiny.optimise(words).exit_code == 0);
    const auto answer = tiny.json("s/siting.json");
    CHECK(answer["marginal_unit"] == (counts_sites ? "women" : "min"));
    CHECK(tiny.unit_of_site("marginal") == answer["marginal_unit"].get<std::string>());
    const auto sites = tiny.csv("s/sites.csv");
    for (const auto& value : answer["values"]) {
      std::size_t row = 0;
      while (sites.text(row, "id") != value["id"].get<std::string>()) ++row;
      const auto marginal = sites.number(row, "marginal");
      REQUIRE(marginal.has_value() == value["marginal"].is_number());
      if (!marginal) continue;
      CHECK(*marginal == Approx(value["marginal"].get<double>()).margin(0.005));
      if (!counts_sites) CHECK(*marginal < kMostMin);
    }
  }
  CHECK_THAT(read_text(tiny.path() / "s/siting.md"),
             Contains("is how many rural women are no longer covered"));
}

TEST_CASE("a share of loss says whether it is of the gain or of the objective") {
  const TinySiting tiny;
  const auto outputs = [&](const Words& words) {
    const ProgramResult result = tiny.optimise(words);
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    return result.out + read_text(tiny.path() / "s/siting.md") +
           read_text(tiny.path() / "s/fields.csv");
  };
  const std::string median =
      outputs({"--objective", "median", "--p", "1", "--lock", "K4", "--worlds", "2"});
  CHECK_THAT(median, !Contains("of the gain") && !Contains("best gain"));
  CHECK_THAT(median, Contains("in every plan within 0.5% of the objective") &&
                         Contains("lose no more than 0.5% of the objective") &&
                         Contains("of the objective of the best of that many sites.") &&
                         Contains("chosen sites lose over 0.5% of the objective |") &&
                         Contains("of the objective of each world"));
  const auto ties = tiny.csv("s/near_ties.csv");
  REQUIRE(ties.n_rows() == 1);
  const double objective = tiny.json("s/siting.json")["objective"];
  CHECK(*ties.number(0, "loss_pct") ==
        Approx(100 * *ties.number(0, "loss") / objective).margin(0.03));
  const std::string cover = outputs({"--p", "1", "--worlds", "2", "--overwrite"});
  CHECK_THAT(cover, Contains("0.5% of the gain") && Contains("of the gain over the locked sites") &&
                        Contains("of the gain of the best of this size over the locked sites") &&
                        Contains("of the gain of each world"));
}
