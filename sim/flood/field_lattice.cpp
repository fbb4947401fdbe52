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
  constexpr double kFirst_km = 8, kLast_km = 300, kRatio = 1.25;
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

/// What is missing to 1 is a place's own; no more than 1 can be shared.
void set_own_share(LatticeShares& shares) {
  double sum = 0;
  for (const double share : shares.of_level) sum += share;
  if (sum > 1) {
    for (double& share : shares.of_level) share /= sum;
  }
  shares.own = std::max(0.0, 1 - sum);
}

}  // namespace

LatticeShares find_lattice_shares(double range_km) {
  assert(range_km > 0);
  constexpr int kRounds = 2000;  // of coordinate descent
  const LevelColumns& columns = get_level_columns();
  std::vector<double> left;
  for (const double d : list_fit_distances()) left.push_back(portable::exp(-d / range_km));
  LatticeShares shares;
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t level = 0; level < kLatticeLevels; ++level) {
      const auto& column = columns[level];
      const double step = dot_columns(column, left) / dot_columns(column, column);
      const double share = std::max(0.0, shares.of_level[level] + step);
      for (std::size_t i = 0; i < left.size(); ++i)
        left[i] -= (share - shares.of_level[level]) * column[i];
      shares.of_level[level] = share;
    }
  }
  set_own_share(shares);
  return shares;
}

double get_lattice_correlation(const LatticeShares& shares, double distance_km) {
  double correlation = 0;
  for (std::size_t level = 0; level < kLatticeLevels; ++level) {
    correlation += shares.of_level[level] * correlate_kernel(distance_km / get_spacing_km(level));
  }
  return correlation;
}

/// Finds or makes the nodes that a place needs.
class FieldLattice::Builder {
 public:
  explicit Builder(FieldLattice& lattice) : lattice_(lattice) {}

  void add(Xy place) {
    for (std::size_t level = 0; level < kLatticeLevels; ++level) add(place, level);
    lattice_.first_.push_back(static_cast<std::uint32_t>(lattice_.weights_.size()));
  }

 private:
  void add(Xy place, std::size_t level) {
    const double spacing_m = get_spacing_km(level) * kMetresPerKm;
    const double x = place.x_m / spacing_m, y = place.y_m / spacing_m;
    const std::size_t begin = lattice_.weights_.size();
    double squares = 0;
    for (auto iy = first_within(y); static_cast<double>(iy) < y + kKernelReach; ++iy) {
      for (auto ix = first_within(x); static_cast<double>(ix) < x + kKernelReach; ++ix) {
        const double dx = static_cast<double>(ix) - x, dy = static_cast<double>(iy) - y;
        const double kernel = get_kernel(dx * dx + dy * dy);
        if (kernel <= 0) continue;
        lattice_.weights_.push_back({find_node({level, ix, iy}), static_cast<float>(kernel)});
        squares += kernel * kernel;
      }
    }
    const auto scale = static_cast<float>(1 / std::sqrt(squares));
    for (std::size_t i = begin; i < lattice_.weights_.size(); ++i) {
      lattice_.weights_[i].of_noise *= scale;
    }
  }

  using NodeAt = std::tuple<std::size_t, std::int64_t, std::int64_t>;

  static std::int64_t first_within(double at) { return std::llround(std::ceil(at - kKernelReach)); }

  std::uint32_t find_node(const NodeAt& at) {
    const auto number = static_cast<std::uint32_t>(lattice_.nodes_.size());
    const auto [found, added] = known_.try_emplace(at, number);
    if (added) {
      const auto [level, ix, iy] = at;
      const std::uint64_t row =
          entity_key(entity_key(family_, level), static_cast<std::uint64_t>(iy));
      lattice_.nodes_.push_back(
          {entity_key(row, static_cast<std::uint64_t>(ix)), static_cast<std::uint32_t>(level)});
    }
    return found->second;
  }

  FieldLattice& lattice_;
  std::map<NodeAt, std::uint32_t> known_;
  std::uint64_t family_ = entity_key("flood lattice");
};

FieldLattice::FieldLattice(std::span<const Xy> places) {
  Builder builder(*this);
  for (const Xy place : places) builder.add(place);
}

}  // namespace pahunch
