#include "geo/io/osm/area_mask.h"

#include <algorithm>
#include <cmath>

namespace pahunch::osm {
namespace {

constexpr std::size_t kMaxBands = 8192;

/// Whether a ray to the east from `at` crosses the edge; half-open, so that a corner counts once.
bool crosses_east(LonLat at, LonLat from, LonLat to) {
  if ((from.lat > at.lat) == (to.lat > at.lat)) return false;
  const double frac = (at.lat - from.lat) / (to.lat - from.lat);
  return at.lon < from.lon + frac * (to.lon - from.lon);
}

}  // namespace

AreaMask::AreaMask(const std::vector<std::vector<LonLat>>& rings) {
  for (const auto& ring : rings) {
    for (std::size_t i = 1; i < ring.size(); ++i) edges_.push_back({ring[i - 1], ring[i]});
  }
  if (edges_.empty()) return;
  south_ = north_ = edges_.front().from.lat;
  for (const Edge& edge : edges_) {
    south_ = std::min({south_, edge.from.lat, edge.to.lat});
    north_ = std::max({north_, edge.from.lat, edge.to.lat});
  }
  bands_.resize(std::clamp<std::size_t>(edges_.size(), 1, kMaxBands));
  for (std::uint32_t e = 0; e < edges_.size(); ++e) {
    const auto [low, high] = std::minmax(edges_[e].from.lat, edges_[e].to.lat);
    for (auto band = band_of(low); band <= band_of(high); ++band) bands_[band].push_back(e);
  }
}

std::size_t AreaMask::band_of(double lat) const {
  if (north_ <= south_) return 0;
  const double at = (lat - south_) / (north_ - south_) * static_cast<double>(bands_.size());
  return std::min(static_cast<std::size_t>(std::max(at, 0.0)), bands_.size() - 1);
}

bool AreaMask::contains(LonLat at) const {
  if (empty() || at.lat < south_ || at.lat > north_) return false;
  bool inside = false;
  for (const auto e : bands_[band_of(at.lat)]) {
    if (crosses_east(at, edges_[e].from, edges_[e].to)) inside = !inside;
  }
  return inside;
}

}  // namespace pahunch::osm
