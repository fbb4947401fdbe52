/// \file
/// A siting problem out of tables: a ready matrix, a demand table, and tables of what is known of
/// the sites.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "planner/matrix/ready_matrix.h"
#include "planner/siting/equity/fairness.h"
#include "planner/siting/siting_rules.h"

namespace pahunch {

/// Weights made whole by one factor for all of them.
struct WholeWeights {
  std::vector<std::int64_t> weights;
  double factor = 1;  ///< a power of ten: a weight of the table times this is the whole one
};

/// The smallest factor up to 10^6 that does it. DataError where none does, as the proof of an
/// answer counts in whole weights.
WholeWeights make_whole(const std::vector<double>& weights, const std::string& file);

/// Points in the order of the demand table, sites in that of the index.
SitingProblem make_problem(const ReadyMatrix& matrix, const std::vector<std::int64_t>& weights,
                           const NameIndex& sites);

/// Gives the sites of these ids a status. DataError, with the nearest id, for one that is no site
/// of the matrix, and for one that has another status already.
void set_status(SitingProblem& problem, const NameIndex& sites, const std::vector<std::string>& ids,
                SiteStatus status);

/// Rows of a table that are of no site of the matrix; every site of the matrix must have a row.
std::size_t set_costs(SitingProblem& problem, const NameIndex& sites, const WeightTable& table,
                      const std::string& file);
/// Capacities in the unit of the table, rounded down in whole weights.
std::size_t set_capacities(SitingProblem& problem, const NameIndex& sites, const WeightTable& table,
                           const std::string& file, double factor);

/// Each group with its sites, by name; a site may be in several. Rows of unknown sites are left out
/// and counted.
struct GroupTable {
  std::vector<SiteGroup> groups;
  std::size_t n_unknown = 0;
};
/// Columns `id,group`.
GroupTable read_groups(std::istream& in, const std::string& file, const NameIndex& sites);

/// Each area with its places, by name. Rows of unknown places are left out and counted.
struct AreaTable {
  std::vector<DemandArea> areas;
  std::size_t n_unknown = 0;
};
/// Columns `id,area`. DataError for a place in two areas.
AreaTable read_areas(std::istream& in, const std::string& file, const NameIndex& places);

/// Columns `site,other`: pairs of which one may be open.
std::vector<std::pair<SiteIdx, SiteIdx>> read_exclusive(std::istream& in, const std::string& file,
                                                        const NameIndex& sites);

}  // namespace pahunch
