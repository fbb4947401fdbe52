#include "sim/flood/field_lattice.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <tuple>

#include "sim/random/portable_math.h"
#include "sim/random/random_stream.h"

namespace pahunch {
namespace {

constexpr double kKernelReach = 2;  // of the kernel, in spacings of its lattice

double get_spacing_km(std::size_t level) {
  return kFinestLattice_km * static_cast<double>(std::size_t{1} << level);
}

/// `r2`: squared distance in spacings.
double get_kernel(double r2) {
  const double left = 1 - r2 / (kKernelReach * kKernelReach);
  return left > 0 ? left * left : 0;
}

/// Correlation of the moving average at a lag of so many spacings, by sums over a fine grid.
double correlate_kernel(double lag) {
  constexpr double kStep = 0.125;
  constexpr int kHalf = static_cast<int>(kKernelReach / kStep);
  double cross = 0, own = 0;
  for (int iy = -kHalf; iy <= kHalf; ++iy) {
    for (int ix = -kHalf; ix <= kHalf; ++ix) {
      const double x = ix * kStep, y = iy * kStep;
      const double k = get_kernel(x * x + y * y);
      own += k * k;
      cross += k * get_kernel((x - lag) * (x - lag) + y * y);
    }
  }
  return cross / own;
}

/// Where the decay is fitted.
std::vector<double> list_fit_distances() {
  std::vector<double> distances;
  constexpr double kFirst_km = 5, kLast_km = 300, kRatio = 1.25;
  for (double d = kFirst_km; d < kLast_km; d *= kRatio) distances.push_back(d);
  return distances;
}

using LevelColumns = std::array<std::vector<double>, kLatticeLevels>;

/// Correlation of each level at the distances; the same for every range.
const LevelColumns& get_level_columns() {
  static const LevelColumns columns = [] {
    LevelColumns made;
    for (std::size_t level = 0; level < kLatticeLevels; ++level) {
      for (const double d : list_fit_distances()) {
        made[level].push_back(correlate_kernel(d / get_spacing_km(level)));
      }
    }
    return made;
  }();
  return columns;
}

double dot_columns(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

void scale_to_one(LatticeShares& shares) {
  double sum = 0;
  for (const double share : shares) sum += share;
  if (sum <= 0) shares.back() = sum = 1;
  for (double& share : shares) share /= sum;
}

}  // namespace

LatticeShares find_lattice_shares(double range_km) {
  assert(range_km > 0);
  constexpr int kRounds = 2000;  // of coordinate descent
  const LevelColumns& columns = get_level_columns();
  std::vector<double> left;
  for (const double d : list_fit_distances()) left.push_back(portable::exp(-d / range_km));
  LatticeShares shares{};
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t level = 0; level < kLatticeLevels; ++level) {
      const auto& column = columns[level];
      const double step = dot_columns(column, left) / dot_columns(column, column);
      const double share = std::max(0.0, shares[level] + step);
      for (std::size_t i = 0; i < left.size(); ++i) left[i] -= (share - shares[level]) * column[i];
      shares[level] = share;
    }
  }
  scale_to_one(shares);
  return shares;
}

double get_lattice_correlation(const LatticeShares& shares, double distance_km) {
  double correlation = 0;
  for (std::size_t level = 0; level < kLatticeLevels; ++level) {
    correlation += shares[level] * correlate_kernel(distance_km / get_spacing_km(level));
  }
  return correlation;
}

FieldLattice::FieldLattice(std::span<const Xy> places) {
  using NodeAt = std::tuple<std::size_t, std::int64_t, std::int64_t>;
  std::map<NodeAt, std::uint32_t> known;
  const std::uint64_t family = entity_key("flood lattice");
  const auto find_node = [&](const NodeAt& at) {
    const auto [found, added] = known.try_emplace(at, static_cast<std::uint32_t>(nodes_.size()));
    if (added) {
      const auto [level, ix, iy] = at;
      const std::uint64_t key =
          entity_key(entity_key(entity_key(family, level), static_cast<std::uint64_t>(ix)),
                     static_cast<std::uint64_t>(iy));
      nodes_.push_back({key, static_cast<std::uint32_t>(level)});
    }
    return found->second;
  };
  for (const Xy place : places) {
    for (std::size_t level = 0; level < kLatticeLevels; ++level) {
      const double h_m = get_spacing_km(level) * kMetresPerKm;
      const double x = place.x_m / h_m, y = place.y_m / h_m;
      const std::size_t begin = weights_.size();
      double squares = 0;
      for (auto iy = std::llround(std::ceil(y - kKernelReach));
           static_cast<double>(iy) < y + kKernelReach; ++iy) {
        for (auto ix = std::llround(std::ceil(x - kKernelReach));
             static_cast<double>(ix) < x + kKernelReach; ++ix) {
          const double dx = static_cast<double>(ix) - x, dy = static_cast<double>(iy) - y;
          const double kernel = get_kernel(dx * dx + dy * dy);
          if (kernel <= 0) continue;
          weights_.push_back({find_node({level, ix, iy}), static_cast<float>(kernel)});
          squares += kernel * kernel;
        }
      }
      const double scale = 1 / std::sqrt(squares);
      for (std::size_t i = begin; i < weights_.size(); ++i) {
        weights_[i].of_noise = static_cast<float>(weights_[i].of_noise * scale);
      }
    }
    first_.push_back(static_cast<std::uint32_t>(weights_.size()));
  }
}

}  // namespace pahunch
