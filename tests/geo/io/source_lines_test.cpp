// Lines of a row on the ground, and why a row may have none.
#include "geo/io/source_lines.h"

#include <catch2/catch.hpp>

#include "geo/io/projection.h"

using namespace pahunch;

namespace {

/// A study area of one block with its books.
class Place {
 public:
  Place() {
    const LonLatLine square{{85, 25}, {85.1, 25}, {85.1, 25.1}, {85, 25.1}, {85, 25}};
    dataset_.blocks.areas.push_back({"B", "B", {}, to_shape({{square}}, utm_), 0});
    area_ = std::make_unique<StudyArea>(dataset_.blocks, utm_);
    recorder_.begin("other");
    recorder_.begin("1");
  }
  std::vector<GroundLine> read(const std::vector<LonLatLine>& lines) {
    SourceRow row;
    row.shape.lines = lines;
    return read(row);
  }
  std::vector<GroundLine> read(const SourceRow& row) {
    const AreaContext context{dataset_, *area_, 1, 10};
    OutsideTally tally(*area_);
    return read_lines(row, context, recorder_, tally);
  }
  std::map<std::string, std::uint64_t> get_left_out() {
    std::vector<RowNote> notes;
    return recorder_.finish(notes).left_out;
  }
  [[nodiscard]] const Projection& utm() const { return utm_; }

 private:
  Projection utm_{"EPSG:32645"};
  Dataset dataset_;
  std::unique_ptr<StudyArea> area_;
  RowRecorder recorder_{LayerSpec{}, "", RowRecorder::BadRows::kTolerated};
};

using Reasons = std::map<std::string, std::uint64_t>;

}  // namespace

TEST_CASE("a line is projected, and each segment has its length on the ground") {
  Place ground;
  const auto lines = ground.read(std::vector<LonLatLine>{{{85, 25}, {85.1, 25}, {85.1, 25.1}}});
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].line.size() == 3);
  CHECK(lines[0].line[1] == ground.utm().to_xy(LonLat{85.1, 25}));
  REQUIRE(lines[0].segment_m.size() == 2);
  CHECK(lines[0].segment_m[1] == geodesic_distance_m({85.1, 25}, {85.1, 25.1}));
  CHECK(ground.get_left_out().empty());
}

TEST_CASE("points that repeat the one before are dropped") {
  Place ground;
  const auto lines =
      ground.read(std::vector<LonLatLine>{{{85, 25}, {85, 25}, {85.1, 25}, {85.1, 25}, {85, 25}}});
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].line.size() == 3);
  for (const double length_m : lines[0].segment_m) CHECK(length_m > 0);
}

TEST_CASE("parts without length are dropped, the others kept") {
  Place ground;
  const auto lines =
      ground.read(std::vector<LonLatLine>{{{85, 25}, {85, 25}}, {{85, 25}, {85.1, 25}}});
  CHECK(lines.size() == 1);
  CHECK(ground.get_left_out().empty());
}

TEST_CASE("parts beyond the margin are dropped, the others kept") {
  Place ground;
  const auto lines =
      ground.read(std::vector<LonLatLine>{{{80, 25}, {80.1, 25}}, {{85, 25}, {85.1, 25}}});
  CHECK(lines.size() == 1);
  CHECK(ground.get_left_out().empty());
}

TEST_CASE("a row with nothing left is left out with the reason") {
  const auto reasons = [](const std::vector<LonLatLine>& lines) {
    Place ground;
    CHECK(ground.read(lines).empty());
    return ground.get_left_out();
  };
  CHECK(reasons({}) == Reasons{{"no geometry", 1}});
  CHECK(reasons({{{85, 25}, {85, 25}}}) == Reasons{{"line without length", 1}});
  CHECK(reasons({{{85, 25}, LonLat{}}}) == Reasons{{"coordinate is not a number", 1}});
  CHECK(reasons({{{80, 25}, {80.1, 25}}}) == Reasons{{"beyond the margin of the study area", 1}});
}

TEST_CASE("points and polygons are no lines") {
  Place ground;
  SourceRow row;
  row.shape.points = {{85, 25}};
  CHECK(ground.read(row).empty());
  CHECK(ground.get_left_out() == Reasons{{"wrong kind of geometry", 1}});
}
