// A simulation that is interrupted or killed, and goes on.

#include <catch2/catch.hpp>
#include <cstring>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/planner/flooded_dataset.h"

using namespace pahunch::test;
using Catch::Contains;
using Words = std::vector<std::string>;

namespace {

constexpr int kDone = 0, kInterrupted = 130;
constexpr std::uintmax_t kHeaderBytes = 86, kParcelBytes = 24;
constexpr std::uintmax_t kRecordHeadBytes = 3 * sizeof(std::uint64_t) + kParcelBytes;

/// Long enough to be stopped on the way: 24 draws.
struct LongSimulation : FloodedDataset {
  std::filesystem::path checkpoint = path() / "s.checkpoint";

  Words words(const std::string& n_years = "240") const {
    return {
        "simulate",     "--data", "d",       "-o", "s",       "--threads", "2",
        "--replicates", n_years,  "--draws", "24", "--quiet", "--set",     "isochrones.cell_m=0"};
  }
  RunningProgram start() const { return RunningProgram(words(), path()); }
  [[nodiscard]] std::uintmax_t checkpoint_size() const {
    std::error_code missing;
    const auto size = std::filesystem::file_size(checkpoint, missing);
    return missing ? 0 : size;
  }
  /// Until the checkpoint has so many bytes.
  void wait_for_bytes(std::uintmax_t n, const RunningProgram& running) const {
    while (checkpoint_size() < n && running.at_work()) ::usleep(1'000);
    REQUIRE(running.at_work());
  }
  /// The first draw that is not kept. Each record has the size of its id, its own, a
  /// checksum, and the id: the three numbers of its parcel, the draw first.
  [[nodiscard]] std::uint64_t first_missing_draw() const {
    const std::string bytes = std::filesystem::exists(checkpoint) ? read_text(checkpoint) : "";
    std::set<std::uint64_t> draws;
    for (std::uint64_t end = kHeaderBytes; end + kRecordHeadBytes <= bytes.size();) {
      std::uint64_t draw = 0, size = 0;
      std::memcpy(&size, bytes.data() + end + sizeof(size), sizeof(size));
      std::memcpy(&draw, bytes.data() + end + 3 * sizeof(size), sizeof(draw));
      end += kRecordHeadBytes + size;
      if (end <= bytes.size()) draws.insert(draw);
    }
    std::uint64_t first = 0;
    while (draws.contains(first)) ++first;
    return first;
  }
  /// Until the first so many draws are kept: threads do not work them off in order.
  void wait_for_draws(std::uint64_t n, const RunningProgram& running) const {
    while (first_missing_draw() < n && running.at_work()) ::usleep(1'000);
    REQUIRE(running.at_work());
  }
  /// All files of the folder but the timing.
  [[nodiscard]] std::map<std::string, std::string> results(const std::string& folder = "s") const {
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(path() / folder)) {
      const std::string name = entry.path().filename().string();
      if (name != "timing.json") found[name] = read_text(entry.path());
    }
    return found;
  }
  std::map<std::string, std::string> simulate_at_once() const {
    REQUIRE(run(words()).exit_code == kDone);
    auto found = results();
    std::filesystem::remove_all(path() / "s");
    return found;
  }
};

}  // namespace

TEST_CASE("a simulation killed again and again goes on to the same bytes") {
  const LongSimulation data;
  const auto whole = data.simulate_at_once();
  CHECK_FALSE(std::filesystem::exists(data.checkpoint));
  std::uintmax_t size = kHeaderBytes;
  for (int i = 0; i < 2; ++i) {
    RunningProgram running = data.start();
    data.wait_for_bytes(size + 1, running);
    running.signal(SIGKILL);
    CHECK(running.wait().exit_code == 128 + SIGKILL);
    CHECK(data.checkpoint_size() > size);
    size = data.checkpoint_size();
    CHECK_FALSE(std::filesystem::exists(data.path() / "s"));
  }
  REQUIRE(data.run(data.words()).exit_code == kDone);
  CHECK(data.results() == whole);
  CHECK_FALSE(std::filesystem::exists(data.checkpoint));
}

TEST_CASE("Ctrl-C leaves a partial result that says so, and the same command ends it") {
  const LongSimulation data;
  const auto whole = data.simulate_at_once();
  RunningProgram running = data.start();
  data.wait_for_draws(3, running);
  running.interrupt();
  const ProgramResult stopped = running.wait();
  REQUIRE(stopped.exit_code == kInterrupted);
  CHECK_THAT(stopped.err, Contains("marked as partial") && Contains("goes on from there"));
  const auto part = nlohmann::json::parse(read_text(data.path() / "s/simulation.json"));
  CHECK(part["ending"] == "interrupted");
  CHECK(part["parameter_draws"] >= 2);
  CHECK(part["years"].get<int>() < part["years_asked"].get<int>());
  CHECK_THAT(read_text(data.path() / "s/simulation.md"), Contains("**Partial: interrupted after"));
  CHECK(nlohmann::json::parse(read_text(data.path() / "s/manifest.json"))["partial"] == true);
  CHECK(std::filesystem::exists(data.checkpoint));

  REQUIRE(data.run(data.words()).exit_code == kDone);
  CHECK(data.results() == whole);
  CHECK_FALSE(std::filesystem::exists(data.checkpoint));
  CHECK(data.run(data.words()).exit_code != kDone);  // a whole result is not replaced unasked
}

TEST_CASE("a partial result of other settings is not replaced unasked") {
  const LongSimulation data;
  RunningProgram running = data.start();
  data.wait_for_draws(3, running);
  running.interrupt();
  REQUIRE(running.wait().exit_code == kInterrupted);
  CHECK_THAT(data.run(data.words("264")).err, Contains("already exists"));
}

TEST_CASE("Ctrl-C in the middle of the first draws leaves no folder, and what was done is kept") {
  const LongSimulation data;
  RunningProgram running = data.start();
  while (!std::filesystem::exists(data.checkpoint) && running.at_work()) ::usleep(1'000);
  running.interrupt();
  const ProgramResult stopped = running.wait();
  CHECK(stopped.exit_code == kInterrupted);
  CHECK_FALSE(std::filesystem::exists(data.path() / "s"));
}

TEST_CASE("a run stops at the interval that was asked for, and says so") {
  const FloodedDataset data;
  const ProgramResult result = data.run({"simulate", "--data", "d", "-o", "s", "--json",
                                         "--replicates", "400", "--draws", "4", "--until", "1e6"});
  REQUIRE(result.exit_code == kDone);
  const auto json = nlohmann::json::parse(result.out);
  CHECK(json["ending"] == "narrow enough");
  CHECK(json["years"] == 100);
  CHECK(json["years_asked"] == 400);
  CHECK_THAT(read_text(data.path() / "s/simulation.md"),
             Contains("Stopped after 100 of 400 years"));
  CHECK_THAT(data.run({"simulate", "--data", "d", "--until", "-5"}).err, Contains("negative"));
}
