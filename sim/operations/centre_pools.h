/// \file
/// What a centre has, and who is there when: beds, vehicles and staff as timetables.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/model/centre.h"
#include "geo/model/operations.h"
#include "sim/operations/pool.h"

namespace pahunch {

/// The resources of one centre.
struct CentreResources {
  std::uint64_t key = 0;  ///< `entity_key` of its id: vacancies, leave and repairs hang on it
  std::uint32_t n_beds = 0;
  std::uint32_t n_vehicles = 0;
  HourSpan opening = {0, 24};
  std::vector<std::uint32_t> n_posts;  ///< by role of the model
  /// When it is cut off or lost, sorted and apart: nobody is there, no vehicle leaves, nobody is
  /// taken in. Who has a bed keeps it.
  std::vector<Span> closed = {};
};

/// What the model says, what the dataset says of this centre over it, and the model's own override
/// over both. Whole numbers are rounded to the nearest.
CentreResources make_centre_resources(const OperationsModel& model, const Centre& centre);

/// When the posts are drawn for, and how they are keyed.
struct DutyPeriod {
  std::uint64_t seed = 0;
  std::uint64_t replicate = 0;
  Span when;                  ///< warm-up and run-out among it
  TimeMs week_offset_ms = 0;  ///< how far into a week, from Monday 0:00, time 0 lies
};

/// The timetables of all centres, by centre and kind of pool (see centre_plan.h).
///
/// A post is vacant for the whole period, or its holder is away for spells: at work for a time
/// with exponential law, away for one, so that the mean share away is right from the first day. The
/// draws of a post hang on centre, role and number of the post. Vehicles go into repair alike.
IdxVector<PoolIdx, Timetable> make_timetables(const OperationsModel& model,
                                              const IdxVector<CentreIdx, CentreResources>& centres,
                                              const DutyPeriod& period);

/// Hours on duty of a post of a role: its shift and rest days, within the opening hours.
std::vector<Span> make_weekly_hours(const StaffRole& role, std::size_t post,
                                    const HourSpan& opening);

}  // namespace pahunch
