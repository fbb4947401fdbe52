/// \file
/// Floating catchment accessibility: how much supply each demand point can call on.
///
/// - Two-step (2SFCA, Luo & Wang 2003): R_j = S_j / sum_i P_i W_ij; A_i = sum_j R_j W_ij. With a
///   stepped or Gaussian W it is the enhanced form (E2SFCA, Luo & Qi 2009).
/// - Three-step (3SFCA, Wan, Zou & Sternberg 2012): people divide between sites by
///   G_ij = W_ij / sum_k W_ik; R_j = S_j / sum_i G_ij P_i W_ij; A_i = sum_j G_ij R_j W_ij.
/// - Gravity (Hansen 1959): A_i = sum_j S_j W_ij; blind to competition.
///
/// In the first two, sum_i A_i P_i is the supply of the sites that somebody reaches (P and W above
/// 0). Costs are doubles in any unit, never rounded; a missing pair is unreachable. Sums run in the
/// order of the entries, so results have the same bits every time.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/coverage/decay.h"

namespace pahunch {

struct OdEntry {
  std::uint32_t from = 0;  ///< index of a demand point
  std::uint32_t to = 0;    ///< index of a site
  double cost = 0;
};

struct AccessInputs {
  std::span<const OdEntry> od;  ///< at most one entry a pair
  std::span<const double> demand;
  std::span<const double> supply;
};

/// Inputs that have been checked; borrows what they refer to. Made from plain inputs wherever they
/// are given, or once for several scores.
class CheckedAccess {
 public:
  /// Throws DataError naming the entry when an index is out of range, a pair is given twice, or a
  /// cost, demand or supply is negative or not finite.
  CheckedAccess(const AccessInputs& inputs);  // NOLINT: implicit, so that plain inputs will do

  [[nodiscard]] const AccessInputs& get() const { return inputs_; }

 private:
  AccessInputs inputs_;
};

/// One score a demand point. Unit: supply for one of the demand.
std::vector<double> compute_two_step(const CheckedAccess& access, const Decay& decay);
std::vector<double> compute_three_step(const CheckedAccess& access, const Decay& decay);
/// Unit: supply.
std::vector<double> compute_gravity(const CheckedAccess& access, const Decay& decay);

}  // namespace pahunch
