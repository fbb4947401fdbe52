#include "geo/network/isochrone/road_samples.h"

#include <algorithm>
#include <cmath>

#include "geo/network/link_piece.h"

namespace pahunch {
namespace {

/// Positions along one link: asked for rising fractions, it goes through the points once.
class AlongLink {
 public:
  AlongLink(const Network& network, LinkIdx link)
      : line_(network.geometry(link)),
        along_(network.along(link)),
        length_m_(network.length_m[link]) {}

  [[nodiscard]] Xy at(double frac) {
    const double along_m = frac * length_m_;
    while (i_ + 2 < line_.size() && along_[i_ + 1] < along_m) ++i_;
    const double step_m = along_[i_ + 1] - along_[i_];
    const double part = step_m > 0 ? std::clamp((along_m - along_[i_]) / step_m, 0.0, 1.0) : 0.0;
    return interpolate(line_[i_], line_[i_ + 1], part);
  }

 private:
  std::span<const Xy> line_;
  std::span<const double> along_;
  double length_m_;
  std::size_t i_ = 0;
};

}  // namespace

std::vector<RoadSample> sample_reached_roads(const TravelField& field, const Network& network,
                                             TravelTime limit, double spacing_m) {
  std::vector<RoadSample> samples;
  for (const LinkIdx link : indices(network.from)) {
    const auto approaches = field.approaches(link);
    AlongLink along(network, link);
    for (const LinkPart& part : find_reached_parts(approaches, limit)) {
      const double length_m = (part.high - part.low) * network.length_m[link];
      const auto n_steps = std::max(1.0, std::ceil(length_m / spacing_m));
      for (double i = 0; i <= n_steps; ++i) {
        const double frac = part.low + (part.high - part.low) * (i / n_steps);
        const auto ms = find_time_ms(approaches, frac);
        if (ms) samples.push_back({along.at(frac), *ms});
      }
    }
  }
  return samples;
}

}  // namespace pahunch
