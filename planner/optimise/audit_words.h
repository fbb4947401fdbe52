/// \file
/// The audit of the official rule in words.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "planner/optimise/siting_result.h"

namespace pahunch {

/// Of a figure over the lists.
struct ListSpread {
  double low = 0, median = 0, high = 0;  ///< 5%, 50% and 95% of the lists
  double least = 0, most = 0;
};

/// Women within the limit, over the lists.
ListSpread women_within(const RuleAudit& audit);
/// Women fewer than with the best sites, over the lists. Precondition: there are lists.
ListSpread short_of(const RuleAudit& audit, const AuditedBest& best);

/// The command locks, forbids or limits sites, of which an audit takes no notice.
bool narrows_choice(const SitingResult& result);

/// All need an audit.
std::string audit_markdown(const SitingResult& result);
std::string audit_text(const SitingResult& result);
nlohmann::ordered_json audit_json(const SitingResult& result);

}  // namespace pahunch
