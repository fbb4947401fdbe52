// Plots as data: what is drawn from which numbers of a run.
#include <catch2/catch.hpp>
#include <sstream>

#include "geo/base/error.h"
#include "planner/plot/plot_list.h"

using namespace pahunch;
using Catch::Contains;
using Json = nlohmann::ordered_json;

namespace {

CsvTable table(const std::string& name, const std::string& text) {
  std::istringstream in(text);
  return CsvTable(in, name + ".csv");
}

Json set(const std::string& name, int first, int second, int no_way) {
  return {{"name", name},
          {"centres", 3},
          {"within",
           {{{"minutes", 30.0}, {"women", first}, {"rural_women", first}},
            {{"minutes", 60.0}, {"women", second}, {"rural_women", second}}}},
          {"bands",
           {{{"band", "0-30"}, {"rural_women", first}},
            {{"band", "30-60"}, {"rural_women", second - first}},
            {{"band", "over 60"}, {"rural_women", 1000 - second - no_way}},
            {{"band", "unreachable"}, {"rural_women", no_way}}}},
          {"ledger", {{"total", {{"women", 1000}, {"rural_women", 1000}}}}}};
}

RunData small_run() {
  RunData run;
  run.summary = {{"limit_min", 60.0},
                 {"headline",
                  {{"total", {{"women", 1000}, {"rural_women", 1000}}},
                   {"sets", {set("now", 100, 400, 50), set("then", 200, 700, 50)}}}},
                 {"worst_blocks", Json::array()},
                 {"equity", Json::array()}};
  return run;
}

const Plot& find(const std::vector<Plot>& plots, const std::string& name) {
  const auto at = std::ranges::find(plots, name, [](const Plot& plot) { return plot.table.name; });
  if (at == plots.end()) throw std::logic_error("no plot " + name);
  return *at;
}

Cell cell(const Plot& plot, std::size_t row, std::string_view column) {
  const auto at = std::ranges::find(plot.table.columns, column, &Column::name);
  return plot.table.rows.at(row).at(static_cast<std::size_t>(at - plot.table.columns.begin()));
}

}  // namespace

TEST_CASE("the bands of a set are all its women, each beginning where the one before ends") {
  const Plot plot = find(make_plots(small_run()), "bands");
  REQUIRE(plot.table.rows.size() == 8);  // two sets; 0-30, 30-60, over 60, no way
  const std::vector<std::int64_t> women = {100, 300, 550, 50, 200, 500, 250, 50};
  double from = 0;
  for (std::size_t row = 0; row < women.size(); ++row) {
    if (row % 4 == 0) from = 0;
    CHECK(cell(plot, row, "rural_women") == Cell(women[row]));
    CHECK(std::get<double>(cell(plot, row, "from_pct")) == Approx(from));
    from += std::get<double>(cell(plot, row, "share_pct"));
    if (row % 4 == 3) CHECK(from == Approx(100));
  }
}

TEST_CASE("districts are drawn from the worst today to the best") {
  RunData run = small_run();
  run.tables.emplace("districts", table("districts",
                                        "id,name,women,pct_60_now,pct_60_then\n"
                                        "1,A,10,50.00,60.00\n2,B,20,30.00,90.00\n3,C,5,,\n"));
  const Plot plot = find(make_plots(run), "districts");
  CHECK(cell(plot, 0, "name") == Cell("C"));
  CHECK(cell(plot, 0, "pct_60_now") == Cell());
  CHECK(cell(plot, 1, "name") == Cell("B"));
  CHECK(cell(plot, 1, "pct_60_then") == Cell(90.0));
  CHECK(cell(plot, 2, "women") == Cell(std::int64_t{10}));
}

TEST_CASE("waits are of centres that are open under the last set, the worst first") {
  RunData run = small_run();
  run.tables.emplace("centres", table("centres", "id,open_then\na,1\nb,0\nc,1\n"));
  run.tables.emplace("simulated_centres",
                     table("simulated_centres",
                           "id,name,p_not_helped_then,turned_away_then,helped_late_then\n"
                           "a,X,0.10,0.01,0.02\nb,Y,0.90,0.01,0.02\nc,Z,0.30,0.01,0.02\n"));
  const Plot plot = find(make_plots(run), "waits");
  REQUIRE(plot.table.rows.size() == 2);
  CHECK(cell(plot, 0, "name") == Cell("Z"));
  CHECK(std::get<double>(cell(plot, 0, "not_helped_pct")) == Approx(30));
  CHECK(cell(plot, 1, "name") == Cell("X"));
}

