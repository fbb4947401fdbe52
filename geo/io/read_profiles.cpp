#include "geo/io/read_profiles.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "geo/io/sourced_value.h"
#include "geo/io/toml_table.h"

namespace pahunch {
namespace {

constexpr std::int64_t kFormat = 1;
constexpr std::int64_t kMostAttachments = 64;

std::vector<Season> read_seasons(const TomlTable& entry) {
  const std::string word = entry.find_string("season").value_or("all");
  if (word == "all") return {Season::kDry, Season::kMonsoon};
  const auto season = find_season(word);
  if (!season) {
    entry.fail("season", fmt::format("unknown season '{}'", word),
               "use \"dry\", \"monsoon\" or \"all\"");
  }
  return {*season};
}

void read_speeds(const TomlTable& table, Profile& profile) {
  for (const TomlTable& entry : table.find_tables("speeds")) {
    const std::string road_class = entry.read_string("class");
    const SourcedValue speed = read_sourced(entry, "km_h");
    expect_within(entry, "km_h", speed.low, kPositive,
                  "leave the entry out where the profile cannot use the class");
    for (const Season season : read_seasons(entry)) {
      if (profile.speed_km_h.try_emplace({road_class, season}, speed).second) continue;
      entry.fail("class", fmt::format("class '{}' has two speeds in the {} season", road_class,
                                      to_string(season)));
    }
  }
}

void read_surface_factors(const TomlTable& table, Profile& profile) {
  for (const TomlTable& entry : table.find_tables("surface_factors")) {
    const std::string surface = entry.read_string("surface");
    const SourcedValue factor = read_sourced(entry, "factor");
    expect_within(entry, "factor", factor.low, kPositive);
    for (const Season season : read_seasons(entry)) {
      if (profile.surface_factor.try_emplace({surface, season}, factor).second) continue;
      entry.fail("surface", fmt::format("surface '{}' has two factors in the {} season", surface,
                                        to_string(season)));
    }
  }
}

bool has_speed(const Profile& profile, const std::string& road_class) {
  return profile.speed_km_h.contains({road_class, Season::kDry}) ||
         profile.speed_km_h.contains({road_class, Season::kMonsoon});
}

void read_closed(const TomlTable& table, Profile& profile) {
  for (const TomlTable& entry : table.find_tables("closed")) {
    const std::string road_class = entry.read_string("class");
    if (!has_speed(profile, road_class) && !has_speed(profile, "*")) {
      entry.fail("class",
                 fmt::format("class '{}' is closed, but has no speed to begin with", road_class),
                 "leave the entry out, or give the class a speed");
    }
    for (const Season season : read_seasons(entry)) profile.closed.insert({road_class, season});
  }
}

void read_service_hours(const TomlTable& table, Profile& profile) {
  const auto hours = table.find_numbers("service_hours");
  if (!hours) return;
  if (hours->size() != 2 || !(0 <= hours->front()) || !(hours->front() < hours->back()) ||
      !(hours->back() <= 24)) {
    table.fail("service_hours", "'service_hours' must be two hours of one day, the earlier first",
               "for example [5, 21]");
  }
  profile.service_hours = {hours->front(), hours->back()};
}

void read_attachments(const TomlTable& table, Profile& profile) {
  const std::int64_t n = table.find_integer("attachments").value_or(profile.attachments);
  if (n < 1 || n > kMostAttachments) {
    table.fail("attachments",
               fmt::format("'attachments' must be from 1 to {}, not {}", kMostAttachments, n));
  }
  profile.attachments = static_cast<int>(n);
}

void read_direction(const TomlTable& table, Profile& profile) {
  const auto word = table.find_string("direction");
  if (!word) return;
  const auto direction = find_direction(*word);
  if (!direction) {
    table.fail("direction", fmt::format("unknown direction '{}'", *word),
               "use \"to-centre\", \"from-centre\" or \"round-trip\"");
  }
  profile.direction = *direction;
}

void read_vehicle(const TomlTable& table, Profile& profile) {
  const auto word = table.find_string("vehicle");
  if (!word) return;
  profile.vehicle = find_vehicle(*word);
  if (!profile.vehicle) {
    table.fail("vehicle", fmt::format("unknown vehicle '{}'", *word),
               "use \"foot\", \"car\", \"rescue\", \"shared-auto\" or \"bus\"");
  }
}

Profile read_profile(const TomlTable& table) {
  Profile profile;
  profile.name = table.read_string("name");
  profile.title = table.find_string("title").value_or(profile.name);
  read_direction(table, profile);
  read_vehicle(table, profile);
  read_attachments(table, profile);
  profile.direct_max_m = table.find_number("direct_max_m").value_or(0);
  expect_within(table, "direct_max_m", profile.direct_max_m, kNotNegative);
  profile.respect_barriers = table.find_boolean("respect_barriers").value_or(true);
  profile.respect_one_way = table.find_boolean("respect_one_way").value_or(true);
  profile.use_road_speed = table.find_boolean("use_road_speed").value_or(true);
  profile.fallback = table.find_string("fallback").value_or("");
  read_service_hours(table, profile);
  amend_value(table, "access_speed_km_h", kPositive, profile.access_speed_km_h);
  amend_value(table, "circuity", kAtLeastOne, profile.circuity);
  amend_value(table, "max_access_m", kNotNegative, profile.max_access_m);
  amend_value(table, "waiting_min", kNotNegative, profile.waiting_min);
  read_speeds(table, profile);
  read_surface_factors(table, profile);
  read_closed(table, profile);
  return profile;
}

void expect_sensible(const TomlTable& table, const Profile& profile) {
  if (profile.speed_km_h.empty() && !(profile.direct_max_m > 0)) {
    table.fail("name", fmt::format("profile '{}' can go nowhere", profile.name),
               "give at least one entry in 'speeds', or 'direct_max_m' above zero");
  }
  if (profile.fallback == profile.name) {
    table.fail("fallback", fmt::format("profile '{}' falls back on itself", profile.name));
  }
}

ProfileSet read_set(const TomlTable& root) {
  if (const auto format = root.read_integer("format"); format != kFormat) {
    root.fail("format", fmt::format("format {} is not known", format),
              fmt::format("this version reads format {}", kFormat));
  }
  ProfileSet profiles;
  const auto tables = root.find_tables("profile");
  for (const TomlTable& table : tables) {
    Profile profile = read_profile(table);
    expect_sensible(table, profile);
    if (!profiles.try_emplace(profile.name, profile).second) {
      table.fail("name", fmt::format("two profiles are called '{}'", profile.name));
    }
  }
  root.expect_no_more();
  if (profiles.empty()) root.fail("", "there is no profile", "add a [[profile]] table");
  return profiles;
}

std::vector<std::string> names_of(const ProfileSet& profiles) {
  std::vector<std::string> names;
  for (const auto& [name, profile] : profiles) names.push_back(name);
  return names;
}

std::string suggest(const ProfileSet& profiles, const std::string& name) {
  const auto names = names_of(profiles);
  const auto nearest = find_nearest_name(name, names);
  const std::string known = fmt::format("known profiles: {}", fmt::join(names, ", "));
  return nearest ? fmt::format("did you mean '{}'? {}", *nearest, known) : known;
}

/// What is fallen back on goes at any hour, and is the last resort: nobody asks for its own hours
/// and its own fallback.
void check_fallback(const Profile& profile, const ProfileSet& all, const std::string& origin) {
  const auto found = all.find(profile.fallback);
  const std::string what =
      fmt::format("profile '{}' falls back on '{}', which ", profile.name, profile.fallback);
  if (found == all.end()) {
    throw ConfigError({what + "is not known", origin, "", suggest(all, profile.fallback)});
  }
  if (!found->second.service_hours && found->second.fallback.empty()) return;
  throw ConfigError({.what = what + (found->second.service_hours ? "has hours of service"
                                                                 : "has a fallback itself"),
                     .where = origin,
                     .why = "a fallback is what is left at any hour",
                     .hint = "fall back on walking, or on a profile without these"});
}

}  // namespace

ProfileSet read_profiles(const std::filesystem::path& file) {
  return read_set(read_toml_file(file));
}

ProfileSet parse_profiles(std::string_view content, const std::string& name) {
  return read_set(parse_toml(content, name));
}

ProfileSet read_profiles(std::span<const std::filesystem::path> files) {
  ProfileSet all;
  std::map<std::string, std::string> origin;
  for (const auto& file : files) {
    for (auto& [name, profile] : read_profiles(file)) {
      origin[name] = file.string();
      all.insert_or_assign(name, std::move(profile));
    }
  }
  for (const auto& [name, profile] : all) {
    if (!profile.fallback.empty()) check_fallback(profile, all, origin[name]);
  }
  return all;
}

const Profile& get_profile(const ProfileSet& profiles, const std::string& name) {
  const auto found = profiles.find(name);
  if (found == profiles.end()) {
    throw ConfigError(
        {fmt::format("there is no profile '{}'", name), "", "", suggest(profiles, name)});
  }
  return found->second;
}

}  // namespace pahunch
