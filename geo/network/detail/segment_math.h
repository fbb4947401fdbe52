/// \file
/// Plane geometry of straight pieces.
#pragma once

#include <algorithm>
#include <optional>

#include "geo/base/point.h"

namespace pahunch::detail {

struct Segment {
  Xy a, b;
};

/// The point of a segment nearest to some point.
struct Projected {
  double frac = 0;  ///< 0 at a, 1 at b; 0 for a segment without length
  Xy at;
  double distance_m = 0;
};

inline Projected project(Xy p, const Segment& s) {
  const double dx = s.b.x_m - s.a.x_m;
  const double dy = s.b.y_m - s.a.y_m;
  const double squared = dx * dx + dy * dy;
  const double dot = (p.x_m - s.a.x_m) * dx + (p.y_m - s.a.y_m) * dy;
  const double frac = squared > 0 ? std::clamp(dot / squared, 0.0, 1.0) : 0.0;
  const Xy at = frac == 1.0 ? s.b : interpolate(s.a, s.b, frac);
  return {frac, at, planar_distance_m(p, at)};
}

/// Positive when c lies to the left of a -> b, zero when on the line.
inline double orientation(Xy a, Xy b, Xy c) {
  return (b.x_m - a.x_m) * (c.y_m - a.y_m) - (b.y_m - a.y_m) * (c.x_m - a.x_m);
}

/// Does p, known to lie on the line through s, lie between its ends (inclusive)?
inline bool within_box(const Segment& s, Xy p) {
  Box box;
  box.extend(s.a);
  box.extend(s.b);
  return box.contains(p);
}

/// Do two segments have a point in common (touching counts)?
inline bool touches(const Segment& s, const Segment& t) {
  const double a = orientation(s.a, s.b, t.a);
  const double b = orientation(s.a, s.b, t.b);
  const double c = orientation(t.a, t.b, s.a);
  const double d = orientation(t.a, t.b, s.b);
  if (((a > 0 && b < 0) || (a < 0 && b > 0)) && ((c > 0 && d < 0) || (c < 0 && d > 0))) return true;
  return (a == 0 && within_box(s, t.a)) || (b == 0 && within_box(s, t.b)) ||
         (c == 0 && within_box(t, s.a)) || (d == 0 && within_box(t, s.b));
}

/// Fractions along s and t of the one point where their insides cross; none when they only touch.
struct Crossing {
  double frac_s = 0;
  double frac_t = 0;
};

inline std::optional<Crossing> find_crossing(const Segment& s, const Segment& t) {
  const double a = orientation(s.a, s.b, t.a);
  const double b = orientation(s.a, s.b, t.b);
  const double c = orientation(t.a, t.b, s.a);
  const double d = orientation(t.a, t.b, s.b);
  const bool crosses =
      ((a > 0 && b < 0) || (a < 0 && b > 0)) && ((c > 0 && d < 0) || (c < 0 && d > 0));
  if (!crosses) return std::nullopt;
  return Crossing{c / (c - d), a / (a - b)};
}

}  // namespace pahunch::detail
