/// \file
/// An answer with capacities in words: what each open site is given and can take, and why.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "planner/optimise/siting_result.h"

namespace pahunch {

/// In what is counted: women, or cases a year.
struct SiteRoom {
  SiteIdx site;
  double given = 0;
  std::optional<double> capacity = {};  ///< none: without a limit

  /// None: without a limit, or with no capacity at all.
  [[nodiscard]] std::optional<double> used_pct() const;
};

/// Of the open sites, the fullest first, ties by id.
std::vector<SiteRoom> list_rooms(const SitingResult& result);

// Precondition of all: the objective has capacities.

/// "## Room", the fullest sites, and where capacities come from.
std::string room_markdown(const SitingResult& result);
std::string room_text(const SitingResult& result);
nlohmann::ordered_json room_json(const SitingResult& result);

}  // namespace pahunch
