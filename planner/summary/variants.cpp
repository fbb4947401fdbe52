#include "planner/summary/variants.h"

#include <fmt/format.h>

#include <algorithm>

namespace pahunch {
namespace {

constexpr const char* kWalk = "walk";

bool is_unconfirmed(const Centre& centre) {
  constexpr const char* kWord = "unconfirmed";
  return centre.note.find(kWord) != std::string::npos ||
         centre.provenance.find(kWord) != std::string::npos;
}

Season other(Season season) { return season == Season::kDry ? Season::kMonsoon : Season::kDry; }

std::string season_words(Season season) {
  return season == Season::kDry ? "dry season" : "monsoon";
}

std::string title_of(const Study& study, const TravelChoice& choice) {
  const Profile& profile = study.profiles.at(choice.profile);
  const std::string name = profile.title.empty() ? profile.name : profile.title;
  return fmt::format("{}, {}", name, season_words(choice.season));
}

TravelReading read_as(const Study& study, const TravelChoice& choice) {
  return {fmt::format("{}-{}", choice.profile, to_string(choice.season)), title_of(study, choice),
          choice};
}

Variant compute_travel_variant(const Study& study, const TravelReading& reading,
                               Progress& progress) {
  const auto model = make_model(study, reading.choice, progress);
  return {reading.key, reading.title,
          compute_headline({study, *model, study.sets, study.scenario.travel.assignment})};
}

Variant compute_assignment_variant(const Study& study, const TravelModel& model) {
  const bool nearest = study.scenario.travel.assignment == Assignment::kNearest;
  const Assignment assignment = nearest ? Assignment::kOwnDistrict : Assignment::kNearest;
  return {std::string(to_string(assignment)),
          nearest ? "Only centres of her own district" : "The nearest centre, in any district",
          compute_headline({study, model, study.sets, assignment})};
}

}  // namespace

std::vector<TravelReading> list_other_travel(const Study& study) {
  const TravelChoice own = scenario_choice(study.scenario);
  std::vector<TravelReading> readings;
  const auto add = [&](const std::string& profile, Season season) {
    TravelChoice choice = own;
    choice.profile = profile;
    choice.season = season;
    readings.push_back(read_as(study, choice));
  };
  add(own.profile, other(own.season));
  if (own.profile != kWalk && study.profiles.contains(kWalk)) {
    add(kWalk, own.season);
    add(kWalk, other(own.season));
  }
  if (!study.dataset.barriers.barriers.empty()) {
    TravelChoice choice = own;
    choice.barriers = TravelChoice::Barriers::kIgnored;
    readings.push_back({"no-barriers", "Rivers and railways hold nobody up off the road", choice});
  }
  return readings;
}

std::vector<CentreSet> without_unconfirmed(const std::vector<CentreSet>& sets,
                                           const CentreLayer& centres) {
  std::vector<CentreSet> sure = sets;
  for (CentreSet& set : sure) {
    std::erase_if(set.open, [&](CentreIdx at) { return is_unconfirmed(centres.centres[at]); });
  }
  return sure;
}

std::vector<Variant> compute_variants(const Study& study, const TravelModel& model,
                                      Progress& progress) {
  std::vector<Variant> variants;
  for (const TravelReading& reading : list_other_travel(study)) {
    variants.push_back(compute_travel_variant(study, reading, progress));
  }
  if (!study.dataset.districts.areas.empty()) {
    variants.push_back(compute_assignment_variant(study, model));
  }
  const auto sure = without_unconfirmed(study.sets, study.dataset.centres);
  const bool fewer = !std::ranges::equal(sure, study.sets, {}, &CentreSet::open, &CentreSet::open);
  if (fewer) {
    variants.push_back({"without-unconfirmed", "Without the centres that are not confirmed",
                        compute_headline({study, model, sure, study.scenario.travel.assignment})});
  }
  return variants;
}

}  // namespace pahunch
