/// \file
/// How a centre works, as a planner states it: staff, shifts, beds, vehicles, the steps of a case.
///
/// Every number carries its range and its source (`SourcedValue`); "assumed" is a source too. The
/// outer level of the simulation draws each number within its range by `visit_values`. Nothing here
/// is measured unless its source says so.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/model/profile.h"

namespace pahunch {

/// How a woman comes to a centre: the women's helpline 181, the emergency number 112, on her own.
enum class Channel : std::uint8_t { kHelpline, kEmergency, kWalkIn };
inline constexpr std::size_t kNChannels = 3;
std::string_view to_string(Channel channel);  ///< "181", "112", "walk-in"

/// The form of a law of durations; its mean and spread are given beside it.
enum class LawShape : std::uint8_t { kFixed, kExponential, kGamma, kLognormal };
std::string_view to_string(LawShape shape);  ///< "fixed", "exponential", "gamma", "lognormal"
std::optional<LawShape> find_law_shape(std::string_view word);

enum class TimeUnit : std::uint8_t { kMinute, kHour, kDay };
std::string_view to_string(TimeUnit unit);  ///< "min", "h", "days"
std::optional<TimeUnit> find_time_unit(std::string_view word);
/// Milliseconds in one.
double get_unit_ms(TimeUnit unit);

/// How long something takes. `cv`: standard deviation over mean; a fixed length has none, an
/// exponential one has 1 whatever is written. Longer than `longest` becomes `longest`, so that the
/// true mean may lie below `mean`.
struct DurationLaw {
  LawShape shape = LawShape::kFixed;
  SourcedValue mean = {};
  SourcedValue cv = {};
  std::optional<double> longest = {};  ///< in `unit`
  TimeUnit unit = TimeUnit::kMinute;
};

/// Hours of a day, [from, to). `to` may pass 24 into the next day, and is at most 24 after `from`.
struct HourSpan {
  double from_h = 0;
  double to_h = 24;
};

/// Posts are dealt to the shifts in turn, and rest days to the posts: the first post rests on
/// Sundays, the second on Saturdays, and so on back through the week.
struct StaffRole {
  std::string name;
  SourcedValue posts = {};  ///< sanctioned, whole persons
  std::vector<HourSpan> shifts = {{0, 24}};
  int rest_days = 1;             ///< a week, 0 to 6
  SourcedValue p_vacant = {};    ///< that a post is empty for the whole year
  SourcedValue leave_days = {};  ///< absent working or rest days a year and post
  SourcedValue leave_spell_days{1, 1, 1, "assumed"};  ///< mean length of one absence
};

/// Who sends a vehicle when the nearest centre's are all out.
enum class VehicleSharing : std::uint8_t { kOwn, kNeighbours };
std::string_view to_string(VehicleSharing sharing);  ///< "own", "neighbours"
std::optional<VehicleSharing> find_vehicle_sharing(std::string_view word);

struct RescueModel {
  SourcedValue vehicles = {};            ///< a centre, whole
  SourcedValue off_road_share = {};      ///< of the time that a vehicle is in repair
  SourcedValue off_road_days = {};       ///< mean length of one repair
  SourcedValue p_fetched_helpline = {};  ///< that a caller of 181 is fetched
  SourcedValue p_fetched_emergency = {};
  SourcedValue p_fetched_by_police =
      {};                            ///< of those of 112 who are fetched: by the number's own car
  DurationLaw police_response = {};  ///< from the call until that car is with her
  DurationLaw scene = {};            ///< with her before the way back
  VehicleSharing sharing = VehicleSharing::kOwn;
};

struct ShelterModel {
  SourcedValue beds = {};         ///< a centre, whole
  SourcedValue p_sheltered = {};  ///< share of the cases that need a bed
  DurationLaw stay = {};          ///< the first stay; at most its `longest`
  SourcedValue p_extended = {};
  DurationLaw extension = {};
  SourcedValue centres_asked = {};  ///< her own and the next ones with room; whole
  SourcedValue meals_per_day = {};
  SourcedValue clothing_sets = {};  ///< a sheltered woman
};

/// Something done with a woman by a member of staff, in one or more sessions.
struct CareStep {
  SourcedValue p_needed = {};                 ///< share of the cases
  std::vector<std::string> roles;             ///< who may do it, in order; nobody: takes time only
  DurationLaw duration = {};                  ///< of one session
  SourcedValue sessions{1, 1, 1, "assumed"};  ///< mean number, at least 1
  int most_sessions = 1;
  SourcedValue gap_days = {};  ///< from the end of a session until the next is due
};

struct DisposalModel {
  SourcedValue p_escalated = {};  ///< to police, court or legal services
  DurationLaw resolution = {};    ///< from the last session until a case not escalated is disposed
  DurationLaw escalation = {};    ///< the same for one that is
};

/// Contacts spread evenly over months after disposal.
struct FollowUpModel {
  SourcedValue months = {};
  SourcedValue contacts = {};  ///< whole
  std::vector<std::string> roles;
  DurationLaw duration = {};
};

/// What one centre has that differs. Unset: as in the model.
struct CentreOverride {
  std::optional<int> beds = {};
  std::optional<int> vehicles = {};
  std::optional<HourSpan> opening = {};
  std::map<std::string, int> posts = {};  ///< by role
};

struct OperationsModel {
  std::string name;
  HourSpan opening = {0, 24};
  std::vector<StaffRole> staff;
  RescueModel rescue;
  ShelterModel shelter;
  CareStep intake;
  CareStep medical_on_site;
  CareStep medical_at_hospital;
  CareStep counselling;
  CareStep legal;
  CareStep skill_referral;
  DisposalModel disposal;
  FollowUpModel follow_up;
  std::map<std::string, CentreOverride> centres;  ///< by id
};

/// Every number of the model with its name, such as "shelter.beds" or "staff.guard.posts", always
/// in the same order. Overrides of single centres are facts of theirs and are left out.
void visit_values(OperationsModel& model,
                  const std::function<void(const std::string& name, SourcedValue& value)>& visit);

}  // namespace pahunch
