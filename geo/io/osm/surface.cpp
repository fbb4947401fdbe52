#include "geo/io/osm/surface.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace pahunch::osm {
namespace {

/// In order from good to bad.
enum class Grade : std::uint8_t { kUnknown, kPaved, kGravel, kUnpaved };

constexpr std::array<std::string_view, 19> kPavedWords = {
    "asphalt", "paved",       "concrete", "concrete:plates", "concrete:lanes", "paving_stones",
    "sett",    "cobblestone", "bricks",   "brick",           "chipseal",       "tarmac",
    "metal",   "wood",        "tiles",    "cement",          "bitumen",        "metal_grid",
    "rubber"};
constexpr std::array<std::string_view, 8> kGravelWords = {
    "gravel", "fine_gravel", "compacted",          "pebblestone",
    "wbm",    "metalled",    "unhewn_cobblestone", "concrete_lanes"};
constexpr std::array<std::string_view, 15> kUnpavedWords = {
    "unpaved", "dirt", "earth", "ground", "mud",  "sand", "grass",      "clay",
    "soil",    "rock", "stone", "rocks",  "salt", "ice",  "grass_paver"};

Grade find_material(const Tags& tags, TagReport& report) {
  auto rest = tags["surface"];
  if (rest.empty()) return Grade::kUnknown;
  // "asphalt;gravel": the worst of them. "concrete:plates" and "paving_stones:30" keep their colon.
  Grade worst = Grade::kUnknown;
  while (!rest.empty()) {
    const auto word = take_until(rest, ';');
    if (is_one_of(word, kPavedWords) || word.starts_with("paving_stones:")) {
      worst = std::max(worst, Grade::kPaved);
    } else if (is_one_of(word, kGravelWords)) {
      worst = std::max(worst, Grade::kGravel);
    } else if (is_one_of(word, kUnpavedWords)) {
      worst = std::max(worst, Grade::kUnpaved);
    } else {
      report.note_unknown("surface", word);
    }
  }
  return worst;
}

Grade find_track_grade(const Tags& tags, TagReport& report) {
  const auto value = tags["tracktype"];
  if (value.empty()) return Grade::kUnknown;
  if (value == "grade1") return Grade::kPaved;
  if (value == "grade2") return Grade::kGravel;
  if (value == "grade3" || value == "grade4" || value == "grade5") return Grade::kUnpaved;
  report.note_unknown("tracktype", value);
  return Grade::kUnknown;
}

/// The best that a road of this smoothness can be.
Grade find_smoothness_grade(std::string_view value, TagReport& report) {
  if (value.empty() || value == "excellent" || value == "good" || value == "intermediate") {
    return Grade::kUnknown;
  }
  if (value == "bad") return Grade::kGravel;
  if (value == "very_bad" || value == "horrible" || value == "very_horrible" ||
      value == "impassable") {
    return Grade::kUnpaved;
  }
  report.note_unknown("smoothness", value);
  return Grade::kUnknown;
}

std::string_view get_word(Grade grade) {
  constexpr std::array<std::string_view, 4> kWords = {"", "paved", "gravel", "unpaved"};
  return kWords[static_cast<std::size_t>(grade)];
}

}  // namespace

SurfaceState find_surface(const Tags& tags, TagReport& report) {
  auto grade = find_material(tags, report);
  if (grade == Grade::kUnknown) grade = find_track_grade(tags, report);
  const auto smoothness = tags["smoothness"];
  grade = std::max(grade, find_smoothness_grade(smoothness, report));
  return {get_word(grade), smoothness != "impassable"};
}

}  // namespace pahunch::osm
