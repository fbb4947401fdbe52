#include "planner/tables/table_spec.h"

#include <catch2/catch.hpp>

#include "planner/tables/run_tables.h"
#include "tests/support/table_cells.h"

using namespace pahunch;
using namespace pahunch::test;

TEST_CASE("a table is made column by column, each cell from its row") {
  TableSpec<int> spec;
  spec.add(integer_column("n", "women", "the number itself"),
           [](const int& n) { return count_cell(n); });
  spec.add(text_column("sign", "of the number"),
           [](const int& n) { return Cell(std::string(n < 0 ? "-" : "+")); });
  spec.add(real_column("half", "km", "half of it"), [](const int& n) { return Cell(n / 2.0); });
  const Table table = spec.make("numbers", std::vector<int>{3, -4});
  CHECK_NOTHROW(require_sound(table));
  CHECK(table.name == "numbers");
  CHECK(counts(table, "n") == Counts{3, -4});
  CHECK(texts(table, "sign") == Texts{"+", "-"});
  CHECK(cells<double>(table, "half") == std::vector<std::optional<double>>{1.5, -2.0});
}

TEST_CASE("a table of nothing has its columns and no rows") {
  TableSpec<int> spec;
  spec.add(text_column("id", "of nothing"), [](const int&) { return Cell(); });
  const Table table = spec.make("none", std::vector<int>{});
  CHECK(table.columns.size() == 1);
  CHECK(table.rows.empty());
}

TEST_CASE("a column goes into the GeoJSON only when it is said") {
  CHECK_FALSE(text_column("a", "").in_geojson);
  CHECK_FALSE(integer_column("a", "", "").in_geojson);
  CHECK_FALSE(real_column("a", "", "").in_geojson);
  CHECK(text_column("a", "", InGeoJson::kYes).in_geojson);
  CHECK(integer_column("a", "", "", InGeoJson::kYes).in_geojson);
  CHECK(real_column("a", "", "", InGeoJson::kYes).in_geojson);
}

TEST_CASE("columns know their type, unit and decimals") {
  CHECK(integer_column("a", "women", "who").type == ColumnType::kInteger);
  CHECK(integer_column("a", "women", "who").unit == "women");
  CHECK(real_column("a", "min", "when").decimals == 2);
  CHECK(real_column("a", "min", "when").meaning == "when");
}

TEST_CASE("what there is none of is an empty cell, not a zero") {
  CHECK(std::holds_alternative<std::monostate>(minutes_cell(TravelTime::unreachable())));
  CHECK(std::get<double>(minutes_cell(TravelTime(90'000))) == Approx(1.5));
  CHECK(std::get<double>(minutes_cell(TravelTime())) == Approx(0));
  CHECK(std::holds_alternative<std::monostate>(real_cell(std::nullopt)));
  CHECK(std::get<double>(real_cell(0.0)) == Approx(0));
  CHECK(std::get<std::int64_t>(flag_cell(true)) == 1);
  CHECK(std::get<std::int64_t>(flag_cell(false)) == 0);
}

TEST_CASE("a dataset that is modelled in no layer says so") {
  const Dataset plain;
  CHECK(std::get<std::int64_t>(modelled_cell(plain)) == 0);
  CHECK_THAT(modelled_column(plain).meaning, Catch::Contains("here none are"));
}
