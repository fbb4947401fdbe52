#include "geo/network/isochrone/scaled_ground.h"

#include <algorithm>
#include <cmath>

namespace pahunch {
namespace {

constexpr double kMinStep_m = 10'000;
constexpr double kMaxSteps = 200;  ///< along a side
constexpr double kProbe_m = 1000;

}  // namespace

ScaledGround::ScaledGround(const Ground& exact, const Box& box)
    : origin_{box.min_x_m, box.min_y_m} {
  const double width_m = box.max_x_m - box.min_x_m;
  const double height_m = box.max_y_m - box.min_y_m;
  step_m_ = std::max(kMinStep_m, std::max(width_m, height_m) / kMaxSteps);
  n_x_ = static_cast<std::size_t>(std::ceil(width_m / step_m_)) + 2;
  n_y_ = static_cast<std::size_t>(std::ceil(height_m / step_m_)) + 2;
  for (std::size_t y = 0; y < n_y_; ++y) {
    for (std::size_t x = 0; x < n_x_; ++x) {
      const Xy at{origin_.x_m + static_cast<double>(x) * step_m_,
                  origin_.y_m + static_cast<double>(y) * step_m_};
      scales_.push_back({exact.distance_m(at, {at.x_m + kProbe_m, at.y_m}) / kProbe_m,
                         exact.distance_m(at, {at.x_m, at.y_m + kProbe_m}) / kProbe_m});
    }
  }
}

ScaledGround::Scale ScaledGround::scale_at(Xy point) const {
  const auto split = [&](double offset_m, std::size_t n) {
    const double place = std::clamp(offset_m / step_m_, 0.0, static_cast<double>(n - 2));
    const double whole = std::floor(place);
    return std::pair(static_cast<std::size_t>(whole), place - whole);
  };
  const auto [x, right] = split(point.x_m - origin_.x_m, n_x_);
  const auto [y, up] = split(point.y_m - origin_.y_m, n_y_);
  const auto mix = [](const Scale& a, const Scale& b, double frac) {
    return Scale{a.east + (b.east - a.east) * frac, a.north + (b.north - a.north) * frac};
  };
  const Scale* low = &scales_[y * n_x_ + x];
  const Scale* high = low + n_x_;
  return mix(mix(low[0], low[1], right), mix(high[0], high[1], right), up);
}

double ScaledGround::distance_m(Xy a, Xy b) const {
  const Scale scale = scale_at(interpolate(a, b, 0.5));
  const double east_m = (b.x_m - a.x_m) * scale.east;
  const double north_m = (b.y_m - a.y_m) * scale.north;
  return std::sqrt(east_m * east_m + north_m * north_m);
}

}  // namespace pahunch
