#include "sim/operations/centre_pools.h"

#include <catch2/catch.hpp>

#include "sim/operations/centre_plan.h"
#include "sim/random/random_stream.h"
#include "tests/sim/operations/care_network.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr Span kLong{-kYearMs, 3 * kYearMs};

/// One role in an otherwise bundled model.
OperationsModel model_of(StaffRole role) {
  OperationsModel model = read_default_operations();
  model.staff = {std::move(role)};
  return model;
}

IdxVector<CentreIdx, CentreResources> make_centres(std::size_t n, std::uint32_t n_posts) {
  IdxVector<CentreIdx, CentreResources> centres;
  for (std::size_t i = 0; i < n; ++i) {
    centres.push_back(
        {.key = entity_key(77, i), .n_beds = 2, .n_vehicles = 1, .n_posts = {n_posts}});
  }
  return centres;
}

Timetable table_of(const IdxVector<PoolIdx, Timetable>& tables, std::size_t centre, PoolKind kind) {
  return tables[PoolIdx(centre * 3 + kind.value())];
}

/// Mean number on duty over a period, looked at every hour.
double mean_on_duty(Timetable table, const Span& when) {
  double sum = 0;
  double n = 0;
  for (TimeMs at = when.begin; at < when.end; at += kHourMs, ++n) sum += table.count_on_duty(at);
  return sum / n;
}

const StaffRole kAlways{.name = "always", .rest_days = 0};

}  // namespace

TEST_CASE("posts are dealt to the shifts, and rest back from Sunday") {
  const StaffRole role{.name = "r", .shifts = {{8, 16}, {14, 22}}, .rest_days = 1};
  const auto first = make_weekly_hours(role, 0, {0, 24});
  REQUIRE(first.size() == 6);
  CHECK(first.front() == Span{8 * kHourMs, 16 * kHourMs});
  CHECK(first.back() == Span{5 * kDayMs + 8 * kHourMs, 5 * kDayMs + 16 * kHourMs});
  const auto second = make_weekly_hours(role, 1, {0, 24});
  CHECK(second.front() == Span{14 * kHourMs, 22 * kHourMs});
  CHECK(second.back().begin == 6 * kDayMs + 14 * kHourMs);
  CHECK(second[4].begin == 4 * kDayMs + 14 * kHourMs);  // Saturday is left out
  CHECK(make_weekly_hours(role, 2, {0, 24}).front() == first.front());
}

TEST_CASE("a night shift goes on into the next day, also from Sunday to Monday") {
  const StaffRole role{.name = "r", .shifts = {{22, 30}}, .rest_days = 0};
  const auto nights = make_weekly_hours(role, 0, {0, 24});
  CHECK(nights.front() == Span{0, 6 * kHourMs});
  CHECK(nights.back() == Span{6 * kDayMs + 22 * kHourMs, kWeekMs});
  CHECK(nights.size() == 8);
}

TEST_CASE("nobody works while the centre is closed") {
  const StaffRole role{.name = "r", .shifts = {{8, 16}}, .rest_days = 0};
  CHECK(make_weekly_hours(role, 0, {10, 12}).front() == Span{10 * kHourMs, 12 * kHourMs});
  CHECK(make_weekly_hours(role, 0, {20, 30}).empty());
  CHECK(make_weekly_hours({.name = "r", .rest_days = 0}, 0, {0, 24}) ==
        std::vector<Span>{{0, kWeekMs}});
}

TEST_CASE("posts stand empty as often as they should, for good") {
  StaffRole role = kAlways;
  role.p_vacant = {0.3, 0, 1, "x"};
  const auto tables =
      make_timetables(model_of(role), make_centres(2000, 1), {.seed = 1, .when = kLong});
  int n_vacant = 0;
  for (std::size_t i = 0; i < 2000; ++i) {
    if (table_of(tables, i, PoolKind(2)).n_posts() == 0) ++n_vacant;
  }
  CHECK(n_vacant == Approx(600).margin(80));
}

