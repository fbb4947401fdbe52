// What the staff of a centre can carry, against a linear programme of who does what.

#include "sim/operations/staff_capacity.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "geo/io/read_operations.h"
#include "planner/bundled_data.h"
#include "planner/siting/mip.h"
#include "sim/operations/centre_plan.h"

using namespace pahunch;

namespace {

OperationsModel bundled_operations() {
  const std::vector<std::filesystem::path> files = {find_bundled_root() / kDefaultOperations};
  return read_operations(files);
}

/// Mean hours a year of the first posts of a role, by the law of its shifts and absences.
double hours_of(const StaffRole& role, std::uint32_t n_posts) {
  double a_week = 0;
  for (std::uint32_t post = 0; post < n_posts; ++post) {
    const HourSpan& shift = role.shifts[post % role.shifts.size()];
    a_week += (7 - role.rest_days) * (shift.to_h - shift.from_h);
  }
  return a_week * 365 / 7 * (1 - role.p_vacant.value) * (1 - role.leave_days.value / 365);
}

/// The most cases such that each step's work is shared out among its roles within their hours.
double most_cases(const OperationsModel& model, const std::vector<std::uint32_t>& n_posts) {
  constexpr double kMost = 1e6;
  MipModel programme;
  const int cases = programme.add_column(-1, MipColumnKind::kContinuous, {0, kMost});
  std::vector<std::vector<MipModel::Term>> of_role(model.staff.size());
  const CarePlan plan = make_centre_plan(model);
  for (std::size_t at = 0; at < plan.n_steps(); ++at) {
    const StepPlan& step = plan.step(StepIdx(at));
    const double hours = (step.bands[2].to - step.bands[2].from) * step.sessions.mean *
                         static_cast<double>(step.duration.mean_ms()) / 3.6e6;
    std::vector<MipModel::Term> done = {{cases, -hours}};
    for (std::size_t role = 0; role < model.staff.size(); ++role) {
      const auto& by = step.served_by;
      if (n_posts[role] == 0 || std::ranges::find(by, role_pool(role)) == by.end()) continue;
      const int part = programme.add_column(0, MipColumnKind::kContinuous, {0, kMost});
      done.emplace_back(part, 1);
      of_role[role].emplace_back(part, 1);
    }
    if (done.size() > 1) programme.add_row({0, kInfinity}, done);
  }
  for (std::size_t role = 0; role < model.staff.size(); ++role) {
    if (of_role[role].empty()) continue;
    programme.add_row({-kInfinity, hours_of(model.staff[role], n_posts[role])}, of_role[role]);
  }
  if (std::ranges::all_of(of_role, [](const auto& parts) { return parts.empty(); })) return 0;
  return relax_mip(programme, StopSignal(std::nullopt, nullptr)).values[0];
}

}  // namespace

TEST_CASE("a standard centre carries what its case workers, counsellor and administrator can") {
  const OperationsModel model = bundled_operations();
  const StaffCapacityModel capacity(model);
  const CentreResources centre = make_centre_resources(model, Centre{});
  const StaffCapacity found = capacity.find(centre);
  // 5.5 hours a case: 45 min intake, 3 x 60 min for nine in ten, 30 min for one in ten, 6 x 20 min.
  const double hours =
      hours_of(model.staff[0], 1) + hours_of(model.staff[1], 2) + hours_of(model.staff[4], 1);
  CHECK(found.cases_per_year == Approx(hours / 5.5));
  CHECK(capacity.names(found.binds) ==
        "centre administrator, case worker and psycho-social counsellor");
}

TEST_CASE("the capacity is the best way of sharing out the work") {
  std::mt19937_64 dice(1);
  const auto below = [&](std::uint64_t n) { return dice() % n; };
  OperationsModel model = bundled_operations();
  for (int n = 0; n < 300; ++n) {
    for (CareStep* step : {&model.intake, &model.counselling, &model.legal, &model.skill_referral,
                           &model.medical_at_hospital}) {
      step->p_needed.value = static_cast<double>(1 + below(10)) / 10;
      step->duration.mean.value = static_cast<double>(10 + below(90));
      step->roles.clear();
      for (std::size_t role = 0; role < 5; ++role) {
        if (below(2) == 0) step->roles.push_back(model.staff[role].name);
      }
    }
    const StaffCapacityModel capacity(model);
    CentreResources centre = make_centre_resources(model, Centre{});
    for (auto& posts : centre.n_posts) posts = static_cast<std::uint32_t>(below(4));
    const double most = most_cases(model, centre.n_posts);
    INFO(n);
    const double found = capacity.find(centre).cases_per_year;
    CHECK(std::min(found, 1e6) == Approx(most).epsilon(1e-6));
    if (!std::isfinite(found) || found == 0) continue;
    const auto more = capacity.find_more_posts(centre, 1.5 * found);
    REQUIRE(more);
    for (std::size_t role = 0; role < more->size(); ++role) centre.n_posts[role] += (*more)[role];
    CHECK(capacity.find(centre).cases_per_year >= 1.5 * found * (1 - 1e-12));
  }
}

TEST_CASE("without anybody a centre carries nothing") {
  const OperationsModel model = bundled_operations();
  const StaffCapacityModel capacity(model);
  CentreResources centre = make_centre_resources(model, Centre{});
  centre.n_posts.assign(centre.n_posts.size(), 0);
  CHECK(capacity.find(centre).cases_per_year == 0);
  CHECK_FALSE(capacity.find(centre).binds.empty());
  CHECK(capacity.find_more_posts(centre, 10));
  CHECK_FALSE(capacity.find_more_posts(centre, 1e12));
}

TEST_CASE("without staff for a step the step limits nothing") {
  const OperationsModel model = bundled_operations();
  const StaffCapacityModel capacity(model);
  CentreResources centre = make_centre_resources(model, Centre{});
  const double all = capacity.find(centre).cases_per_year;
  for (std::uint32_t& posts : centre.n_posts) {
    const std::uint32_t before = std::exchange(posts, 0);
    CHECK(capacity.find(centre).cases_per_year > 0);
    posts = before;
  }
  CHECK(capacity.find(centre).cases_per_year == all);
}
