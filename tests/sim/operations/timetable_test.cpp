#include "sim/operations/timetable.h"

#include <catch2/catch.hpp>

#include "sim/random/random_stream.h"

using namespace pahunch;

namespace {

/// Monday to Saturday, from and to whole hours.
Post office_post(TimeMs from_h, TimeMs to_h) {
  Post post{.weekly = {}};
  for (TimeMs day = 0; day < 6; ++day) {
    post.weekly.push_back({day * kDayMs + from_h * kHourMs, day * kDayMs + to_h * kHourMs});
  }
  return post;
}

/// By looking at each millisecond's neighbours in turn: every hour of a stretch.
TimeMs search_rise(Timetable table, TimeMs after, TimeMs until) {
  for (TimeMs at = after + kHourMs; at < until; at += kHourMs) {
    if (table.count_on_duty(at) > table.count_on_duty(at - kHourMs)) return at;
  }
  return kNeverMs;
}

/// Posts with borders at whole hours.
Post draw_post(RandomStream& random) {
  Post post{.weekly = {}};
  TimeMs hour = 0;
  while (true) {
    const auto begin = hour + static_cast<TimeMs>(random.uniform_index(40));
    const auto end = begin + 1 + static_cast<TimeMs>(random.uniform_index(30));
    if (end > 168) break;
    post.weekly.push_back({begin * kHourMs, end * kHourMs});
    hour = end + 1;
  }
  const auto away = static_cast<TimeMs>(random.uniform_index(300)) - 100;
  post.absent = {{away * kHourMs, (away + 60) * kHourMs}};
  return post;
}

}  // namespace

TEST_CASE("posts that are always there never change") {
  Timetable table = Timetable::always(3);
  CHECK(table.count_on_duty(-1) == 3);
  CHECK(table.n_posts() == 3);
  CHECK(table.look_up(0).until == kNeverMs);
  CHECK(table.find_rise(0, kNeverMs) == kNeverMs);
  CHECK(Timetable({Post{}, Post{}}, 0).count_on_duty(0) == 2);
}

TEST_CASE("nobody is on duty without posts") {
  CHECK(Timetable().count_on_duty(0) == 0);
  CHECK(Timetable({Post{.weekly = {}}}, 0).count_on_duty(0) == 0);
  CHECK(Timetable({Post{.weekly = {}}}, 0).find_rise(0, kNeverMs) == kNeverMs);
}

TEST_CASE("office hours begin inclusive and end exclusive") {
  Timetable table({office_post(10, 17)}, 0);
  CHECK(table.count_on_duty(10 * kHourMs - 1) == 0);
  CHECK(table.count_on_duty(10 * kHourMs) == 1);
  CHECK(table.count_on_duty(17 * kHourMs - 1) == 1);
  CHECK(table.count_on_duty(17 * kHourMs) == 0);
  CHECK(table.count_on_duty(6 * kDayMs + 12 * kHourMs) == 0);
}

TEST_CASE("the week goes on before and after, from the day that time 0 is") {
  Timetable sunday({office_post(10, 17)}, 6 * kDayMs);
  CHECK(sunday.count_on_duty(12 * kHourMs) == 0);
  CHECK(sunday.count_on_duty(kDayMs + 12 * kHourMs) == 1);
  CHECK(sunday.count_on_duty(-kDayMs + 12 * kHourMs) == 1);
  CHECK(sunday.find_rise(0, kNeverMs) == kDayMs + 10 * kHourMs);
}

TEST_CASE("an absence takes a post away, and its end within a shift is a rise") {
  Post post = office_post(10, 17);
  post.absent = {{0, kDayMs + 12 * kHourMs}};
  Timetable table({post}, 0);
  CHECK(table.count_on_duty(11 * kHourMs) == 0);
  CHECK(table.find_rise(0, kNeverMs) == kDayMs + 12 * kHourMs);
  CHECK(table.find_rise(0, kDayMs) == kNeverMs);
}

TEST_CASE("when one shift takes over from another nothing rises") {
  Timetable table({office_post(6, 14), office_post(14, 22)}, 0);
  CHECK(table.count_on_duty(14 * kHourMs - 1) == 1);
  CHECK(table.count_on_duty(14 * kHourMs) == 1);
  CHECK(table.find_rise(7 * kHourMs, kNeverMs) == kDayMs + 6 * kHourMs);
}

TEST_CASE("rises and changes are those that an hourly search finds") {
  RandomStream random({.seed = 21});
  for (int round = 0; round < 40; ++round) {
    Timetable table({draw_post(random), draw_post(random)},
                    static_cast<TimeMs>(random.uniform_index(168)) * kHourMs);
    for (TimeMs hour = -200; hour < 400; hour += 7) {
      const TimeMs at = hour * kHourMs;
      REQUIRE(table.find_rise(at, 500 * kHourMs) == search_rise(table, at, 500 * kHourMs));
      const TimeMs change = table.look_up(at).until;
      REQUIRE(change > at);
      REQUIRE(table.count_on_duty(std::min(change, at + kWeekMs) - 1) == table.count_on_duty(at));
    }
  }
}
