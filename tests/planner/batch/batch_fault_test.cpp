#include <catch2/catch.hpp>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <new>
#include <optional>

#include "planner/batch/attempt.h"
#include "tests/planner/batch/long_batch.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

constexpr int kDone = 0, kInterrupted = 130;

/// Of two processes of mpirun in the dataset's folder, what they print together; none where mpirun,
/// or a program with MPI, is not here.
std::optional<std::string> find_words_of_two(const BatchDataset& data, const BatchWords& more) {
  std::string command = "cd '" + data.path().string() +
                        "' && OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 "
                        "timeout 60 mpirun --oversubscribe -n 2 '" PAHUNCH_PROGRAM "'";
  for (const std::string& word : data.words(more)) command += " '" + word + "'";
  const int status = std::system((command + " >said 2>&1").c_str());
  const std::string said = read_text(data.path() / "said");
  const bool has_mpirun = WIFEXITED(status) && WEXITSTATUS(status) < 124;
  if (has_mpirun && said.find("without MPI") == std::string::npos) return said;
  std::cout << "SKIPPED: mpirun, or a program with MPI, is not here\n";
  return std::nullopt;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

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
  CHECK_THAT(stopped.err, Contains("scenarios are finished and kept in b.scenarios, and so are "
                                   "the years already simulated of others"));
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

TEST_CASE("processes of mpirun say once what there is to do") {
  const BatchDataset data;
  const auto said = find_words_of_two(data, {"--no-simulation", "--one-out", "C2", "--dry-run"});
  if (!said) return;
  CHECK(count(*said, "2 scenarios: 0 finished already, 2 to be computed") == 1);
}

TEST_CASE("processes of mpirun are not asked for one share") {
  const BatchDataset data;
  const auto said =
      find_words_of_two(data, {"--no-simulation", "--one-out", "C2", "--shard", "1/2"});
  if (!said) return;
  CHECK_THAT(*said, Contains("--shard is not for processes that were started together"));
  CHECK_FALSE(std::filesystem::exists(data.path() / "b.scenarios"));
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

TEST_CASE("a scenario that ran out of memory says what to try") {
  const std::string reason = attempt([] { throw std::bad_alloc(); });
  CHECK(reason.starts_with("out of memory\n  what to try: "));
  CHECK_THAT(one_line_reason(reason), Contains("out of memory; fewer --threads"));
}

TEST_CASE(
    "a place in settings that --set was merged into is left out of a reason, the key is not") {
  const std::string merged =
      "'wet' is not a season\n  where: the default scenario with --set dataset=\"d/x\" --set "
      "travel.season=wet, line 8";
  const std::string hint = "\n  what to try: the choices are: dry, monsoon";
  CHECK(without_merged_place(merged + ", travel.season" + hint) ==
        "'wet' is not a season\n  where: travel.season" + hint);
  CHECK(without_merged_place(merged + hint) == "'wet' is not a season" + hint);
  CHECK(without_merged_place(merged) == "'wet' is not a season");
  CHECK(without_merged_place(merged + ", column 3") == "'wet' is not a season");
  for (const std::string& other :
       {std::string("a scenario failed"), "broken\n  where: d/centres.csv, line 8" + hint}) {
    CHECK(without_merged_place(other) == other);
  }
  CHECK(one_line_reason(merged + hint + "\nand more") ==
        "'wet' is not a season; the choices are: dry, monsoon");
  CHECK(one_line_reason(merged) == "'wet' is not a season");
}
