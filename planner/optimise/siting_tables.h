/// \file
/// The tables of `pahunch optimise` on a dataset.
#pragma once

#include "geo/io/table.h"
#include "planner/optimise/siting_result.h"

namespace pahunch {

/// "sites": all that could be open, with what became of them and what each is worth; points.
Table make_sites_table(const SitingResult& result);

/// "curve": a row a number of new sites. Precondition: the result has a curve.
Table make_curve_table(const SitingResult& result);

/// "near_ties": a row a swap that loses little. Precondition: the result has near-ties.
Table make_near_ties_table(const SitingResult& result);

/// "opening_order": a row a site, in the order in which they would open. Precondition: the result
/// has a phasing.
Table make_opening_order_table(const SitingResult& result);

/// "rule_lists": a row a list of sites that fits what is announced, and those it is held against.
/// Precondition: the result has an audit.
Table make_rule_lists_table(const SitingResult& result);

/// Ids of those that are not locked, parted by blanks.
std::string new_site_ids(const SitingResult& result, const std::vector<SiteIdx>& sites);

/// "locked", "chosen", "candidate" or "forbidden".
std::string site_word(const SitingResult& result, SiteIdx at);

}  // namespace pahunch
