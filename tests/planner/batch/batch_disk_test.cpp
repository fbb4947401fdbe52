// A batch whose disk takes no more.

#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "tests/planner/batch/long_batch.h"

using namespace pahunch;
using namespace pahunch::test;
using Catch::Contains;

namespace {

/// More than the journal has before the first figures, less than the years of one scenario.
constexpr std::uintmax_t kLessThanYears = 5'000;

/// Programs that are started meanwhile cannot make a file larger: writing fails, as on a full disk.
class LargestFile {
 public:
  explicit LargestFile(std::uintmax_t n_bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit = {n_bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  LargestFile(const LargestFile&) = delete;
  LargestFile& operator=(const LargestFile&) = delete;
  ~LargestFile() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_ = {};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("a disk that takes no more years ends the batch, and fails no scenario") {
  const LongBatch data;
  const auto whole = data.results_at_once(data.sweep);
  // The base is finished, so that others could be called failed.
  REQUIRE(data.batch({"--grid", "underserved.max_minutes=[60]", "--set", "simulation.replicates=60",
                      "--set", "simulation.draws=3"})
              .exit_code == 0);
  std::filesystem::remove_all(data.path() / "b");
  {
    const LargestFile limit(kLessThanYears);
    const ProgramResult full = data.batch(data.sweep);
    CHECK(full.exit_code == 1);
    CHECK_THAT(full.err, Contains("cannot write") && Contains(".checkpoint: File too large") &&
                             Contains("what is finished is kept: free some room"));
    CHECK_FALSE(std::filesystem::exists(data.path() / "b"));
  }
  REQUIRE(data.batch(data.sweep).exit_code == 0);
  CHECK(data.differing(whole) == BatchWords{});
}

TEST_CASE("a journal that takes no more ends the batch, which goes on to the same bytes") {
  const LongBatch data;
  const BatchWords sweep = {"--no-simulation", "--one-out", "existing", "--one-in", "candidate"};
  REQUIRE(data.batch(sweep).exit_code == 0);
  const auto half = data.journal_size() / 2;
  data.forget();
  const auto whole = data.results_at_once(sweep);
  {
    const LargestFile limit(half);
    const ProgramResult full = data.batch(sweep);
    CHECK(full.exit_code == 1);
    CHECK_THAT(full.err, Contains("cannot write scenarios.journal: File too large"));
    CHECK_FALSE(std::filesystem::exists(data.path() / "b"));
  }
  REQUIRE(data.batch(sweep).exit_code == 0);
  CHECK(data.differing(whole) == BatchWords{});
}

TEST_CASE("years that nobody comes back to are removed by the next batch that ends") {
  LongBatch data;
  {
    const LargestFile limit(kLessThanYears);
    REQUIRE(data.batch(data.sweep).exit_code == 1);
  }
  REQUIRE(data.kept_years().size() == 1);
  const std::string left = "b.scenarios/" + data.kept_years().front();
  const std::string years = read_text(data.path() / left);
  REQUIRE(data.batch(data.sweep).exit_code == 0);
  CHECK(data.kept_years() == BatchWords{});
  // As if it had been killed between the journal and the removal; and what is none of its own.
  const BatchWords others = {"0123456789abcdef.checkpoint", "mine-0123456789abcdef.checkpoint",
                             "notes.checkpoint"};
  data.write(left, years)
      .write("b.scenarios/shard-1-of-2-0123456789abcdef.checkpoint", "pahunch check")
      .write("b.scenarios/" + others[0], "pahunch checkpoint 2\n" + std::string(64, '0') + "\n")
      .write("b.scenarios/" + others[1], years)
      .write("b.scenarios/" + others[2], years);
  CHECK(data.run(data.words(data.sweep, "merge")).exit_code == 1);  // "b" is there already
  CHECK(data.kept_years().size() == 5);
  std::filesystem::remove_all(data.path() / "b");
  REQUIRE(data.run(data.words(data.sweep, "merge")).exit_code == 0);
  CHECK(data.kept_years() == others);
}
