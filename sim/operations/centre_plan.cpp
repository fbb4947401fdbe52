#include "sim/operations/centre_plan.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace pahunch {
namespace {

constexpr Band kAllCases{0, 1};
constexpr Band kNoCases{0, 0};

constexpr std::array<Band, kNChannels> all_channels(const Band& band) { return {band, band, band}; }

TimeMs days_to_ms(double days) {
  return static_cast<TimeMs>(std::floor(days * static_cast<double>(kDayMs) + 0.5));
}

std::uint32_t as_count(const SourcedValue& value) {
  return static_cast<std::uint32_t>(std::max(std::lround(value.value), 0L));
}

/// Collects the steps; each part adds its own and tells where they are.
class CentrePlanMaker {
 public:
  explicit CentrePlanMaker(const OperationsModel& model) : model_(model) {}

  CarePlan make() {
    add_journeys();
    add_shelter();
    add_care();
    add_disposal();
    add_follow_up();
    return CarePlan(std::move(steps_), 2 + model_.staff.size(),
                    {.help = {intake_, counselling_}, .shelter = shelter_, .vehicle = rescue_});
  }

 private:
  StepIdx add(StepPlan step) {
    steps_.push_back(std::move(step));
    return StepIdx(steps_.size() - 1);
  }

  [[nodiscard]] std::vector<PoolKind> pools_of(const std::vector<std::string>& roles) const {
    std::vector<PoolKind> pools;
    for (const std::string& role : roles) {
      const auto found = std::find_if(model_.staff.begin(), model_.staff.end(),
                                      [&](const StaffRole& one) { return one.name == role; });
      assert(found != model_.staff.end());
      pools.push_back(role_pool(static_cast<std::size_t>(found - model_.staff.begin())));
    }
    return pools;
  }

  /// Whether she is fetched, and by whom, hangs on one number: the police's share comes first.
  void add_journeys() {
    const RescueModel& rescue = model_.rescue;
    const double helpline = rescue.p_fetched_helpline.value;
    const double emergency = rescue.p_fetched_emergency.value;
    const double police = emergency * rescue.p_fetched_by_police.value;
    const bool is_shared = rescue.sharing == VehicleSharing::kNeighbours;
    rescue_ = add({.name = step_name::kRescue,
                   .choice = "journey",
                   .bands = {Band{0, helpline}, Band{police, emergency}, kNoCases},
                   .served_by = {kVehiclePool},
                   .seek = is_shared ? Seek::kAllOfOptions : Seek::kOwnCentre,
                   .absence = Absence::kRefuse,
                   .instead = StepIdx(2),
                   .travel = Travel::kOutAndBack,
                   .duration = ServiceLaw(rescue.scene),
                   .milestone = Milestone::kArrival});
    police_ = add({.name = step_name::kFetchedByPolice,
                   .choice = "journey",
                   .bands = {kNoCases, Band{0, police}, kNoCases},
                   .travel = Travel::kToCentre,
                   .duration = ServiceLaw(rescue.police_response),
                   .milestone = Milestone::kArrival});
    own_journey_ = add({.name = step_name::kOwnJourney,
                        .choice = "journey",
                        .bands = {Band{helpline, 1}, Band{emergency, 1}, kAllCases},
                        .after = {rescue_},
                        .travel = Travel::kToCentre,
                        .milestone = Milestone::kArrival});
    assert(own_journey_ == StepIdx(2));
  }

  void add_shelter() {
    const ShelterModel& shelter = model_.shelter;
    shelter_ = add({.name = step_name::kShelter,
                    .choice = "shelter",
                    .bands = all_channels({0, shelter.p_sheltered.value}),
                    .after = {rescue_, police_, own_journey_},
                    .served_by = {kBedPool},
                    .seek = Seek::kAllOfOptions,
                    .most_options = std::max(as_count(shelter.centres_asked), 1U),
                    .room = 0,
                    .duration = ServiceLaw(shelter.stay),
                    .p_longer = shelter.p_extended.value,
                    .longer = ServiceLaw(shelter.extension)});
  }

