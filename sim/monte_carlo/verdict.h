/// \file
/// Who is underserved, and how sure that is.
///
/// p_s(theta) is the chance, over replicate years under one parameter draw, that a woman of a
/// settlement is reached in time and neither turned away nor kept waiting too long. It is
/// underserved under theta where that lies below the threshold, and P(underserved) is the share of
/// draws in which it does: uncertainty of the parameters, which more years do not shrink.
///
/// Few years a draw spread the estimates of p_s(theta) too widely. They are drawn together around
/// their mean until their variance is what the parameters alone give (total less the years' noise;
/// the estimate with equal variance of Louis 1984), before they are compared with the threshold.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "sim/monte_carlo/experiment.h"

namespace pahunch {

enum class Verdict : std::uint8_t { kServed, kUnderserved, kUncertain };
std::string_view to_string(Verdict verdict);  ///< "served", "underserved", "uncertain"

/// A verdict is given where the draws agree by so much, and the mean lies at least two standard
/// errors of the years away from the threshold.
inline constexpr double kAgreement = 0.9;

struct SettlementVerdict {
  double p_served = 0;       ///< over all draws and years
  double low = 0, high = 0;  ///< 5% and 95% points over the draws: uncertainty of the parameters
  double noise = 0;          ///< standard error of `p_served` from the years alone
  double p_underserved = 0;
  Verdict verdict = Verdict::kUncertain;
};

/// Draws together estimates whose mean squared error of noise is `noise`. Keeps their mean.
std::vector<double> free_of_noise(std::span<const double> estimates, double noise);

SettlementVerdict judge(std::span<const double> p_by_draw, double noise, double min_probability);

using Verdicts = IdxVector<SettlementIdx, SettlementVerdict>;

/// Of all settlements under one set.
Verdicts judge_all(const ExperimentResult& result, std::size_t set, double min_probability);

/// Women in underserved settlements, by draw: what the headline's range is taken from. `women`: of
/// each settlement.
std::vector<double> count_underserved(const ExperimentResult& result, std::size_t set,
                                      double min_probability,
                                      const IdxVector<SettlementIdx, Persons>& women);
/// The same within another limit.
std::vector<double> count_underserved(const ServedByDraw& served, double min_probability,
                                      const IdxVector<SettlementIdx, Persons>& women);

}  // namespace pahunch
