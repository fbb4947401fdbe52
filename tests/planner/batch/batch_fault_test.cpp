#include <catch2/catch.hpp>

#include <csignal>
#include <memory>

#include "tests/planner/batch/long_batch.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

constexpr int kDone = 0, kInterrupted = 130;

}  // namespace

TEST_CASE("a batch killed three times goes on to the same bytes") {
  const LongBatch data;
  const auto whole = data.results_at_once(data.sweep);
  for (int i = 0; i < 3; ++i) {
    const auto before = data.journal_size();
    RunningProgram running = data.start();
    data.wait_for_bytes(before + 1, running);
    running.signal(SIGKILL);
    CHECK(running.wait().exit_code == 128 + SIGKILL);
    CHECK_FALSE(std::filesystem::exists(data.path() / "b"));
  }
  REQUIRE(data.batch(data.sweep).exit_code == kDone);
  CHECK(data.differing(whole) == BatchWords{});
}

TEST_CASE("Ctrl-C says what is kept, and the same command goes on from there") {
  const LongBatch data;
  const auto whole = data.results_at_once(data.sweep);
  RunningProgram running = data.start();
  data.wait_for_bytes(2'000, running);
  running.interrupt();
  const ProgramResult stopped = running.wait();
  CHECK(stopped.exit_code == kInterrupted);
  CHECK_THAT(stopped.err, Contains("scenarios are finished and kept in b.scenarios"));
  CHECK_FALSE(std::filesystem::exists(data.path() / "b"));
  REQUIRE(data.batch(data.sweep).exit_code == kDone);
  CHECK(data.differing(whole) == BatchWords{});
}

TEST_CASE("two programs in one folder do not harm each other") {
  const LongBatch data;
  const auto whole = data.results_at_once(data.sweep);
  RunningProgram running = data.start();
  data.wait_for_bytes(1, running);
  const ProgramResult second = data.batch(data.sweep);
  CHECK(second.exit_code == 1);
  CHECK_THAT(second.err, Contains("another program is computing scenarios into this folder"));
  REQUIRE(running.wait().exit_code == kDone);
  CHECK(data.differing(whole) == BatchWords{});
}

TEST_CASE("two shards that come to scenarios of one content at one time do not harm each other") {
  const LongBatch data;
  // The only scenario of the second share is the base again.
  const BatchWords twins = {"--grid", "underserved.max_minutes=[60]",
                            "--set",  "simulation.replicates=60",
                            "--set",  "simulation.draws=3"};
  const auto whole = data.results_at_once(twins);
  const auto start = [&](const std::string& shard) {
    BatchWords words = data.words(twins);
    words.insert(words.end(), {"--shard", shard});
    return std::make_unique<RunningProgram>(words, data.path());
  };
  const auto first = start("1/2"), second = start("2/2");
  CHECK(first->wait().exit_code == kDone);
  CHECK(second->wait().exit_code == kDone);
  REQUIRE(data.run(data.words(twins, "merge")).exit_code == kDone);
  CHECK(data.differing(whole) == BatchWords{});
}

TEST_CASE("a journal cut or spoilt anywhere costs work and changes no byte") {
  const BatchDataset data;
  const BatchWords sweep = {"--no-simulation", "--one-out", "existing", "--one-in", "candidate"};
  REQUIRE(data.batch(sweep).exit_code == kDone);
  const auto whole = data.results();
  const auto file = data.path() / "b.scenarios/scenarios.journal";
  const std::string journal = read_text(file);
  const auto again = [&](const std::string& spoilt) {
    std::ofstream(file, std::ios::binary) << spoilt;
    std::filesystem::remove_all(data.path() / "b");
    REQUIRE(data.batch(sweep).exit_code == kDone);
    CHECK(data.differing(whole) == BatchWords{});
  };
  for (const std::size_t part : {0U, 3U, 7U}) again(journal.substr(0, journal.size() * part / 9));
  std::string flipped = journal;
  flipped[journal.size() / 2] = static_cast<char>(flipped[journal.size() / 2] ^ 1);
  again(flipped);
}
