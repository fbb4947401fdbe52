#include "geo/network/link_piece.h"

#include <algorithm>

namespace pahunch {
namespace {

Xy point_at(const Network& network, LinkIdx link, double along_m) {
  const auto line = network.geometry(link);
  const auto along = network.along(link);
  const auto after = std::lower_bound(along.begin(), along.end(), along_m);
  if (after == along.begin()) return line.front();
  if (after == along.end()) return line.back();
  const auto i = static_cast<std::size_t>(after - along.begin());
  const double step_m = along[i] - along[i - 1];
  return *after == along_m ? line[i]
                           : interpolate(line[i - 1], line[i], (along_m - along[i - 1]) / step_m);
}

}  // namespace

double piece_length_m(const Network& network, const LinkPiece& piece) {
  return network.length_m[piece.link] * std::abs(piece.to_frac - piece.from_frac);
}

std::vector<Xy> piece_line(const Network& network, const LinkPiece& piece) {
  const double length_m = network.length_m[piece.link];
  const double low_m = length_m * std::min(piece.from_frac, piece.to_frac);
  const double high_m = length_m * std::max(piece.from_frac, piece.to_frac);
  const auto line = network.geometry(piece.link);
  const auto along = network.along(piece.link);
  std::vector<Xy> points = {point_at(network, piece.link, low_m)};
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (along[i] > low_m && along[i] < high_m) points.push_back(line[i]);
  }
  points.push_back(point_at(network, piece.link, high_m));
  if (piece.from_frac > piece.to_frac) std::reverse(points.begin(), points.end());
  return points;
}

}  // namespace pahunch
