#include "geo/model/profile.h"

namespace pahunch {

std::string_view to_string(Season season) { return season == Season::kDry ? "dry" : "monsoon"; }

std::string_view to_string(Direction direction) {
  switch (direction) {
    case Direction::kToCentre:
      return "to-centre";
    case Direction::kFromCentre:
      return "from-centre";
    case Direction::kRoundTrip:
      return "round-trip";
  }
  return "";
}

std::optional<Season> find_season(std::string_view word) {
  for (const auto season : {Season::kDry, Season::kMonsoon}) {
    if (word == to_string(season)) return season;
  }
  return std::nullopt;
}

std::optional<Direction> find_direction(std::string_view word) {
  for (const auto direction :
       {Direction::kToCentre, Direction::kFromCentre, Direction::kRoundTrip}) {
    if (word == to_string(direction)) return direction;
  }
  return std::nullopt;
}

}  // namespace pahunch
