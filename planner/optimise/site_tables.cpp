#include "planner/optimise/site_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "planner/csv/csv_reader.h"

namespace pahunch {
namespace {

constexpr double kMostFactor = 1e6, kMostWeight = 0x1p+52;

bool is_whole(double value) {
  return std::abs(value - std::round(value)) <= 1e-9 * std::max(1.0, std::abs(value));
}

SiteIdx get_site(const NameIndex& sites, const std::string& id, const std::string& where) {
  if (const auto found = sites.find(id)) return SiteIdx(*found);
  const auto nearest = find_nearest_name(id, sites.names());
  throw DataError({.what = fmt::format("there is no site '{}' in the matrix", id),
                   .where = where,
                   .hint = !nearest ? "ids are those of the column `to`"
                                    : fmt::format("did you mean '{}'?", *nearest)});
}

/// Calls `use(site, value)` for the rows of sites; how many are of none.
template <class Use>
std::size_t for_each_site(const NameIndex& sites, const WeightTable& table, const std::string& file,
                          const Use& use) {
  std::size_t n_unknown = 0;
  std::vector<bool> is_there(sites.size(), false);
  for (std::size_t row = 0; row < table.weights.size(); ++row) {
    const auto found = sites.find(table.ids.names()[row]);
    if (found) {
      is_there[*found] = true;
      use(SiteIdx(*found), table.weights[row]);
    } else {
      ++n_unknown;
    }
  }
  const auto missing = std::ranges::find(is_there, false);
  if (missing != is_there.end()) {
    const auto at = static_cast<std::size_t>(missing - is_there.begin());
    throw DataError({.what = fmt::format("the site '{}' has no row", sites.names()[at]),
                     .where = file,
                     .why = "every site of the matrix needs its value",
                     .hint = "add a row, or leave the site out of the matrix"});
  }
  return n_unknown;
}

}  // namespace

WholeWeights make_whole(const std::vector<double>& weights, const std::string& file) {
  double sum = 0;
  for (const double weight : weights) sum += weight;
  for (double factor = 1; factor <= kMostFactor; factor *= 10) {
    const bool fits =
        sum * factor < kMostWeight &&
        std::ranges::all_of(weights, [&](double weight) { return is_whole(weight * factor); });
    if (!fits) continue;
    WholeWeights made = {.weights = {}, .factor = factor};
    for (const double weight : weights) made.weights.push_back(std::llround(weight * factor));
    return made;
  }
  throw DataError({.what = "the demand has more than six decimals, or is too large",
                   .where = file,
                   .why = "answers are proven in whole units of demand",
                   .hint = "round it, or choose another unit"});
}

SitingProblem make_problem(const ReadyMatrix& matrix, const std::vector<std::int64_t>& weights,
                           const NameIndex& sites) {
  SitingProblem problem;
  problem.weights = IdxVector<DemandIdx, std::int64_t>(weights);
  for (const std::string& id : sites.names()) {
    Site site;
    site.id = id;
    problem.sites.push_back(std::move(site));
  }
  std::vector<ReachPair> pairs;
  pairs.reserve(matrix.pairs.size());
  for (const MatrixPair& pair : matrix.pairs) {
    pairs.push_back({DemandIdx(pair.from), SiteIdx(pair.to), pair.cost});
  }
  problem.reach = ReachTable(weights.size(), sites.size(), pairs);
  return problem;
}

void set_status(SitingProblem& problem, const NameIndex& sites, const std::vector<std::string>& ids,
                SiteStatus status) {
  const bool locks = status == SiteStatus::kLocked;
  for (const std::string& id : ids) {
    Site& site = problem.sites[get_site(sites, id, locks ? "--lock" : "--forbid")];
    if (site.status != SiteStatus::kCandidate && site.status != status) {
      throw DataError({.what = fmt::format("the site '{}' is both locked and forbidden", id),
                       .hint = "leave it out of --lock or of --forbid"});
    }
    site.status = status;
  }
}

std::size_t set_costs(SitingProblem& problem, const NameIndex& sites, const WeightTable& table,
                      const std::string& file) {
  return for_each_site(sites, table, file,
                       [&](SiteIdx at, double cost) { problem.sites[at].cost = cost; });
}

std::size_t set_capacities(SitingProblem& problem, const NameIndex& sites, const WeightTable& table,
                           const std::string& file, double factor) {
  return for_each_site(sites, table, file, [&](SiteIdx at, double capacity) {
    const double scaled = std::floor(capacity * factor * (1 + 1e-12));
    if (scaled < kMostWeight) problem.sites[at].capacity = static_cast<std::int64_t>(scaled);
  });
}

GroupTable read_groups(std::istream& in, const std::string& file, const NameIndex& sites) {
  CsvReader reader(in, file);
  const std::size_t id = reader.get_column("id"), name = reader.get_column("group");
  std::map<std::string, std::vector<SiteIdx>> groups;
  GroupTable table;
  CsvReader::Row row;
  while (reader.next(row)) {
    auto& members = groups[row[name]];
    const auto site = sites.find(row[id]);
    if (!site) {
      ++table.n_unknown;
    } else if (std::ranges::find(members, SiteIdx(*site)) == members.end()) {
      members.emplace_back(*site);
    }
  }
  for (auto& [group, members] : groups) table.groups.push_back({group, std::move(members)});
  return table;
}

AreaTable read_areas(std::istream& in, const std::string& file, const NameIndex& places) {
  CsvReader reader(in, file);
  const std::size_t id = reader.get_column("id"), name = reader.get_column("area");
  std::map<std::string, std::vector<DemandIdx>> areas;
  std::map<std::size_t, std::string> area_of;
  AreaTable table;
  CsvReader::Row row;
  while (reader.next(row)) {
    const auto place = places.find(row[id]);
    if (!place) {
      ++table.n_unknown;
      continue;
    }
    const auto [known, is_new] = area_of.emplace(*place, row[name]);
    if (!is_new && known->second != row[name]) {
      throw DataError({.what = fmt::format("the place '{}' is in two areas", row[id]),
                       .where = reader.where(),
                       .hint = "give each place one area"});
    }
    if (is_new) areas[row[name]].emplace_back(*place);
  }
  for (auto& [area, points] : areas) table.areas.push_back({area, std::move(points)});
  return table;
}

std::vector<std::pair<SiteIdx, SiteIdx>> read_exclusive(std::istream& in, const std::string& file,
                                                        const NameIndex& sites) {
  CsvReader reader(in, file);
  const std::size_t site = reader.get_column("site"), other = reader.get_column("other");
  std::vector<std::pair<SiteIdx, SiteIdx>> pairs;
  CsvReader::Row row;
  while (reader.next(row)) {
    pairs.emplace_back(get_site(sites, row[site], reader.where()),
                       get_site(sites, row[other], reader.where()));
  }
  return pairs;
}

}  // namespace pahunch
