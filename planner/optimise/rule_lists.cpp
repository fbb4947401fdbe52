#include "planner/optimise/rule_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "sim/random/categorical.h"
#include "sim/random/random_stream.h"

namespace pahunch {
namespace {

constexpr double kMPerKm = 1000;

bool is_among(std::span<const CentreIdx> sites, CentreIdx at) {
  return std::ranges::find(sites, at) != sites.end();
}

}  // namespace

RuleLists::RuleLists(const Study& study, const CentreSet& open,
                     std::span<const CentreIdx> candidates, const SitingRule& rule)
    : study_(study), open_(open), rule_(rule) {
  const auto& centres = study.dataset.centres.centres;
  std::set<AreaIdx> spoken_for;
  for (const CentreIdx at : indices(centres)) {
    if (centres[at].status != CentreStatus::kPlanned) continue;
    planned_.push_back(at);
    if (centres[at].known != SiteKnown::kNothing) spoken_for.insert(centres[at].district);
  }
  std::map<AreaIdx, std::vector<CentreIdx>> seats;
  for (const CentreIdx at : open.open) {
    if (centres[at].district.valid()) seats[centres[at].district].push_back(at);
  }
  for (const auto& [district, its] : seats) {
    add_district(district, its.front(), candidates);
    const bool has_site = of_kind_.contains(district);
    if (its.size() == 1 && has_site && !spoken_for.contains(district)) free_.push_back(district);
  }
}

void RuleLists::add_district(AreaIdx district, CentreIdx seat,
                             std::span<const CentreIdx> candidates) {
  for (const CentreIdx at : candidates) {
    if (centre(at).district != district) continue;
    // A known place is in each list already.
    if (is_among(planned_, at) && centre(at).known == SiteKnown::kPlace) continue;
    const double km = study_.dataset.ground->distance_m(centre(seat).at, centre(at).at) / kMPerKm;
    const Option option{at, std::exp(-std::abs(km - rule_.distance_km) / rule_.spread_km)};
    if (centre(at).kind == rule_.kind) {
      of_kind_[district].push_back(option);
    } else if (centre(at).kind == rule_.other_kind) {
      of_other_kind_[district].push_back(option);
    }
  }
}

std::size_t RuleLists::n_known(SiteKnown known) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(planned_, [&](CentreIdx at) { return centre(at).known == known; }));
}

std::size_t RuleLists::n_announced_in(AreaIdx district) const {
  return static_cast<std::size_t>(std::ranges::count_if(planned_, [&](CentreIdx at) {
    return centre(at).known == SiteKnown::kDistrict && centre(at).district == district;
  }));
}

std::size_t RuleLists::n_sites(const DistrictOptions& options, AreaIdx district) {
  const auto found = options.find(district);
  return found == options.end() ? 0 : found->second.size();
}

std::optional<std::string> RuleLists::find_district_obstacle(CentreIdx planned) const {
  if (centre(planned).known != SiteKnown::kDistrict) return std::nullopt;
  const AreaIdx district = centre(planned).district;
  const std::size_t n_options = n_sites(of_kind_, district) + n_sites(of_other_kind_, district);
  const std::size_t n_announced = n_announced_in(district);
  if (n_options >= n_announced) return std::nullopt;
  if (n_options == 0) {
    return fmt::format("the district of '{}' has no candidate of the kind '{}' or '{}'",
                       centre(planned).id, rule_.kind, rule_.other_kind);
  }
  return fmt::format(
      "the district of '{}' is to get {} planned centres, and has {} candidate{} of the kind '{}' "
      "or '{}'",
      centre(planned).id, n_announced, n_options, n_options == 1 ? "" : "s", rule_.kind,
      rule_.other_kind);
}

std::optional<std::string> RuleLists::find_obstacle() const {
  if (planned_.empty()) return "no centre is planned";
  for (const CentreIdx at : planned_) {
    if (is_among(open_.open, at)) {
      return fmt::format("the planned centre '{}' is already open in the set '{}'", centre(at).id,
                         open_.name);
    }
    if (auto obstacle = find_district_obstacle(at)) return obstacle;
  }
  if (n_known(SiteKnown::kNothing) > free_.size()) {
    return fmt::format("{} planned centres may be anywhere, and only {} districts have room",
                       n_known(SiteKnown::kNothing), free_.size());
  }
  return std::nullopt;
}

RuleLists::Options RuleLists::options_left(AreaIdx district,
                                           std::span<const CentreIdx> drawn) const {
  Options left;
  for (const auto* of_one_kind : {&of_kind_, &of_other_kind_}) {
    const auto found = of_one_kind->find(district);
    if (found == of_one_kind->end()) continue;
    std::ranges::copy_if(found->second, std::back_inserter(left),
                         [&](const Option& option) { return !is_among(drawn, option.site); });
    if (!left.empty()) break;
  }
  return left;
}

std::vector<CentreIdx> RuleLists::draw(std::uint64_t number) const {
  std::vector<CentreIdx> sites;
  std::vector<AreaIdx> left = free_;
  const auto take = [&](const Options& options, RandomStream& random) {
    std::vector<double> weights;
    for (const Option& option : options) weights.push_back(option.weight);
    sites.push_back(options[CategoricalDistribution(weights)(random)].site);
  };
  for (const CentreIdx at : planned_) {
    RandomStream random({.seed = study_.scenario.seed,
                         .replicate = number,
                         .purpose = Purpose::kSiteList,
                         .entity = entity_key(centre(at).id)});
    if (centre(at).known == SiteKnown::kPlace) {
      sites.push_back(at);
    } else if (centre(at).known == SiteKnown::kDistrict) {
      take(options_left(centre(at).district, sites), random);
    } else {
      const auto drawn =
          left.begin() + static_cast<std::ptrdiff_t>(random.uniform_index(left.size()));
      take(of_kind_.at(*drawn), random);
      left.erase(drawn);
    }
  }
  std::ranges::sort(sites);
  return sites;
}

std::vector<CentreIdx> RuleLists::possible_sites() const {
  std::set<CentreIdx> possible;
  const auto add = [&](const Options& options) {
    for (const Option& option : options) possible.insert(option.site);
  };
  for (const auto& [district, options] : of_kind_) add(options);
  for (const CentreIdx at : planned_) {
    const AreaIdx district = centre(at).district;
    if (centre(at).known == SiteKnown::kPlace) possible.insert(at);
    if (centre(at).known == SiteKnown::kDistrict &&
        n_sites(of_kind_, district) < n_announced_in(district)) {
      add(of_other_kind_.at(district));
    }
  }
  return {possible.begin(), possible.end()};
}

}  // namespace pahunch