TEST_CASE("the tornado has the strongest inputs on the women not served under the last set") {
  RunData run = small_run();
  run.tables.emplace("sensitivity",
                     table("sensitivity",
                           "method,output,input,basis,effect,effect_low,effect_high\n"
                           "morris,\"not served, now\",speeds,prior,900,1,2\n"
                           "morris,\"not served, then\",speeds,prior,50,40,60\n"
                           "morris,\"not served, then\",floods,prior,70,60,80\n"
                           "morris,\"not served, then\",noise,,,,\n"));
  const Plot plot = find(make_plots(run), "sensitivity");
  REQUIRE(plot.table.rows.size() == 2);
  CHECK(cell(plot, 0, "input") == Cell("floods"));
  CHECK(cell(plot, 1, "effect") == Cell(50.0));
}

TEST_CASE("the histogram of official lists counts each list once, beside the choices") {
  RunData run = small_run();
  run.siting = {{"asked", "women"}, {"unit", "women"}, {"audit", {{"limit_min", 60.0}}}};
  std::string lists = "list,women_within\nas listed in the dataset,1500\nbest by the rule,3000\n";
  for (int i = 1; i <= 40; ++i) {
    lists += "list " + std::to_string(i) + "," + std::to_string(1000 + 25 * i) + "\n";
  }
  run.tables.emplace("rule_lists", table("rule_lists", lists));
  const Plot plot = find(make_plots(run), "rule_lists");
  std::int64_t n = 0;
  for (const auto& row : plot.table.rows) {
    if (const auto* count = std::get_if<std::int64_t>(&row.back())) n += *count;
  }
  CHECK(n == 40);
  REQUIRE(plot.keys.size() == 2);
  CHECK(plot.keys[1].text == "best by the rule");
  CHECK(plot.keys[1].number == 3000);
}

TEST_CASE("the curve has what was found and its bound, and the lists where they count the same") {
  RunData run = small_run();
  run.siting = {{"asked", "women"}, {"unit", "women"}};
  run.tables.emplace("curve", table("curve",
                                    "new_sites,best,bound\n0,10.00,10.00\n1,15.00,18.00\n"
                                    "2,,\n"));
  CHECK(find(make_plots(run), "curve").table.rows.size() == 2);
  run.siting["audit"] = {{"of_objective", true},
                         {"new_sites", 1},
                         {"lists_within", {{"median", 12.0}, {"p5", 11.0}, {"p95", 13.0}}}};
  const Plot plot = find(make_plots(run), "curve");
  REQUIRE(plot.table.rows.size() == 3);
  CHECK(cell(plot, 1, "high") == Cell(18.0));
  CHECK(cell(plot, 2, "low") == Cell(11.0));
}

TEST_CASE("a summary of another make is refused, as is a column or a number that is not there") {
  RunData run = small_run();
  run.summary.erase("headline");
  CHECK_THROWS_WITH(make_plots(run), Contains("run it again with this version"));
  run = small_run();
  run.tables.emplace("districts", table("districts", "id,name,women\n1,A,3\n"));
  CHECK_THROWS_WITH(make_plots(run), Contains("no column 'pct_60_now'"));
  run = small_run();
  run.tables.emplace("districts",
                     table("districts", "id,name,women,pct_60_now,pct_60_then\n1,A,3,x,1\n"));
  CHECK_THROWS_WITH(make_plots(run), Contains("'x' is no number") && Contains("districts.csv"));
}

TEST_CASE("steps are 1, 2 or 5 times a power of ten, and people are counted in round units") {
  CHECK(nice_step(93, 10) == 10);
  CHECK(nice_step(0.9, 5) == Approx(0.2));
  CHECK(count_scale(900).factor == 1);
  CHECK(scaled_label("women", count_scale(44e6)) == "women, million");
  CHECK(scaled_label("women", count_scale(900)) == "women");
}
