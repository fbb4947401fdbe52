/// \file
/// The way of a case through a centre, as a plan for the event loop.
///
///     rescue | fetched by police | own journey          (by channel)
///       ├─ shelter ─────────────────────────────┐       a bed here or at the nearest centre with
///       room └─ intake ─┬─ medical aid on site | at the hospital
///                  ├─ counselling (sessions) ─ skill referral
///                  └─ legal aid (sessions) ─────┴─ resolution | escalation ─ follow-up (contacts)
///
/// Where a step cannot be had: no vehicle on the road, she comes by herself; no paramedic on duty,
/// the hospital; no bed free anywhere, or no lawyer at all, she goes without, and that is counted.
/// For a vehicle that is out, and for all other staff, she waits. New cases come before sessions,
/// sessions before follow-up, where one person does several.
#pragma once

#include <string>
#include <vector>

#include "sim/operations/care_plan.h"

namespace pahunch {

namespace step_name {
inline constexpr const char* kRescue = "rescue";
inline constexpr const char* kFetchedByPolice = "fetched by police";
inline constexpr const char* kOwnJourney = "own journey";
inline constexpr const char* kShelter = "shelter";
inline constexpr const char* kIntake = "intake";
inline constexpr const char* kMedicalOnSite = "medical aid on site";
inline constexpr const char* kMedicalAtHospital = "medical aid at the hospital";
inline constexpr const char* kCounselling = "counselling";
inline constexpr const char* kLegal = "legal aid";
inline constexpr const char* kSkillReferral = "skill-training referral";
inline constexpr const char* kResolution = "resolution";
inline constexpr const char* kEscalation = "escalation";
inline constexpr const char* kFollowUp = "follow-up";
}  // namespace step_name

/// Kinds of pools: vehicles, beds, then the roles in the order of the model.
inline constexpr PoolKind kVehiclePool{0};
inline constexpr PoolKind kBedPool{1};
inline PoolKind role_pool(std::size_t role) { return PoolKind(2 + role); }

/// The plan for one draw of the parameters. Whole numbers are rounded to the nearest; shares of
/// medical aid beyond one case in all go to the hospital.
CarePlan make_centre_plan(const OperationsModel& model);

}  // namespace pahunch
