// Places of rows, and the levels of areas above a place.
#include "geo/io/read_context.h"

#include <catch2/catch.hpp>

#include "tests/geo/io/small_dataset.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

RowRecorder make_recorder() {
  LayerSpec spec;
  spec.name = "places";
  RowRecorder recorder(spec, "", RowRecorder::BadRows::kTolerated);
  recorder.begin("1");
  recorder.begin("2");  // a second row, so that the layer is never empty
  return recorder;
}

RowLedger finish(RowRecorder& recorder) {
  std::vector<RowNote> notes;
  return recorder.finish(notes);
}

const Projection& utm() {
  static const Projection projection("EPSG:32645");
  return projection;
}

SourceRow make_row(const std::vector<LonLat>& points) {
  SourceRow row;
  row.shape.points = points;
  return row;
}

const LonLatLine kSquare{{85, 25}, {85.1, 25}, {85.1, 25.1}, {85, 25.1}, {85, 25}};

/// Districts, sub-divisions and blocks, one in another, each with an index of its own.
Dataset make_levels(bool with_subdivision) {
  Dataset dataset;
  dataset.districts.areas = IdxVector<AreaIdx, Area>(5);
  if (with_subdivision) dataset.subdivisions.areas = IdxVector<AreaIdx, Area>(4);
  dataset.blocks.areas.push_back({"B", "B", AreaIdx(3), to_shape({{kSquare}}, utm()), 0});
  if (with_subdivision) dataset.subdivisions.areas[AreaIdx(3)].parent = AreaIdx(2);
  return dataset;
}

}  // namespace

TEST_CASE("of several points in one row the first is used, and that is noted") {
  auto recorder = make_recorder();
  const auto place = find_place(make_row({{85, 25}, {86, 26}}), utm(), recorder);
  REQUIRE(place);
  CHECK(place->lon_lat == LonLat{85, 25});
  CHECK(finish(recorder).repaired.at("several points, the first is used") == 1);
}

TEST_CASE("a single point is used and nothing is noted") {
  auto recorder = make_recorder();
  const auto place = find_place(make_row({{85, 25}}), utm(), recorder);
  REQUIRE(place);
  CHECK(place->xy == utm().to_xy(LonLat{85, 25}));
  CHECK(finish(recorder).repaired.empty());
}

TEST_CASE("a row without a usable place is left out with the reason") {
  const auto reason = [](const SourceRow& row) {
    auto recorder = make_recorder();
    CHECK_FALSE(find_place(row, utm(), recorder));
    const auto ledger = finish(recorder);
    REQUIRE(ledger.left_out.size() == 1);
    return ledger.left_out.begin()->first;
  };
  CHECK(reason(SourceRow{}) == "no geometry");
  CHECK(reason(make_row({LonLat{}})) == "coordinate is not a number");
  SourceRow garbled;
  garbled.bad_coordinate = "lon = 'x'";
  CHECK(reason(garbled) == "coordinate is not a number");
  SourceRow line;
  line.shape.lines = {{{85, 25}, {86, 26}}};
  CHECK(reason(line) == "wrong kind of geometry");
  SourceRow other;
  other.shape.other = true;
  CHECK(reason(other) == "wrong kind of geometry");
}

TEST_CASE("a polygon gives a point inside it") {
  auto recorder = make_recorder();
  SourceRow row;
  row.shape.polygons = {{kSquare}};
  const auto place = find_place(row, utm(), recorder);
  REQUIRE(place);
  CHECK((place->lon_lat.lon > 85 && place->lon_lat.lon < 85.1));
  CHECK((place->lon_lat.lat > 25 && place->lon_lat.lat < 25.1));
}

TEST_CASE("rings become shapes with their holes") {
  const LonLatLine hole{{85.02, 25.02}, {85.04, 25.02}, {85.04, 25.04}, {85.02, 25.02}};
  const auto shape = to_shape({{kSquare, hole}, {kSquare}}, utm());
  REQUIRE(shape.size() == 2);
  CHECK(shape[0].holes.size() == 1);
  CHECK(shape[0].outer.front() == utm().to_xy(LonLat{85, 25}));
}

TEST_CASE("a block knows its sub-division and district") {
  const auto dataset = make_levels(true);
  const StudyArea area(dataset.blocks, utm());
  const AreaContext context{dataset, area};
  const auto levels = context.get_levels(AreaIdx(0));
  CHECK(levels.block == AreaIdx(0));
  CHECK(levels.subdivision == AreaIdx(3));
  CHECK(levels.district == AreaIdx(2));
}

TEST_CASE("without sub-divisions the parent of a block is its district") {
  const auto dataset = make_levels(false);
  const StudyArea area(dataset.blocks, utm());
  const AreaContext context{dataset, area};
  const auto levels = context.get_levels(AreaIdx(0));
  CHECK(levels.district == AreaIdx(3));
  CHECK_FALSE(levels.subdivision.valid());
}

TEST_CASE("a block without a parent has no levels above it") {
  auto dataset = make_levels(true);
  dataset.blocks.areas[AreaIdx(0)].parent = AreaIdx();
  const StudyArea area(dataset.blocks, utm());
  const AreaContext context{dataset, area};
  CHECK_FALSE(context.get_levels(AreaIdx(0)).district.valid());
}

TEST_CASE("a place in the study area, or within its tolerance, has its area") {
  const auto dataset = make_levels(true);
  const StudyArea area(dataset.blocks, utm());
  const AreaContext context{dataset, area, 1};
  OutsideTally tally(area);
  auto recorder = make_recorder();
  const auto find = [&](LonLat at) {
    return find_area_place(make_row({at}), context, recorder, tally).has_value();
  };
  CHECK(find({85.05, 25.05}));
  CHECK(find({84.995, 25.05}));
  CHECK_FALSE(find({84.95, 25.05}));
  CHECK(finish(recorder).left_out.at("outside the study area") == 1);
  CHECK_NOTHROW(tally.check("places", ""));
}

TEST_CASE("a layer with more places outside than inside is refused") {
  const auto dataset = make_levels(true);
  const StudyArea area(dataset.blocks, utm());
  OutsideTally tally(area);
  tally.count_inside();
  tally.count_outside({77, 28});
  CHECK_NOTHROW(tally.check("places", "p.csv"));
  tally.count_outside({77, 29});
  CHECK_THROWS_WITH(tally.check("places", "p.csv"),
                    Catch::Matchers::Contains("2 of 3 places of the layer 'places'") &&
                        Catch::Matchers::Contains("p.csv: the first lies at 77.0000, 28.0000"));
}
