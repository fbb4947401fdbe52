#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/drawn_summary.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

nlohmann::json json_of(const DrawnStudy& drawn) {
  return nlohmann::json::parse(summary_json(DrawnSummary(drawn).get()));
}

}  // namespace

TEST_CASE("summary.json says what was asked") {
  DrawnStudy drawn;
  drawn.study.dataset.modelled_layers = {"roads"};
  drawn.study.dataset.words.notice = "made up";
  const auto json = json_of(drawn);
  CHECK(json["scenario"] == "drawn");
  CHECK(json["title"] == "Drawn");
  CHECK(json["limit_min"] == 1.0);
  CHECK(json["population"] == "all females");
  CHECK(json["modelled_layers"] == nlohmann::json({"roads"}));
  CHECK(json["notice"] == "made up");
}

TEST_CASE("the headline of summary.json has the women within each limit") {
  const auto headline = json_of(DrawnStudy())["headline"];
  CHECK(headline["total"]["women"] == 200);
  CHECK(headline["total"]["rural_women"] == 130);
  const auto plan = headline["sets"][1];
  CHECK(plan["name"] == "plan");
  CHECK(plan["centres"] == 2);
  REQUIRE(plan["within"].size() == 3);
  CHECK(plan["within"][0]["minutes"] == 0.5);
  CHECK(plan["within"][0]["women"] == 130);
  CHECK(plan["within"][2]["rural_women"] == 110);
}

TEST_CASE("the change in summary.json adds up at each limit") {
  const auto headline = json_of(DrawnStudy())["headline"];
  REQUIRE(headline["change"].size() == 3);
  for (const auto& change : headline["change"]) {
    CHECK(change["covered_in_both"]["women"].get<int>() +
              change["newly_covered"]["women"].get<int>() + change["lost"]["women"].get<int>() +
              change["still_beyond"]["women"].get<int>() ==
          200);
  }
  CHECK(headline["change"][1]["newly_covered"]["rural_women"] == 30);
}

TEST_CASE("times in summary.json have three decimals, and null where there are none") {
  const auto times = json_of(DrawnStudy())["headline"]["sets"][0]["times"];
  CHECK(times["women"] == 180);
  CHECK(times["mean_min"].get<double>() == 0.407);
  CHECK(times["max_min"].get<double>() == 1.333);
  DrawnStudy nobody;
  nobody.study.sets = {{"none", {}}};
  CHECK(json_of(nobody)["headline"]["sets"][0]["times"]["mean_min"].is_null());
}

TEST_CASE("the ledger of summary.json adds up") {
  const auto ledger = json_of(DrawnStudy())["headline"]["sets"][0]["ledger"];
  CHECK(ledger["reached"]["women"] == 180);
  CHECK(ledger["off_network"]["women"] == 20);
  CHECK(ledger["total"]["women"] == 200);
}

TEST_CASE("summary.json ranks the worst blocks") {
  const auto worst = json_of(DrawnStudy())["worst_blocks"];
  REQUIRE(worst.size() == 3);
  CHECK(worst[0]["id"] == "B3");
  CHECK(worst[0]["district"] == "East");
  CHECK(worst[0]["women_beyond"] == 20);
  CHECK(worst[0]["half_min"].is_null());
  CHECK(worst[1]["half_min"] == 0.0);
}

TEST_CASE("summary.json has the inequality of each set") {
  const auto equity = json_of(DrawnStudy())["equity"];
  REQUIRE(equity.size() == 2);
  CHECK(equity[0]["set"] == "baseline");
  CHECK(equity[0]["lorenz"].size() == 11);
  CHECK(equity[0]["lorenz"][0] == nlohmann::json({0.0, 0.0}));
  CHECK(equity[0]["lorenz"][10] == nlohmann::json({1.0, 1.0}));
  // The worst-off tenth: 18 of the 30 women who need 80 s, of 4400 s in all.
  CHECK(equity[0]["worst_tenth_share"].get<double>() == Approx(18 * 80.0 / 4400).epsilon(1e-6));
  CHECK(equity[0]["worst_tenth_mean_min"].get<double>() == Approx(1.333));
}

TEST_CASE("summary.json names the variants and the centres that fail") {
  const auto json = json_of(DrawnStudy());
  CHECK(json["variants"][0]["key"] == "plain-monsoon");
  CHECK(json["variants"][1]["headline"]["sets"][0]["within"][2]["women"] == 150);
  CHECK(json["centre_checks"] ==
        nlohmann::json::parse(R"([{"centre":"C3","finding":"no usable road near"}])"));
}
