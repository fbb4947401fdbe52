#include "geo/coverage/access_scores.h"

#include "geo/coverage/floating_catchment.h"

namespace pahunch {

namespace {

constexpr double kWomenPerScore = 100'000;

std::vector<OdEntry> to_od(const ReachLists& lists, std::span<const CentreIdx> open) {
  std::vector<OdEntry> od;
  for (std::size_t slot = 0; slot < open.size(); ++slot) {
    for (const SettlementTime& pair : lists[open[slot]]) {
      od.push_back(
          {pair.settlement.value(), static_cast<std::uint32_t>(slot), pair.time.minutes()});
    }
  }
  return od;
}

std::vector<double> to_demand(const WomenBySettlement& women) {
  std::vector<double> demand;
  demand.reserve(women.size());
  for (const Women w : women) demand.push_back(static_cast<double>(w.all));
  return demand;
}

Decay make_band_decay(const Bands& bands, double sigma) {
  const Decay gaussian = make_gaussian_decay(sigma);
  std::vector<DecayStep> steps;
  double from = 0;
  for (std::size_t b = 0; b < bands.n_limits(); ++b) {
    const double to = bands.limit(b).minutes();
    steps.push_back({to, gaussian((from + to) / 2)});
    from = to;
  }
  return make_step_decay(std::move(steps));
}

IdxVector<SettlementIdx, double> scaled(std::vector<double> scores) {
  for (double& score : scores) score *= kWomenPerScore;
  return IdxVector<SettlementIdx, double>(std::move(scores));
}

}  // namespace

AccessScores compute_access_scores(const AccessScoreInputs& inputs) {
  const std::vector<OdEntry> od = to_od(inputs.lists, inputs.open);
  const std::vector<double> demand = to_demand(inputs.women);
  const std::vector<double> supply(inputs.open.size(), 1.0);
  const CheckedAccess access(AccessInputs{od, demand, supply});
  const double largest_min = inputs.bands.largest().minutes();
  const double sigma = gaussian_sigma_for(largest_min);
  const Decay gaussian = make_gaussian_decay(sigma, largest_min);
  return {
      .two_step = scaled(compute_two_step(access, make_binary_decay(inputs.limit.minutes()))),
      .enhanced_step = scaled(compute_two_step(access, make_band_decay(inputs.bands, sigma))),
      .enhanced_gauss = scaled(compute_two_step(access, gaussian)),
      .three_step = scaled(compute_three_step(access, gaussian)),
      .gravity = IdxVector<SettlementIdx, double>(compute_gravity(access, gaussian)),
  };
}

}  // namespace pahunch
