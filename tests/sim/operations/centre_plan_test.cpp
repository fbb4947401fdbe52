#include "sim/operations/centre_plan.h"

#include <catch2/catch.hpp>

#include "sim/operations/case_draws.h"
#include "tests/sim/operations/care_network.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

/// Share of many cases of a channel that take a step.
double share_of(const CarePlan& plan, const char* step, Channel channel) {
  const CaseDraws draws(1, 0);
  const std::uint32_t bit = bit_of(plan.get_step(step));
  int n = 0;
  for (std::uint64_t key = 0; key < 20'000; ++key) {
    if ((draws.draw_steps(plan, key, channel) & bit) != 0) ++n;
  }
  return n / 20'000.0;
}

bool comes_after(const CarePlan& plan, const char* later, const char* earlier) {
  return (plan.predecessors(plan.get_step(later)) & bit_of(plan.get_step(earlier))) != 0;
}

}  // namespace

TEST_CASE("how she comes to the centre hangs on the channel") {
  OperationsModel model = read_default_operations();
  model.rescue.p_fetched_helpline.value = 0.3;
  model.rescue.p_fetched_emergency.value = 0.8;
  model.rescue.p_fetched_by_police.value = 0.25;
  const CarePlan plan = make_centre_plan(model);
  CHECK(share_of(plan, step_name::kRescue, Channel::kHelpline) == Approx(0.3).margin(0.02));
  CHECK(share_of(plan, step_name::kRescue, Channel::kEmergency) == Approx(0.6).margin(0.02));
  CHECK(share_of(plan, step_name::kRescue, Channel::kWalkIn) == 0);
  CHECK(share_of(plan, step_name::kFetchedByPolice, Channel::kEmergency) ==
        Approx(0.2).margin(0.02));
  CHECK(share_of(plan, step_name::kFetchedByPolice, Channel::kHelpline) == 0);
  CHECK(share_of(plan, step_name::kOwnJourney, Channel::kEmergency) == Approx(0.2).margin(0.02));
  CHECK(share_of(plan, step_name::kOwnJourney, Channel::kWalkIn) == 1);
}

TEST_CASE("every case is registered and ends in one of the two disposals") {
  const CarePlan plan = make_centre_plan(read_default_operations());
  const double escalated = share_of(plan, step_name::kEscalation, Channel::kWalkIn);
  CHECK(escalated == Approx(0.2).margin(0.02));
  CHECK(escalated + share_of(plan, step_name::kResolution, Channel::kWalkIn) == Approx(1));
  CHECK(share_of(plan, step_name::kIntake, Channel::kWalkIn) == 1);
  CHECK(share_of(plan, step_name::kFollowUp, Channel::kWalkIn) == 1);
  CHECK(share_of(plan, step_name::kShelter, Channel::kHelpline) == Approx(0.3).margin(0.02));
}

TEST_CASE("medical aid is on site or at the hospital, never beyond one case in all") {
  OperationsModel model = read_default_operations();
  model.medical_on_site.p_needed.value = 0.7;
  model.medical_at_hospital.p_needed.value = 0.6;
  const CarePlan plan = make_centre_plan(model);
  CHECK(share_of(plan, step_name::kMedicalOnSite, Channel::kWalkIn) == Approx(0.7).margin(0.02));
  CHECK(share_of(plan, step_name::kMedicalAtHospital, Channel::kWalkIn) ==
        Approx(0.3).margin(0.02));
  CHECK(plan.step(plan.get_step(step_name::kMedicalOnSite)).instead ==
        plan.get_step(step_name::kMedicalAtHospital));
}

TEST_CASE("steps come in the order of the scheme") {
  const CarePlan plan = make_centre_plan(read_default_operations());
  CHECK(comes_after(plan, step_name::kIntake, step_name::kRescue));
  CHECK(comes_after(plan, step_name::kShelter, step_name::kOwnJourney));
  CHECK(comes_after(plan, step_name::kCounselling, step_name::kIntake));
  CHECK(comes_after(plan, step_name::kSkillReferral, step_name::kCounselling));
  for (const char* care : {step_name::kShelter, step_name::kMedicalAtHospital,
                           step_name::kCounselling, step_name::kLegal, step_name::kSkillReferral}) {
    CHECK(comes_after(plan, step_name::kResolution, care));
    CHECK(comes_after(plan, step_name::kEscalation, care));
  }
  CHECK(comes_after(plan, step_name::kFollowUp, step_name::kResolution));
  CHECK_FALSE(comes_after(plan, step_name::kIntake, step_name::kShelter));
}

TEST_CASE("follow-up lasts as long after disposal as it should") {
  OperationsModel model = read_default_operations();
  model.follow_up.months.value = 6;
  model.follow_up.contacts.value = 5;
  const CarePlan plan = make_centre_plan(model);
  const SessionPlan& sessions = plan.step(plan.get_step(step_name::kFollowUp)).sessions;
  CHECK(sessions.most == 5);
  CHECK(sessions.lead_ms + 4 * sessions.gap_ms == kYearMs / 2);
}

TEST_CASE("a vehicle of a neighbour comes only where they share, beds are asked for at a few") {
  OperationsModel model = read_default_operations();
  const auto rescue_of = [&] {
    const CarePlan plan = make_centre_plan(model);
    return plan.step(plan.get_step(step_name::kRescue)).seek;
  };
  CHECK(rescue_of() == Seek::kOwnCentre);
  model.rescue.sharing = VehicleSharing::kNeighbours;
  CHECK(rescue_of() == Seek::kAllOfOptions);
  model.shelter.centres_asked.value = 3;
  const CarePlan plan = make_centre_plan(model);
  CHECK(plan.step(plan.get_step(step_name::kShelter)).most_options == 3);
}
