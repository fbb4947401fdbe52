/// \file
/// What is going to happen, soonest first, ties in a stated order.
///
/// An event is 16 bytes: its time, and a tag that says what happens to whom. Events of one time are
/// taken by kind (in the order of `EventKind`), then by the number of the case, then by step, so
/// the order never depends on when an event was put in. The heap has four children a node: half the
/// levels of a binary one, and the four lie in one cache line.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/operations/clock.h"

namespace pahunch {

/// In the order in which events of one time happen: what frees comes before what asks.
enum class EventKind : std::uint8_t {
  kStepEnds,    ///< somebody or something becomes free
  kDutyBegins,  ///< a shift begins where somebody waits for it
  kStepDue,     ///< a step, or its next session, is asked for
  kProbeDue,    ///< a virtual case asks for its next step
};

/// Whom an event is about. `slot` is where the case lies now, and never decides an order.
struct EventSubject {
  EventKind kind = EventKind::kStepEnds;
  std::uint64_t number = 0;  ///< of the case, in order of arrival; of the pool when a shift begins
  std::uint32_t step = 0;
  std::uint32_t slot = 0;
};

class Event {
 public:
  static constexpr std::uint32_t kSlotBits = 22;
  static constexpr std::uint32_t kStepBits = 5;
  static constexpr std::uint32_t kNumberBits = 34;

  Event() = default;
  Event(TimeMs at, const EventSubject& subject) : at_(at), tag_(pack(subject)) {}

  [[nodiscard]] TimeMs at() const { return at_; }
  [[nodiscard]] EventSubject subject() const {
    return {static_cast<EventKind>(tag_ >> (kNumberBits + kStepBits + kSlotBits)),
            (tag_ >> (kStepBits + kSlotBits)) & mask(kNumberBits),
            static_cast<std::uint32_t>((tag_ >> kSlotBits) & mask(kStepBits)),
            static_cast<std::uint32_t>(tag_ & mask(kSlotBits))};
  }
  /// By time, then by tag; bits rather than && and ||, so that there is no branch to guess.
  friend bool operator<(const Event& a, const Event& b) {
    const auto earlier = static_cast<unsigned>(a.at_ < b.at_);
    const auto same_time = static_cast<unsigned>(a.at_ == b.at_);
    return (earlier | (same_time & static_cast<unsigned>(a.tag_ < b.tag_))) != 0;
  }

 private:
  static constexpr std::uint64_t mask(std::uint32_t bits) { return (std::uint64_t{1} << bits) - 1; }
  static std::uint64_t pack(const EventSubject& subject) {
    assert(subject.number <= mask(kNumberBits) && subject.step <= mask(kStepBits) &&
           subject.slot <= mask(kSlotBits));
    auto tag = static_cast<std::uint64_t>(subject.kind);
    tag = tag << kNumberBits | subject.number;
    tag = tag << kStepBits | subject.step;
    return tag << kSlotBits | subject.slot;
  }
  TimeMs at_ = 0;
  std::uint64_t tag_ = 0;
};

/// A min-heap of events. Push and pop take O(log n); memory is kept when it empties.
class EventHeap {
 public:
  [[nodiscard]] bool empty() const { return events_.empty(); }
  [[nodiscard]] std::size_t size() const { return events_.size(); }
  /// Precondition: not empty.
  [[nodiscard]] const Event& top() const { return events_.front(); }
  void clear() { events_.clear(); }

  void push(const Event& event) {
    std::size_t at = events_.size();
    events_.push_back(event);
    while (at > 0) {
      const std::size_t parent = (at - 1) / kChildren;
      if (!(event < events_[parent])) break;
      events_[at] = events_[parent];
      at = parent;
    }
    events_[at] = event;
  }

  /// Precondition: not empty.
  Event pop() {
    const Event first = events_.front();
    const Event last = events_.back();
    events_.pop_back();
    if (!events_.empty()) sink(last);
    return first;
  }

 private:
  static constexpr std::size_t kChildren = 4;

  /// Lets the hole at the root fall to a leaf, and `event` rise from there: it came from a leaf and
  /// mostly belongs there again.
  void sink(const Event& event) {
    const std::size_t n = events_.size();
    std::size_t at = 0;
    for (std::size_t child = 1; child < n; child = at * kChildren + 1) {
      const std::size_t least = find_least(child, n);
      events_[at] = events_[least];
      at = least;
    }
    while (at > 0 && event < events_[(at - 1) / kChildren]) {
      events_[at] = events_[(at - 1) / kChildren];
      at = (at - 1) / kChildren;
    }
    events_[at] = event;
  }

  [[nodiscard]] std::size_t find_least(std::size_t child, std::size_t n) const {
    if (child + kChildren <= n) {  // the usual case: sums, as a branch would be guessed wrong
      const auto is_less = [&](std::size_t i, std::size_t j) {
        return static_cast<std::size_t>(events_[i] < events_[j]);
      };
      const std::size_t left = child + is_less(child + 1, child);
      const std::size_t right = child + 2 + is_less(child + 3, child + 2);
      return left + (right - left) * is_less(right, left);
    }
    std::size_t least = child;
    for (std::size_t i = child + 1; i < n; ++i) least = events_[i] < events_[least] ? i : least;
    return least;
  }

  std::vector<Event> events_;
};

}  // namespace pahunch
