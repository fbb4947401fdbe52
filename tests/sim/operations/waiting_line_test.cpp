#include "sim/operations/waiting_line.h"

#include <catch2/catch.hpp>

#include <deque>

#include "sim/random/random_stream.h"

using namespace pahunch;

namespace {

constexpr auto kEveryEntry = [](const WaitingEntry& /*entry*/) { return true; };

std::uint64_t take_ticket(WaitingLine& line, Discipline discipline = Discipline::kFirstCome) {
  const auto entry = line.take(discipline, kEveryEntry);
  return entry ? entry->ticket : 0;
}

}  // namespace

TEST_CASE("who came first is taken first, and who is more urgent before that") {
  WaitingLine line;
  CHECK(line.empty());
  line.join({.ticket = 1}, 1);
  line.join({.ticket = 2}, 1);
  line.join({.ticket = 3}, 0);
  line.join({.ticket = 4}, 2);
  CHECK(take_ticket(line) == 3);
  CHECK(take_ticket(line) == 1);
  CHECK(take_ticket(line) == 2);
  CHECK(take_ticket(line) == 4);
  CHECK(line.empty());
  CHECK(take_ticket(line) == 0);
}

TEST_CASE("the other way round when the last is to come first, within a class") {
  WaitingLine line;
  line.join({.ticket = 1}, 0);
  line.join({.ticket = 2}, 0);
  line.join({.ticket = 3}, 1);
  CHECK(take_ticket(line, Discipline::kLastCome) == 2);
  CHECK(take_ticket(line, Discipline::kLastCome) == 1);
  CHECK(take_ticket(line, Discipline::kLastCome) == 3);
}

TEST_CASE("entries that no longer hold are passed over and gone") {
  WaitingLine line;
  for (std::uint64_t i = 1; i <= 6; ++i) line.join({.ticket = i}, 0);
  const auto is_even = [](const WaitingEntry& entry) { return entry.ticket % 2 == 0; };
  CHECK(line.take(Discipline::kFirstCome, is_even)->ticket == 2);
  CHECK(line.take(Discipline::kFirstCome, is_even)->ticket == 4);
  CHECK(take_ticket(line) == 5);
  CHECK(take_ticket(line) == 6);
  CHECK_FALSE(line.take(Discipline::kFirstCome, is_even));
}

TEST_CASE("the ring of a line is a queue open at both ends") {
  RandomStream random({.seed = 31});
  EntryRing ring;
  std::deque<std::uint64_t> oracle;
  for (std::uint64_t i = 0; i < 5'000; ++i) {
    const std::uint64_t what = random.uniform_index(5);
    if (what < 3 || oracle.empty()) {
      ring.push_back({.ticket = i});
      oracle.push_back(i);
    } else if (what == 3) {
      REQUIRE(ring.pop_front().ticket == oracle.front());
      oracle.pop_front();
    } else {
      REQUIRE(ring.pop_back().ticket == oracle.back());
      oracle.pop_back();
    }
    REQUIRE(ring.size() == oracle.size());
  }
}
