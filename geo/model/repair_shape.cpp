#include "geo/model/repair_shape.h"

#include <algorithm>
#include <cmath>

#include "geo/model/detail/geos.h"

namespace pahunch {

namespace {

constexpr double kDoubtfulAreaFrac = 0.01;
constexpr std::size_t kFewestRingPoints = 4;  // a triangle, with the first point repeated

struct Cleaned {
  MultiPolygon shape;
  std::string reason;
};

bool is_finite(const Ring& ring) {
  return std::all_of(ring.begin(), ring.end(), [](Xy p) { return p.valid(); });
}

/// Closed and without repeated points; empty when fewer than three different points are left.
Ring clean_ring(const Ring& ring, std::string& reason) {
  Ring points = ring;
  if (points.size() > 1 && points.front() != points.back()) {
    points.push_back(points.front());
    reason = "a ring was not closed";
  }
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (points.size() < kFewestRingPoints) {
    reason = "a ring has fewer than three points";
    points.clear();
  }
  return points;
}

Cleaned clean_rings(const MultiPolygon& shape) {
  Cleaned cleaned;
  for (const auto& polygon : shape) {
    Polygon kept{clean_ring(polygon.outer, cleaned.reason), {}};
    if (kept.outer.empty()) continue;
    for (const auto& hole : polygon.holes) {
      auto ring = clean_ring(hole, cleaned.reason);
      if (!ring.empty()) kept.holes.push_back(std::move(ring));
    }
    cleaned.shape.push_back(std::move(kept));
  }
  return cleaned;
}

/// Half the sum of cross products, taken from the first point to keep the digits.
double get_signed_area_m2(const Ring& ring) {
  double twice_m2 = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
    const Xy a = ring[i], b = ring[i + 1], o = ring.front();
    twice_m2 += (a.x_m - o.x_m) * (b.y_m - o.y_m) - (b.x_m - o.x_m) * (a.y_m - o.y_m);
  }
  return twice_m2 / 2;
}

bool is_doubtful(const geos::Context& context, const Ring& ring) {
  const auto raw = geos::make_polygon(context, {ring, {}});
  if (context.check(GEOSisValid_r(context.get(), raw.get()))) return false;
  const auto fixed = geos::own(context, GEOSMakeValid_r(context.get(), raw.get()));
  const double by_rule_m2 = geos::get_area_m2(context, fixed.get());
  const double signed_m2 = std::fabs(get_signed_area_m2(ring));
  return std::fabs(by_rule_m2 - signed_m2) > kDoubtfulAreaFrac * std::max(by_rule_m2, signed_m2);
}

bool has_doubtful_ring(const geos::Context& context, const MultiPolygon& shape) {
  return std::any_of(shape.begin(), shape.end(), [&](const Polygon& polygon) {
    return is_doubtful(context, polygon.outer) ||
           std::any_of(polygon.holes.begin(), polygon.holes.end(),
                       [&](const Ring& hole) { return is_doubtful(context, hole); });
  });
}

std::string get_invalid_reason(const geos::Context& context, const geos::Geometry& geometry) {
  char* text = GEOSisValidReason_r(context.get(), geometry.get());
  std::string reason = text != nullptr ? text : "invalid";
  GEOSFree_r(context.get(), text);
  std::replace(reason.begin(), reason.end(), '[', ' ');
  reason.erase(std::remove(reason.begin(), reason.end(), ']'), reason.end());
  return reason;
}

RepairedShape beyond_repair(std::string reason) {
  return {ShapeState::kBeyondRepair, {}, std::move(reason)};
}

}  // namespace

RepairedShape repair_shape(const MultiPolygon& shape) {
  for (const auto& polygon : shape) {
    if (!is_finite(polygon.outer) ||
        !std::all_of(polygon.holes.begin(), polygon.holes.end(), is_finite)) {
      return beyond_repair("a coordinate is not a finite number");
    }
  }
  auto cleaned = clean_rings(shape);
  if (cleaned.shape.empty()) {
    return beyond_repair(cleaned.reason.empty() ? "the shape is empty" : cleaned.reason);
  }
  const geos::Context context;
  const auto raw = geos::make_multi_polygon(context, cleaned.shape);
  if (context.check(GEOSisValid_r(context.get(), raw.get()))) {
    const auto state = cleaned.reason.empty() ? ShapeState::kValid : ShapeState::kRepaired;
    return {state, std::move(cleaned.shape), std::move(cleaned.reason)};
  }
  auto reason = get_invalid_reason(context, raw);
  if (has_doubtful_ring(context, cleaned.shape)) return beyond_repair(std::move(reason));
  const auto fixed = geos::own(context, GEOSMakeValid_r(context.get(), raw.get()));
  auto repaired = geos::to_multi_polygon(context, fixed.get());
  if (repaired.empty()) return beyond_repair(std::move(reason));
  return {ShapeState::kRepaired, std::move(repaired), std::move(reason)};
}

}  // namespace pahunch
