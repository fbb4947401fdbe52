#include "geo/io/row_recorder.h"

#include <catch2/catch.hpp>

#include "geo/base/error.h"

using namespace pahunch;
using Catch::Matchers::Contains;

namespace {

LayerSpec make_spec(std::int64_t max_bad_rows) {
  LayerSpec spec;
  spec.name = "roads";
  spec.source = "roads.csv";
  spec.max_bad_rows = max_bad_rows;
  return spec;
}

RowRecorder make_recorder(std::int64_t max_bad_rows,
                          RowRecorder::BadRows bad_rows = RowRecorder::BadRows::kLimited) {
  return {make_spec(max_bad_rows), "roads.csv, layer roads", bad_rows};
}

}  // namespace

TEST_CASE("read is used plus left out") {
  auto recorder = make_recorder(1);
  for (const auto* row : {"1", "2", "3"}) recorder.begin(row);
  recorder.leave_out({"no geometry"});
  std::vector<RowNote> notes;
  const auto ledger = recorder.finish(notes);
  CHECK(ledger.n_read == 3);
  CHECK(ledger.n_used == 2);
  CHECK(ledger.adds_up());
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].row == "3");
  CHECK(notes[0].left_out);
}

TEST_CASE("more bad rows than allowed refuse the layer, with counts and examples") {
  auto recorder = make_recorder(1);
  for (const auto* row : {"a", "b", "c", "d", "e"}) {
    recorder.begin(row);
    if (row != std::string("e")) recorder.repair({"speed is zero", "speed = '0'"});
  }
  std::vector<RowNote> notes;
  CHECK_THROWS_AS(recorder.finish(notes), DataError);
  CHECK_THROWS_WITH(
      recorder.finish(notes),
      Contains("4 bad rows in the layer 'roads', and 1 is allowed") &&
          Contains("4 x speed is zero (a: speed = '0', b: speed = '0', c: speed = '0', ...)") &&
          Contains("max_bad_rows = 4"));
  CHECK(notes.empty());
}

TEST_CASE("a row with two defects is one bad row") {
  auto recorder = make_recorder(1);
  recorder.begin("a");
  recorder.repair({"empty women"});
  recorder.repair({"repeated id"});
  std::vector<RowNote> notes;
  CHECK(recorder.finish(notes).repaired.size() == 2);
}

TEST_CASE("what is noted or suspicious does not count against the limit") {
  auto recorder = make_recorder(0);
  for (const auto* row : {"a", "b", "c", "d"}) recorder.begin(row);
  recorder.note_repair({"shape repaired"});
  recorder.note_left_out({"beyond the margin"});
  recorder.suspect({"same place"});
  std::vector<RowNote> notes;
  const auto ledger = recorder.finish(notes);
  CHECK(ledger.suspicious.at("same place") == 1);
  CHECK(ledger.left_out.at("beyond the margin") == 1);
  CHECK(notes.size() == 3);
}

TEST_CASE("tolerated bad rows are counted and never refused") {
  auto recorder = make_recorder(0, RowRecorder::BadRows::kTolerated);
  recorder.begin("a");
  recorder.repair({"repeated id"});
  std::vector<RowNote> notes;
  CHECK(recorder.finish(notes).repaired.at("repeated id") == 1);
}

TEST_CASE("an empty layer, and one whose rows are all unusable, are refused") {
  std::vector<RowNote> notes;
  CHECK_THROWS_WITH(make_recorder(9).finish(notes),
                    Contains("the layer 'roads' is empty") && Contains("roads.csv"));
  auto recorder = make_recorder(9);
  recorder.begin("a");
  recorder.leave_out({"no geometry"});
  CHECK_THROWS_WITH(recorder.finish(notes), Contains("no row of the layer 'roads' can be used") &&
                                                Contains("1 x no geometry (a)"));
}
