/// \file
/// How many cases a year the staff of a centre can carry: mean hours on duty against mean hours of
/// work a case, no more and no less.
///
/// Work is shared in the best way among the roles that may do it. So what binds is a group of
/// roles: the one with the fewest hours for the work that nobody else may do (max-flow min-cut;
/// Ford, Fulkerson 1956). Rest days, vacant posts and leave are taken off by their means; shifts
/// that nobody comes in are not seen, and nobody waits: a centre that is busy all of its hours has
/// queues without end, so that less than all is to be planned with.
///
/// Work whose roles the centre has no post of is not counted: it is refused, and limits nothing. A
/// centre without a post for any of it carries no case.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/model/operations.h"
#include "sim/operations/centre_pools.h"

namespace pahunch {

struct StaffCapacity {
  double cases_per_year = 0;  ///< infinity where no work is counted
  std::vector<std::size_t>
      binds;  ///< roles of the model, ascending: what they alone may do is most
};

class StaffCapacityModel {
 public:
  explicit StaffCapacityModel(const OperationsModel& model);

  [[nodiscard]] StaffCapacity find(const CentreResources& centre) const;

  /// Posts by role to add to the centre until it can carry so many cases: one after the other to
  /// that role of those that bind which helps most. None: a thousand are not enough.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> find_more_posts(
      const CentreResources& centre, double cases_per_year) const;

  /// Names of these roles: "case worker and counsellor".
  [[nodiscard]] std::string names(const std::vector<std::size_t>& roles) const;

 private:
  using RoleSet = std::uint64_t;  ///< a bit a role
  struct Work {
    RoleSet roles = 0;  ///< that may do it
    double hours = 0;   ///< mean, a case
  };

  /// Roles that do some of the work.
  [[nodiscard]] std::vector<std::size_t> all_workers() const;
  [[nodiscard]] double hours_per_year(const CentreResources& centre, std::size_t role) const;

  OperationsModel model_;
  std::vector<Work> work_;
};

}  // namespace pahunch
