#include "geo/coverage/floating_catchment.h"

#include <fmt/format.h>

#include <cmath>
#include <string_view>
#include <unordered_set>

#include "geo/base/error.h"

namespace pahunch {

namespace {

[[noreturn]] void refuse(const std::string& what, const std::string& where) {
  throw DataError({.what = what,
                   .where = where,
                   .why = "accessibility would be wrong",
                   .hint = "correct the row, or leave it out: a missing pair is unreachable"});
}

bool is_amount(double value) { return std::isfinite(value) && value >= 0; }

void check_amounts(std::span<const double> amounts, std::string_view name) {
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    if (is_amount(amounts[i])) continue;
    refuse(fmt::format("the {} cannot be {}", name, amounts[i]),
           fmt::format("{} row {}", name, i + 1));
  }
}

/// Weight of each entry of the matrix.
std::vector<double> weigh(const AccessInputs& inputs, const Decay& decay) {
  std::vector<double> weights;
  weights.reserve(inputs.od.size());
  for (const OdEntry& entry : inputs.od) weights.push_back(decay(entry.cost));
  return weights;
}

/// Supply of each site for one of the weighted demand that can come to it; 0 where nobody comes.
std::vector<double> supply_ratios(const AccessInputs& inputs, const std::vector<double>& pull) {
  std::vector<double> demand(inputs.supply.size(), 0.0);
  for (std::size_t e = 0; e < inputs.od.size(); ++e) {
    demand[inputs.od[e].to] += inputs.demand[inputs.od[e].from] * pull[e];
  }
  std::vector<double> ratios(inputs.supply.size(), 0.0);
  for (std::size_t j = 0; j < ratios.size(); ++j) {
    if (demand[j] > 0) ratios[j] = inputs.supply[j] / demand[j];
  }
  return ratios;
}

/// For each demand point, the pull of each site times what the site offers.
std::vector<double> gather(const AccessInputs& inputs, const std::vector<double>& pull,
                           std::span<const double> offers) {
  std::vector<double> scores(inputs.demand.size(), 0.0);
  for (std::size_t e = 0; e < inputs.od.size(); ++e) {
    scores[inputs.od[e].from] += pull[e] * offers[inputs.od[e].to];
  }
  return scores;
}

/// The share of a demand point that each site draws, times the weight of the trip.
std::vector<double> selective_pull(const AccessInputs& inputs, const std::vector<double>& weights) {
  std::vector<double> total(inputs.demand.size(), 0.0);
  for (std::size_t e = 0; e < weights.size(); ++e) total[inputs.od[e].from] += weights[e];
  std::vector<double> pull(weights.size(), 0.0);
  for (std::size_t e = 0; e < weights.size(); ++e) {
    if (weights[e] > 0) pull[e] = weights[e] / total[inputs.od[e].from] * weights[e];
  }
  return pull;
}

}  // namespace

CheckedAccess::CheckedAccess(const AccessInputs& inputs) : inputs_(inputs) {
  check_amounts(inputs.demand, "demand");
  check_amounts(inputs.supply, "supply");
  std::unordered_set<std::uint64_t> pairs;
  pairs.reserve(inputs.od.size());
  for (std::size_t e = 0; e < inputs.od.size(); ++e) {
    const OdEntry& entry = inputs.od[e];
    const auto refuse_row = [e](const std::string& what) {
      refuse(what, fmt::format("matrix row {}", e + 1));
    };
    if (entry.from >= inputs.demand.size()) refuse_row("the demand point does not exist");
    if (entry.to >= inputs.supply.size()) refuse_row("the site does not exist");
    if (!is_amount(entry.cost)) refuse_row(fmt::format("a cost cannot be {}", entry.cost));
    const std::uint64_t pair = (std::uint64_t{entry.from} << 32U) | entry.to;
    if (!pairs.insert(pair).second) refuse_row("the pair is given twice");
  }
}

std::vector<double> compute_two_step(const CheckedAccess& access, const Decay& decay) {
  const AccessInputs& inputs = access.get();
  const std::vector<double> weights = weigh(inputs, decay);
  return gather(inputs, weights, supply_ratios(inputs, weights));
}

std::vector<double> compute_three_step(const CheckedAccess& access, const Decay& decay) {
  const AccessInputs& inputs = access.get();
  const std::vector<double> pull = selective_pull(inputs, weigh(inputs, decay));
  return gather(inputs, pull, supply_ratios(inputs, pull));
}

std::vector<double> compute_gravity(const CheckedAccess& access, const Decay& decay) {
  const AccessInputs& inputs = access.get();
  return gather(inputs, weigh(inputs, decay), inputs.supply);
}

}  // namespace pahunch