  /// What is the same in all steps of care.
  [[nodiscard]] StepPlan care_step(const char* name, const CareStep& care) const {
    return {.name = name,
            .choice = name,
            .bands = all_channels({0, care.p_needed.value}),
            .served_by = pools_of(care.roles),
            .priority = 1,
            .duration = ServiceLaw(care.duration),
            .sessions = {.mean = care.sessions.value,
                         .most = static_cast<std::uint16_t>(care.most_sessions),
                         .gap_ms = days_to_ms(care.gap_days.value)}};
  }

  void add_care() {
    StepPlan intake = care_step(step_name::kIntake, model_.intake);
    intake.after = {rescue_, police_, own_journey_};
    intake.priority = 0;
    intake_ = add(std::move(intake));
    add_medical_aid();
    StepPlan counselling = care_step(step_name::kCounselling, model_.counselling);
    counselling.after = {intake_};
    counselling.milestone = Milestone::kFirstHelp;
    counselling_ = add(std::move(counselling));
    StepPlan legal = care_step(step_name::kLegal, model_.legal);
    legal.after = {intake_};
    cares_.push_back(add(std::move(legal)));
    StepPlan skill = care_step(step_name::kSkillReferral, model_.skill_referral);
    skill.after = {counselling_};
    cares_.push_back(add(std::move(skill)));
  }

  /// On site or at the hospital, never both unless nobody is there on site.
  void add_medical_aid() {
    const double on_site = model_.medical_on_site.p_needed.value;
    const double either = std::min(on_site + model_.medical_at_hospital.p_needed.value, 1.0);
    StepPlan site = care_step(step_name::kMedicalOnSite, model_.medical_on_site);
    StepPlan hospital = care_step(step_name::kMedicalAtHospital, model_.medical_at_hospital);
    site.choice = hospital.choice = "medical aid";
    hospital.bands = all_channels({on_site, either});
    site.after = {intake_};
    site.absence = Absence::kRefuse;
    site.instead = StepIdx(steps_.size() + 1);
    const StepIdx on_site_step = add(std::move(site));
    hospital.after = {intake_, on_site_step};
    cares_.push_back(add(std::move(hospital)));
  }

  void add_disposal() {
    const double escalated = model_.disposal.p_escalated.value;
    StepPlan step{.name = step_name::kResolution,
                  .choice = "escalation",
                  .bands = all_channels({escalated, 1}),
                  .after = cares_,
                  .duration = ServiceLaw(model_.disposal.resolution),
                  .milestone = Milestone::kDisposal};
    step.after.push_back(shelter_);
    step.after.push_back(counselling_);
    disposals_.push_back(add(step));
    step.name = step_name::kEscalation;
    step.bands = all_channels({0, escalated});
    step.duration = ServiceLaw(model_.disposal.escalation);
    disposals_.push_back(add(std::move(step)));
  }

  void add_follow_up() {
    const FollowUpModel& follow_up = model_.follow_up;
    const std::uint32_t n = std::max(as_count(follow_up.contacts), 1U);
    const TimeMs gap_ms = days_to_ms(follow_up.months.value * 365 / 12 / n);
    add({.name = step_name::kFollowUp,
         .after = disposals_,
         .served_by = pools_of(follow_up.roles),
         .priority = 2,
         .duration = ServiceLaw(follow_up.duration),
         .sessions = {static_cast<double>(n), static_cast<std::uint16_t>(n), gap_ms, gap_ms},
         .milestone = Milestone::kFollowUp});
  }

  const OperationsModel& model_;
  std::vector<StepPlan> steps_;
  StepIdx rescue_, police_, own_journey_, shelter_, intake_, counselling_;
  std::vector<StepIdx> cares_;
  std::vector<StepIdx> disposals_;
};

}  // namespace

CarePlan make_centre_plan(const OperationsModel& model) { return CentrePlanMaker(model).make(); }

}  // namespace pahunch
