/// \file
/// What a choice of sites must keep to, whatever it is chosen for.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "planner/siting/siting_problem.h"

namespace pahunch {

/// Sites of which so many are open, the locked ones counted, such as those of a district.
struct SiteGroup {
  std::string name;
  std::vector<SiteIdx> sites;
  std::size_t at_least = 0;
  std::optional<std::size_t> at_most = {};
};

struct SitingRules {
  /// Exactly so many open besides the locked ones; none: any number.
  std::optional<std::size_t> n_new = {};
  /// Most that the sites opened besides the locked ones may cost together, inclusive.
  std::optional<double> budget = {};
  std::vector<SiteGroup> groups = {};  ///< may overlap
  /// At most one of the two is open: sites that rule each other out, or stand too near together.
  std::vector<std::pair<SiteIdx, SiteIdx>> exclusive = {};
};

}  // namespace pahunch
