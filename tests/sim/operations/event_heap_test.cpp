#include "sim/operations/event_heap.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "sim/random/random_stream.h"

using namespace pahunch;

namespace {

EventKind kind_of(const Event& event) { return event.subject().kind; }

std::vector<Event> empty_out(EventHeap& heap) {
  std::vector<Event> events;
  while (!heap.empty()) events.push_back(heap.pop());
  return events;
}

/// Few times and numbers, so that there are many ties.
Event draw_event(RandomStream& random) {
  const auto at = static_cast<TimeMs>(random.uniform_index(50)) - 25;
  return Event(at, {static_cast<EventKind>(random.uniform_index(4)), random.uniform_index(5),
                    static_cast<std::uint32_t>(random.uniform_index(3)), 7});
}

bool is_same(const Event& a, const Event& b) { return !(a < b) && !(b < a); }

}  // namespace

TEST_CASE("an event keeps its time and its subject, also the largest") {
  const EventSubject largest{EventKind::kProbeDue, (1ULL << 34U) - 1, 31, (1U << 22U) - 1};
  const Event event(-5, largest);
  CHECK(event.at() == -5);
  CHECK(event.subject().kind == EventKind::kProbeDue);
  CHECK(event.subject().number == largest.number);
  CHECK(event.subject().step == 31);
  CHECK(event.subject().slot == largest.slot);
  CHECK(sizeof(Event) == 16);
}

TEST_CASE("times before the year come before times in it") {
  EventHeap heap;
  for (const TimeMs at : {TimeMs{5}, TimeMs{-1}, TimeMs{0}, TimeMs{-7'000'000'000}})
    heap.push(Event(at, {}));
  const auto events = empty_out(heap);
  CHECK(std::is_sorted(events.begin(), events.end(),
                       [](const Event& a, const Event& b) { return a.at() < b.at(); }));
}

TEST_CASE("at one time what frees comes before what asks, then the earlier case, then the step") {
  EventHeap heap;
  heap.push(Event(9, {EventKind::kStepDue, 1, 0, 0}));
  heap.push(Event(9, {EventKind::kStepEnds, 4, 2, 0}));
  heap.push(Event(9, {EventKind::kStepEnds, 4, 1, 0}));
  heap.push(Event(9, {EventKind::kDutyBegins, 0, 0, 0}));
  heap.push(Event(9, {EventKind::kStepEnds, 3, 5, 0}));
  const auto events = empty_out(heap);
  CHECK(events[0].subject().number == 3);
  CHECK(events[1].subject().step == 1);
  CHECK(events[2].subject().step == 2);
  CHECK(kind_of(events[3]) == EventKind::kDutyBegins);
  CHECK(kind_of(events[4]) == EventKind::kStepDue);
}

TEST_CASE("the heap gives what a sorted set gives, through pushes and pops at random") {
  RandomStream random({.seed = 11});
  EventHeap heap;
  std::multiset<Event> oracle;
  for (int i = 0; i < 20'000; ++i) {
    if (oracle.empty() || random.uniform_index(100) < 55) {
      const Event event = draw_event(random);
      heap.push(event);
      oracle.insert(event);
    } else {
      REQUIRE(is_same(heap.pop(), *oracle.begin()));
      oracle.erase(oracle.begin());
    }
    REQUIRE(heap.size() == oracle.size());
  }
}

TEST_CASE("the order in which events were put in does not matter") {
  RandomStream random({.seed = 12});
  std::vector<Event> events;
  for (int i = 0; i < 300; ++i) events.push_back(draw_event(random));
  EventHeap forwards, backwards;
  for (const Event& event : events) forwards.push(event);
  std::reverse(events.begin(), events.end());
  for (const Event& event : events) backwards.push(event);
  const auto a = empty_out(forwards);
  const auto b = empty_out(backwards);
  CHECK(std::equal(a.begin(), a.end(), b.begin(), b.end(), is_same));
}
