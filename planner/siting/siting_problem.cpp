#include "planner/siting/siting_problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_set>

#include "geo/base/error.h"

namespace pahunch {
namespace {

constexpr std::int64_t kMostWeight = std::int64_t{1} << 52;  // whole numbers stay exact in doubles

/// Begins of the parts of a list whose parts have these sizes.
std::vector<std::size_t> begins_of(const std::vector<std::size_t>& sizes) {
  std::vector<std::size_t> begins(sizes.size() + 1, 0);
  std::partial_sum(sizes.begin(), sizes.end(), begins.begin() + 1);
  return begins;
}

void check_cost(double cost, const std::string& where) {
  if (cost >= 0 && std::isfinite(cost)) return;
  throw DataError({.what = fmt::format("a cost is {}", cost),
                   .where = where,
                   .why = "costs are finite and not below nothing",
                   .hint = "leave a pair out where there is no way"});
}

}  // namespace

ReachTable::ReachTable(std::size_t n_demand, std::size_t n_sites,
                       std::span<const ReachPair> pairs) {
  std::vector<std::size_t> of_demand(n_demand, 0), of_site(n_sites, 0);
  for (const ReachPair& pair : pairs) {
    check_cost(pair.cost, "the travel costs");
    ++of_demand[pair.demand.value()];
    ++of_site[pair.site.value()];
  }
  demand_begin_ = begins_of(of_demand);
  site_begin_ = begins_of(of_site);
  by_demand_.resize(pairs.size());
  by_site_.resize(pairs.size());
  auto demand_next = demand_begin_, site_next = site_begin_;
  for (const ReachPair& pair : pairs) {
    by_demand_[demand_next[pair.demand.value()]++] = {pair.site, pair.cost};
    by_site_[site_next[pair.site.value()]++] = {pair.demand, pair.cost};
  }
  for (std::size_t at = 0; at < n_demand; ++at) {
    std::sort(by_demand_.begin() + static_cast<std::ptrdiff_t>(demand_begin_[at]),
              by_demand_.begin() + static_cast<std::ptrdiff_t>(demand_begin_[at + 1]),
              [](const SiteCost& a, const SiteCost& b) {
                return a.cost != b.cost ? a.cost < b.cost : a.site < b.site;
              });
  }
  for (std::size_t at = 0; at < n_sites; ++at) {
    std::sort(by_site_.begin() + static_cast<std::ptrdiff_t>(site_begin_[at]),
              by_site_.begin() + static_cast<std::ptrdiff_t>(site_begin_[at + 1]),
              [](const DemandCost& a, const DemandCost& b) { return a.demand < b.demand; });
  }
}

std::span<const SiteCost> ReachTable::of(DemandIdx at) const {
  const std::size_t begin = demand_begin_[at.value()];
  return std::span(by_demand_).subspan(begin, demand_begin_[at.value() + 1] - begin);
}

std::span<const DemandCost> ReachTable::of(SiteIdx at) const {
  const std::size_t begin = site_begin_[at.value()];
  return std::span(by_site_).subspan(begin, site_begin_[at.value() + 1] - begin);
}

std::int64_t SitingProblem::total_weight() const {
  return std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
}

std::vector<SiteIdx> SitingProblem::with_status(SiteStatus status) const {
  std::vector<SiteIdx> found;
  for (const SiteIdx at : indices(sites)) {
    if (sites[at].status == status) found.push_back(at);
  }
  return found;
}

void check_problem(const SitingProblem& problem) {
  std::int64_t total = 0;
  for (const std::int64_t weight : problem.weights) {
    if (weight < 0 || weight > kMostWeight - total) {
      throw DataError({.what = fmt::format("the weight {} cannot be used", weight),
                       .where = "the demand",
                       .why = "weights are not negative and together below 2^52"});
    }
    total += weight;
  }
  std::unordered_set<std::string> ids;
  for (const Site& site : problem.sites) {
    check_cost(site.cost, fmt::format("site '{}'", site.id));
    if (!ids.insert(site.id).second) {
      throw DataError({.what = fmt::format("the site '{}' is there twice", site.id)});
    }
    if (site.capacity < 0) {
      throw DataError({.what = fmt::format("the capacity of site '{}' is negative", site.id)});
    }
  }
}

}  // namespace pahunch
