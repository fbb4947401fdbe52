#include "geo/coverage/equity.h"

#include <algorithm>

namespace pahunch {

namespace {

constexpr int kLorenzParts = 10;

double interpolate_value(const std::vector<LorenzPoint>& curve, double population_frac) {
  const auto right =
      std::lower_bound(curve.begin() + 1, curve.end() - 1, population_frac,
                       [](const LorenzPoint& p, double frac) { return p.population_frac < frac; });
  const LorenzPoint& b = *right;
  const LorenzPoint& a = *(right - 1);
  const double along =
      (population_frac - a.population_frac) / (b.population_frac - a.population_frac);
  return a.value_frac + along * (b.value_frac - a.value_frac);
}

std::vector<LorenzPoint> sample_tenths(const std::vector<LorenzPoint>& curve) {
  if (curve.empty()) return {};
  std::vector<LorenzPoint> tenths = {{0, 0}};
  for (int part = 1; part < kLorenzParts; ++part) {
    const double frac = static_cast<double>(part) / kLorenzParts;
    tenths.push_back({frac, interpolate_value(curve, frac)});
  }
  tenths.push_back({1, 1});
  return tenths;
}

}  // namespace

Equity compute_equity(const WomenBySettlement& women, const SetReach& reach) {
  Equity equity;
  std::vector<Weighted> minutes;
  for (const SettlementIdx s : indices(reach)) {
    if (!reach[s].time.reachable()) continue;
    equity.women += women[s].all;
    minutes.push_back({reach[s].time.minutes(), static_cast<double>(women[s].all)});
  }
  equity.gini = compute_gini(minutes);
  equity.lorenz = sample_tenths(compute_lorenz(minutes));
  equity.worst_tenth = compute_worst_off(minutes, 0.1);
  return equity;
}

}  // namespace pahunch
