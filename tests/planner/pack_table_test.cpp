#include "planner/report/pack_table.h"

#include <catch2/catch.hpp>

#include "tests/support/drawn_study.h"

using namespace pahunch;

namespace {

Table small_packed_table() {
  Table table{.name = "places",
              .columns = {{.name = "name"},
                          {.name = "women", .type = ColumnType::kInteger},
                          {.name = "min_plan", .type = ColumnType::kReal, .decimals = 2}}};
  table.rows = {{std::string("Barh"), std::int64_t{7}, 1.25},
                {std::string("Arwal"), std::int64_t{9}, std::monostate{}},
                {std::string("Barh"), std::int64_t{7}, 0.5}};
  return table;
}

std::string stream_of(std::initializer_list<std::optional<std::int64_t>> numbers) {
  NumberStream result;
  for (const auto& number : numbers) result.add(number);
  return result.bytes();
}

}  // namespace

TEST_CASE("a table on a page has words once, reals at their decimals, and gaps") {
  PagePack pack;
  const auto json = pack_table(small_packed_table(), {}, pack);
  CHECK(json["name"] == "places");
  CHECK(json["rows"] == 3);
  CHECK(json["columns"][0]["words"] == PagePack::Json({"Barh", "Arwal"}));
  CHECK(json["columns"][0]["bytes"] == stream_of({0, 1, 0}).size());
  CHECK(json["columns"][1]["at"] == 3);
  CHECK(json["columns"][2]["scale"] == 100.0);
  CHECK(json["columns"][2]["bytes"] == stream_of({125, std::nullopt, 50}).size());
}

TEST_CASE("a table on a page has the columns that are asked for by how they begin") {
  PagePack pack;
  const auto json = pack_table(small_packed_table(), {"min_", "women"}, pack);
  REQUIRE(json["columns"].size() == 2);
  CHECK(json["columns"][0]["name"] == "women");
  CHECK(json["columns"][1]["name"] == "min_plan");
}

TEST_CASE("shapes on a page are counted and do not repeat a point") {
  const Projection projection("EPSG:32645");
  const Xy corner = projection.to_xy({85, 25});
  const Ring ring = {
      corner, corner, {corner.x_m + 5000, corner.y_m}, {corner.x_m, corner.y_m + 5000}, corner};
  Table table{.name = "areas"};
  table.geometry_type = GeometryType::kPolygon;
  table.geometry = {MultiPolygon{{ring, {}}}, std::monostate{}};
  PagePack pack;
  const auto json = pack_geometry(table, projection, pack);
  CHECK(json["type"] == "polygon");
  CHECK(json["counts"]["bytes"] == stream_of({1, 1, 3, 0}).size());
  CHECK(json["lon"]["at"] == 0);
}
