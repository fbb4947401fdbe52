/// \file
/// Accessibility of each settlement to the open centres of a set, by the floating catchments.
///
/// Each centre supplies 1 (a centre), so a score is in centres per 100 000 women, but for gravity,
/// which is in centres. Cost is in minutes. Step weights fall with the bands as the Gaussian at the
/// middle of each band.
#pragma once

#include <span>
#include <vector>

#include "geo/coverage/bands.h"
#include "geo/coverage/reach_lists.h"
#include "geo/coverage/women.h"

namespace pahunch {

struct AccessScores {
  IdxVector<SettlementIdx, double> two_step;        ///< 2SFCA at the limit
  IdxVector<SettlementIdx, double> enhanced_step;   ///< E2SFCA, stepped by the bands
  IdxVector<SettlementIdx, double> enhanced_gauss;  ///< E2SFCA, Gaussian to the largest band
  IdxVector<SettlementIdx, double> three_step;      ///< 3SFCA, Gaussian to the largest band
  IdxVector<SettlementIdx, double> gravity;         ///< Hansen, Gaussian to the largest band
};

struct AccessScoreInputs {
  const WomenBySettlement& women;
  const ReachLists& lists;  ///< to the largest band
  std::span<const CentreIdx> open;
  const Bands& bands;
  TravelTime limit;  ///< of the plain two-step
};

AccessScores compute_access_scores(const AccessScoreInputs& inputs);

}  // namespace pahunch
