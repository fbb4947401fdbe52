#include "geo/model/turn_arms.h"

namespace pahunch {

std::vector<Heading> find_turn_headings(const RoadVertex& at, TurnEnd end) {
  const bool has_before = at.vertex > 0;
  const bool has_behind = at.vertex + 1 < at.n_points;
  const bool arrives = end == TurnEnd::kFrom;
  std::vector<Heading> headings;
  if (at.one_way != OneWay::kBackward && (arrives ? has_before : has_behind)) {
    headings.push_back(Heading::kForward);
  }
  if (at.one_way != OneWay::kForward && (arrives ? has_behind : has_before)) {
    headings.push_back(Heading::kBackward);
  }
  return headings;
}

}  // namespace pahunch
