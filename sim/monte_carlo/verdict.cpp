#include "sim/monte_carlo/verdict.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/flood/flood_statistics.h"

namespace pahunch {
namespace {

/// Mean over the years, by draw.
using SharesByDraw = std::vector<IdxVector<SettlementIdx, double>>;

std::vector<double> by_draw(const SharesByDraw& p_served, SettlementIdx at) {
  std::vector<double> values;
  values.reserve(p_served.size());
  for (const auto& draw : p_served) values.push_back(draw[at]);
  return values;
}

std::vector<double> count_below(const SharesByDraw& p_served,
                                const IdxVector<SettlementIdx, double>& noise,
                                double min_probability,
                                const IdxVector<SettlementIdx, Persons>& women) {
  std::vector<double> counts(p_served.size());
  for (const SettlementIdx at : indices(women)) {
    const auto freed = free_of_noise(by_draw(p_served, at), noise[at]);
    for (std::size_t draw = 0; draw < freed.size(); ++draw) {
      if (freed[draw] < min_probability) counts[draw] += static_cast<double>(women[at]);
    }
  }
  return counts;
}

/// Both shares are quotients of counts: 1 - kAgreement is not the number 0.1.
/// A mean this many standard errors of the years beside the threshold is on neither side of it.
constexpr double kNoisy = 2;

Verdict verdict_of(double p_underserved, double p_served) {
  if (p_underserved >= kAgreement) return Verdict::kUnderserved;
  return p_served >= kAgreement ? Verdict::kServed : Verdict::kUncertain;
}

}  // namespace

std::string_view to_string(Verdict verdict) {
  constexpr std::array<std::string_view, 3> kWords = {"served", "underserved", "uncertain"};
  return kWords[static_cast<std::size_t>(verdict)];
}

std::vector<double> free_of_noise(std::span<const double> estimates, double noise) {
  RunningMoments moments;
  for (const double estimate : estimates) moments.add(estimate);
  const double total = moments.variance();
  const double kept = total > 0 ? std::sqrt(std::max(0.0, total - noise) / total) : 1.0;
  std::vector<double> freed;
  freed.reserve(estimates.size());
  for (const double estimate : estimates) {
    freed.push_back(moments.mean() + (estimate - moments.mean()) * kept);
  }
  return freed;
}

SettlementVerdict judge(std::span<const double> p_by_draw, double noise, double min_probability) {
  const auto freed = free_of_noise(p_by_draw, noise);
  SettlementVerdict judged;
  const auto n = static_cast<double>(freed.size());
  double n_below = 0;
  for (const double p : freed) {
    judged.p_served += p / n;
    if (p < min_probability) ++n_below;
  }
  judged.low = find_quantile(freed, 0.05);
  judged.high = find_quantile(freed, 0.95);
  judged.noise = std::sqrt(noise / n);
  judged.p_underserved = n_below / n;
  const bool near = std::abs(judged.p_served - min_probability) < kNoisy * judged.noise;
  judged.verdict = near ? Verdict::kUncertain : verdict_of(judged.p_underserved, (n - n_below) / n);
  return judged;
}

Verdicts judge_all(const ExperimentResult& result, std::size_t set, double min_probability) {
  Verdicts verdicts;
  for (const SettlementIdx at : indices(result.noise[set])) {
    verdicts.push_back(
        judge(by_draw(result.p_served[set], at), result.noise[set][at], min_probability));
  }
  return verdicts;
}

std::vector<double> count_underserved(const ExperimentResult& result, std::size_t set,
                                      double min_probability,
                                      const IdxVector<SettlementIdx, Persons>& women) {
  return count_below(result.p_served[set], result.noise[set], min_probability, women);
}

std::vector<double> count_underserved(const ServedByDraw& served, double min_probability,
                                      const IdxVector<SettlementIdx, Persons>& women) {
  return count_below(served.p_served, served.noise, min_probability, women);
}

}  // namespace pahunch
