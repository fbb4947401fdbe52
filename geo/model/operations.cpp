#include "geo/model/operations.h"

namespace pahunch {
namespace {

using ValueVisitor = std::function<void(const std::string& name, SourcedValue& value)>;

/// The value of an enumeration whose word this is; the enumerators are 0 … n - 1.
template <class Enum>
std::optional<Enum> find_by_word(std::string_view word, int n) {
  for (int i = 0; i < n; ++i) {
    if (word == to_string(static_cast<Enum>(i))) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

void visit_law(DurationLaw& law, const std::string& name, const ValueVisitor& visit) {
  visit(name + ".mean", law.mean);
  if (law.shape == LawShape::kGamma || law.shape == LawShape::kLognormal) {
    visit(name + ".cv", law.cv);
  }
}

void visit_staff(OperationsModel& model, const ValueVisitor& visit) {
  for (StaffRole& role : model.staff) {
    const std::string name = "staff." + role.name;
    visit(name + ".posts", role.posts);
    visit(name + ".p_vacant", role.p_vacant);
    visit(name + ".leave_days", role.leave_days);
    visit(name + ".leave_spell_days", role.leave_spell_days);
  }
}

void visit_rescue(RescueModel& rescue, const ValueVisitor& visit) {
  visit("rescue.vehicles", rescue.vehicles);
  visit("rescue.off_road_share", rescue.off_road_share);
  visit("rescue.off_road_days", rescue.off_road_days);
  visit("rescue.p_fetched_helpline", rescue.p_fetched_helpline);
  visit("rescue.p_fetched_emergency", rescue.p_fetched_emergency);
  visit("rescue.p_fetched_by_police", rescue.p_fetched_by_police);
  visit_law(rescue.police_response, "rescue.police_response", visit);
  visit_law(rescue.scene, "rescue.scene", visit);
}

void visit_shelter(ShelterModel& shelter, const ValueVisitor& visit) {
  visit("shelter.beds", shelter.beds);
  visit("shelter.p_sheltered", shelter.p_sheltered);
  visit_law(shelter.stay, "shelter.stay", visit);
  visit("shelter.p_extended", shelter.p_extended);
  visit_law(shelter.extension, "shelter.extension", visit);
  visit("shelter.centres_asked", shelter.centres_asked);
  visit("shelter.meals_per_day", shelter.meals_per_day);
  visit("shelter.clothing_sets", shelter.clothing_sets);
}

void visit_step(CareStep& step, const std::string& name, const ValueVisitor& visit) {
  visit(name + ".p_needed", step.p_needed);
  visit_law(step.duration, name + ".duration", visit);
  visit(name + ".sessions", step.sessions);
  visit(name + ".gap_days", step.gap_days);
}

}  // namespace

std::string_view to_string(Channel channel) {
  switch (channel) {
    case Channel::kHelpline:
      return "181";
    case Channel::kEmergency:
      return "112";
    case Channel::kWalkIn:
      return "walk-in";
  }
  return "";
}

std::string_view to_string(LawShape shape) {
  switch (shape) {
    case LawShape::kFixed:
      return "fixed";
    case LawShape::kExponential:
      return "exponential";
    case LawShape::kGamma:
      return "gamma";
    case LawShape::kLognormal:
      return "lognormal";
  }
  return "";
}

std::string_view to_string(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kMinute:
      return "min";
    case TimeUnit::kHour:
      return "h";
    case TimeUnit::kDay:
      return "days";
  }
  return "";
}

std::string_view to_string(VehicleSharing sharing) {
  return sharing == VehicleSharing::kOwn ? "own" : "neighbours";
}

std::optional<LawShape> find_law_shape(std::string_view word) {
  return find_by_word<LawShape>(word, 4);
}
std::optional<TimeUnit> find_time_unit(std::string_view word) {
  return find_by_word<TimeUnit>(word, 3);
}
std::optional<VehicleSharing> find_vehicle_sharing(std::string_view word) {
  return find_by_word<VehicleSharing>(word, 2);
}

double get_unit_ms(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kMinute:
      return 60e3;
    case TimeUnit::kHour:
      return 3600e3;
    case TimeUnit::kDay:
      return 86400e3;
  }
  return 0;
}

void visit_values(OperationsModel& model, const ValueVisitor& visit) {
  visit_staff(model, visit);
  visit_rescue(model.rescue, visit);
  visit_shelter(model.shelter, visit);
  visit_step(model.intake, "intake", visit);
  visit_step(model.medical_on_site, "medical_on_site", visit);
  visit_step(model.medical_at_hospital, "medical_at_hospital", visit);
  visit_step(model.counselling, "counselling", visit);
  visit_step(model.legal, "legal", visit);
  visit_step(model.skill_referral, "skill_referral", visit);
  visit("disposal.p_escalated", model.disposal.p_escalated);
  visit_law(model.disposal.resolution, "disposal.resolution", visit);
  visit_law(model.disposal.escalation, "disposal.escalation", visit);
  visit("follow_up.months", model.follow_up.months);
  visit("follow_up.contacts", model.follow_up.contacts);
  visit_law(model.follow_up.duration, "follow_up.duration", visit);
}

}  // namespace pahunch
