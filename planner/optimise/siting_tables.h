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

/// "rule_lists": a row a list of sites that fits what is announced, and those it is held against.
/// Precondition: the result has an audit.
Table make_rule_lists_table(const SitingResult& result);

/// "locked", "chosen", "candidate" or "forbidden".
std::string site_word(const SitingResult& result, SiteIdx at);

}  // namespace pahunch