TEST_CASE("the share of time on leave is right from the first day on") {
  StaffRole role = kAlways;
  role.leave_days = {73, 0, 0, "x"};  // a fifth
  role.leave_spell_days = {4, 0, 0, "x"};
  const auto tables =
      make_timetables(model_of(role), make_centres(300, 1), {.seed = 1, .when = kLong});
  double first_day = 0;
  double all = 0;
  for (std::size_t i = 0; i < 300; ++i) {
    first_day += mean_on_duty(table_of(tables, i, PoolKind(2)), {-kYearMs, -kYearMs + kDayMs});
    all += mean_on_duty(table_of(tables, i, PoolKind(2)), {0, 30 * kDayMs});
  }
  CHECK(first_day / 300 == Approx(0.8).margin(0.08));
  CHECK(all / 300 == Approx(0.8).margin(0.05));
}

TEST_CASE("one more post, or one more centre, changes nobody else's leave") {
  StaffRole role = kAlways;
  role.leave_days = {100, 0, 0, "x"};
  role.leave_spell_days = {5, 0, 0, "x"};
  const DutyPeriod period{.seed = 3, .replicate = 5, .when = kLong};
  const auto few = make_timetables(model_of(role), make_centres(2, 1), period);
  const auto more = make_timetables(model_of(role), make_centres(3, 2), period);
  int n_differ = 0;
  for (TimeMs at = 0; at < kYearMs; at += kDayMs) {
    const auto n = table_of(few, 1, PoolKind(2)).count_on_duty(at);
    const auto m = table_of(more, 1, PoolKind(2)).count_on_duty(at);
    REQUIRE((m == n || m == n + 1));
    if (n != table_of(few, 0, PoolKind(2)).count_on_duty(at)) ++n_differ;
  }
  CHECK(n_differ > 20);  // while two centres have leave of their own
}

TEST_CASE("a closed centre has nobody, no vehicle and takes nobody in") {
  auto centres = make_centres(1, 1);
  centres[CentreIdx(0)].closed = {{10 * kDayMs, 20 * kDayMs}};
  OperationsModel model = model_of(kAlways);
  model.rescue.off_road_share.value = 0;
  const auto tables = make_timetables(model, centres, {.seed = 1, .when = kLong});
  for (const PoolKind kind : {kVehiclePool, kBedPool, PoolKind(2)}) {
    CHECK(table_of(tables, 0, kind).count_on_duty(10 * kDayMs - 1) > 0);
    CHECK(table_of(tables, 0, kind).count_on_duty(10 * kDayMs) == 0);
    CHECK(table_of(tables, 0, kind).find_rise(10 * kDayMs, kYearMs) == 20 * kDayMs);
  }
}

TEST_CASE("vehicles are in repair for their share of the time") {
  OperationsModel model = model_of(kAlways);
  model.rescue.off_road_share.value = 0.25;
  model.rescue.off_road_days.value = 3;
  const auto tables = make_timetables(model, make_centres(200, 0), {.seed = 1, .when = kLong});
  double sum = 0;
  for (std::size_t i = 0; i < 200; ++i) {
    sum += mean_on_duty(table_of(tables, i, kVehiclePool), {0, 60 * kDayMs});
  }
  CHECK(sum / 200 == Approx(0.75).margin(0.04));
}

TEST_CASE("what a centre has comes from the model, the dataset over it, its override over both") {
  OperationsModel model = read_default_operations();
  Centre centre;
  centre.id = "E-1";
  CHECK(make_centre_resources(model, centre).n_beds == 5);
  centre.beds = 7;
  centre.vehicles = 0;
  CHECK(make_centre_resources(model, centre).n_beds == 7);
  CHECK(make_centre_resources(model, centre).n_vehicles == 0);
  model.centres["E-1"] = {.beds = 9, .opening = HourSpan{8, 20}, .posts = {{"guard", 1}}};
  const CentreResources made = make_centre_resources(model, centre);
  CHECK(made.n_beds == 9);
  CHECK(made.n_vehicles == 0);
  CHECK(made.opening.to_h == 20);
  CHECK(made.n_posts.back() == 1);
  CHECK(made.key == entity_key("E-1"));
}
