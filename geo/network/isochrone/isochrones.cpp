#include "geo/network/isochrone/isochrones.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "geo/network/isochrone/contour.h"
#include "geo/network/isochrone/scaled_ground.h"
#include "geo/network/isochrone/time_grid.h"
#include "geo/network/road_access.h"

namespace pahunch {
namespace {

constexpr double kFinestCell_m = 50;

std::vector<Xy> open_sites(const IsochroneJob& job) {
  std::vector<Xy> sites;
  for (const SiteIdx site : job.open) {
    const Xy at = job.inputs.sites[site.value()];
    if (at.valid()) sites.push_back(at);
  }
  return sites;
}

Box box_of(const Network& network, std::span<const Xy> sites) {
  Box box;
  for (const Xy point : network.points) box.extend(point);
  for (const Xy site : sites) box.extend(site);
  return box;
}

/// How far off a road or from a site anybody is within the limit, in the plane.
double find_reach_m(const Profile& profile, TravelTime limit) {
  constexpr double kPlanePerGround = 1.02;
  const double limit_s = limit.ms() / 1000.0;
  const double m_per_s = profile.access_speed_km_h.value / 3.6 / profile.circuity.value;
  const double on_foot_m = std::min(profile.direct_max_m, limit_s * m_per_s);
  const double left_s = std::max(0.0, limit_s - profile.waiting_min.value * 60);
  const double off_road_m = std::min(profile.max_access_m.value, left_s * m_per_s);
  return kPlanePerGround * std::max(on_foot_m, off_road_m);
}

double find_reach_m(const TravelOptions& options, TravelTime limit) {
  const double main_m = find_reach_m(options.profile, limit);
  return options.fallback ? std::max(main_m, find_reach_m(*options.fallback, limit)) : main_m;
}

double find_cell_walk_ms(const TravelOptions& options, double cell_m) {
  const double main_ms = off_road_time(options.profile, cell_m).ms();
  if (!options.fallback) return main_ms;
  return std::max<double>(main_ms, off_road_time(*options.fallback, cell_m).ms());
}

double choose_cell_m(GridRequest request) {
  request.cell_m = kFinestCell_m;
  const double n_corners = count_corners(request);
  double cell_m = kFinestCell_m;
  while (n_corners * std::pow(kFinestCell_m / cell_m, 2) > kMaxCorners) cell_m *= 2;
  return cell_m;
}

/// The corners of the cells in which sites lie.
std::vector<std::size_t> corners_around(const GridFrame& frame, std::span<const Xy> sites) {
  std::vector<std::size_t> corners;
  for (const Xy site : sites) {
    const auto x = static_cast<std::uint32_t>((site.x_m - frame.origin.x_m) / frame.cell_m);
    const auto y = static_cast<std::uint32_t>((site.y_m - frame.origin.y_m) / frame.cell_m);
    for (const std::uint32_t dy : {0U, 1U}) {
      for (const std::uint32_t dx : {0U, 1U}) corners.push_back(frame.index(x + dx, y + dy));
    }
  }
  return corners;
}

}  // namespace

Isochrones find_isochrones(const IsochroneJob& job, const IsochroneOptions& options,
                           Progress& progress) {
  assert(!job.limits.empty() && job.limits.size() <= 31);
  Isochrones result{0, std::vector<MultiPolygon>(job.limits.size())};
  const std::vector<Xy> sites = open_sites(job);
  if (sites.empty()) return result;
  const ScaledGround ground(job.inputs.ground, box_of(job.inputs.network, sites));
  TravelInputs inputs{job.inputs.network, ground, job.inputs.barriers, {}, job.inputs.sites};
  inputs.state = job.inputs.state;
  const TravelField field(inputs, job.options, job.open);
  GridRequest request{field,      inputs.network, sites,
                      job.limits, options.cell_m, find_reach_m(job.options, job.limits.back())};
  if (!(request.cell_m > 0)) request.cell_m = choose_cell_m(request);
  result.cell_m = request.cell_m;
  const TimeGrid grid = make_time_grid(request, progress);
  const ContourRule rule{
      find_cell_walk_ms(job.options, result.cell_m),
      static_cast<std::uint64_t>(options.min_hole_m2 / (result.cell_m * result.cell_m)),
      corners_around(grid.frame, sites)};
  for (std::size_t i = 0; i < job.limits.size(); ++i) {
    result.areas[i] = contour(grid, job.limits[i].ms(), rule);
  }
  return result;
}

std::vector<ReachedRoad> find_reached_roads(const IsochroneJob& job) {
  const TravelField field(job.inputs, job.options, job.open);
  std::vector<ReachedRoad> roads;
  for (const LinkIdx link : indices(job.inputs.network.from)) {
    const auto approaches = field.approaches(link);
    std::vector<ReachedRoad> of_link;
    std::vector<LinkPart> before;
    for (std::size_t limit = 0; limit < job.limits.size(); ++limit) {
      const auto parts = find_reached_parts(approaches, job.limits[limit]);
      for (const LinkPart& part : subtract(parts, before)) {
        of_link.push_back({{link, part.low, part.high}, limit});
      }
      before = parts;
    }
    std::ranges::sort(of_link, {}, [](const ReachedRoad& road) { return road.piece.from_frac; });
    roads.insert(roads.end(), of_link.begin(), of_link.end());
  }
  return roads;
}

}  // namespace pahunch
