#include <fmt/format.h>

#include <cmath>

#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

std::string direction_words(const Study& study) {
  const Profile& profile = study.profiles.at(study.scenario.travel.profile);
  switch (study.scenario.travel.direction.value_or(profile.direction)) {
    case Direction::kToCentre:
      return "she travels to the centre";
    case Direction::kFromCentre:
      return "the vehicle comes to her";
    case Direction::kRoundTrip:
      return "out and back";
  }
  return "";
}

/// "Shared auto-rickshaw" within a sentence; "NH bus" stays as it is.
std::string within_sentence(std::string title) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (title.size() > 1 && is_upper(title[0]) && !is_upper(title[1])) {
    title[0] = static_cast<char>(title[0] - 'A' + 'a');
  }
  return title;
}

/// "leaving at 22:30, " where an hour is asked, and what is left then; "" at any hour.
std::string hour_words(const Study& study) {
  const auto& hour = study.scenario.travel.depart_hour;
  if (!hour) return "";
  const auto minutes = std::lround(*hour * 60);
  const std::string words = fmt::format("leaving at {:02}:{:02}", minutes / 60, minutes % 60);
  const Profile& profile = study.profiles.at(study.scenario.travel.profile);
  if (!is_out_of_service(profile, hour)) return words + ", ";
  return words + (profile.fallback.empty() ? ", out of service, "
                                           : ", out of service (by " + profile.fallback + "), ");
}

}  // namespace

std::string basis_words(const Study& study) {
  const Scenario& scenario = study.scenario;
  const Profile& profile = study.profiles.at(scenario.travel.profile);
  return fmt::format(
      "{}, {}, {}{}, {}", direction_words(study),
      within_sentence(profile.title.empty() ? profile.name : profile.title), hour_words(study),
      scenario.travel.season == Season::kDry ? "dry season" : "monsoon",
      scenario.travel.assignment == Assignment::kNearest ? "nearest centre"
                                                         : "nearest centre of her own district");
}

std::string population_words(const Study& study) {
  const std::string& note = study.dataset.words.population_note;
  if (study.scenario.population == PopulationBasis::k15Plus) {
    return "females of 15 years and more" + (note.empty() ? "" : " (of: " + note + ")");
  }
  return note.empty() ? "all females" : note;
}

AreaIdx find_district_of_block(const Dataset& dataset, AreaIdx block) {
  const AreaIdx parent = dataset.blocks.areas[block].parent;
  if (!parent.valid() || dataset.subdivisions.areas.empty()) return parent;
  return dataset.subdivisions.areas[parent].parent;
}

std::string district_of_block(const Dataset& dataset, AreaIdx block) {
  return area_name(dataset.districts, find_district_of_block(dataset, block));
}

std::string count_text(Persons persons) {
  std::string digits = fmt::format("{}", persons < 0 ? -persons : persons);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return (persons < 0 ? "-" : "") + digits;
}

std::string share_text(Persons part, Persons whole) {
  if (whole == 0) return "–";
  return fmt::format("{:.1f}%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

}  // namespace pahunch
