#include "planner/simulation/checkpoint.h"

#include <catch2/catch.hpp>

#include <sstream>

#include "geo/base/error.h"
#include "sim/monte_carlo/result_bytes.h"
#include "tests/support/read_text.h"
#include "tests/support/temp_dir.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

const std::string kKey(64, 'k');

DrawResult make_result(std::uint64_t n_states) {
  DrawResult result =
      make_draw_result({.n_settlements = 3, .n_blocks = 1, .n_centres = 2, .n_sets = 2});
  result.n_states = n_states;
  result.sets[1].p_served[SettlementIdx(2)].add(0.125);
  result.sets[1].centres[CentreIdx(1)].sums.steps.resize(4);
  return result;
}

/// A checkpoint file, opened again and again.
struct KeptWork {
  TempDir folder;
  std::filesystem::path file = checkpoint_of(folder.path() / "out");
  std::string said;

  KeptWork() {
    const auto made = open();
    made->keep({0, 0, 40}, make_result(7));
    made->keep({1, 0, 40}, make_result(8));
  }
  std::unique_ptr<Checkpoint> open(const std::string& key = kKey) {
    std::ostringstream out, err;
    Console console(out, err);
    auto opened = std::make_unique<Checkpoint>(file, key, console);
    said = err.str();
    return opened;
  }
  void write(const std::string& content) const { folder.write(file.filename().string(), content); }
};

}  // namespace

TEST_CASE("what was kept is found again, to the last byte") {
  KeptWork work;
  const auto opened = work.open();
  CHECK_THAT(work.said, Contains("80 years are simulated already"));
  CHECK(opened->n_years() == 80);
  CHECK(opened->contains({1, 0, 40}));
  CHECK_FALSE(opened->contains({1, 40, 40}));
  CHECK_FALSE(opened->find({2, 0, 40}));
  CHECK(to_bytes(*opened->find({0, 0, 40})) == to_bytes(make_result(7)));
  CHECK(to_bytes(*opened->find({1, 0, 40})) == to_bytes(make_result(8)));
}

TEST_CASE("a record that was not written whole is dropped, the others stay, and more may follow") {
  KeptWork work;
  const std::string whole = read_text(work.file);
  const std::size_t one = (whole.size() - (std::string("pahunch checkpoint 2\n").size() + 65)) / 2;
  for (const std::size_t lost : {std::size_t{1}, one / 2, one - 3, one - 49}) {
    work.write(whole.substr(0, whole.size() - lost));
    {
      const auto opened = work.open();
      CHECK_THAT(work.said, Contains("not whole at its end"));
      CHECK(opened->n_years() == 40);
      opened->keep({1, 0, 40}, make_result(8));
    }
    CHECK(read_text(work.file) == whole);
  }
}

TEST_CASE("no flipped bit is believed") {
  KeptWork work;
  const std::string whole = read_text(work.file);
  for (std::size_t at = 86; at < whole.size(); at += 37) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 4);
    work.write(flipped);
    const auto opened = work.open();
    CHECK(opened->n_years() < 80);
    const auto first = opened->find({0, 0, 40});
    if (first) CHECK(to_bytes(*first) == to_bytes(make_result(7)));
  }
}

TEST_CASE("work on something else is said and not used") {
  KeptWork work;
  CHECK(work.open(std::string(64, 'o'))->n_years() == 0);
  CHECK_THAT(work.said, Contains("other settings, data or another build"));
  CHECK(work.open()->n_years() == 0);
}

TEST_CASE("a file that ends in its header is begun anew") {
  KeptWork work;
  for (const std::size_t n : {0U, 5U, 21U, 40U}) {
    work.write(read_text(work.file).substr(0, n));
    CHECK(work.open()->n_years() == 0);
    CHECK(work.open()->n_years() == 0);
  }
}

TEST_CASE("somebody's file is left alone") {
  KeptWork work;
  work.write("my notes, which have this name by chance\n");
  CHECK_THROWS_WITH(work.open(), Contains("not a pahunch checkpoint"));
  CHECK_THAT(read_text(work.file), Contains("my notes"));
}

TEST_CASE("one program at a time") {
  KeptWork work;
  const auto opened = work.open();
  CHECK_THROWS_WITH(work.open(), Contains("another program is simulating"));
}

TEST_CASE("a checkpoint goes when the results are safe, and not before") {
  KeptWork work;
  work.open().reset();
  CHECK(std::filesystem::exists(work.file));
  work.open()->remove_at_end();
  CHECK_FALSE(std::filesystem::exists(work.file));
}

TEST_CASE("the checkpoint lies beside the folder, however that is written") {
  CHECK(checkpoint_of("out/mine") == "out/mine.checkpoint");
  CHECK(checkpoint_of("out/mine/") == "out/mine.checkpoint");
}
