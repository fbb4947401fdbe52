#include "geo/io/read_operations.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "geo/io/duration_law.h"
#include "geo/io/sourced_value.h"
#include "geo/io/toml_table.h"

namespace pahunch {
namespace {

constexpr std::int64_t kOperationsFormat = 1;
constexpr std::int64_t kMostPlaces = 1000;  ///< posts, beds, vehicles
constexpr int kMostSessions = 100;
constexpr Bounds kPlaces{0, static_cast<double>(kMostPlaces), true, "from 0 to 1000"};

/// Marks the values of a new model that no file has given yet.
constexpr std::string_view kNotGiven;

OperationsModel make_empty_model() {
  OperationsModel model;
  visit_values(model, [](const std::string&, SourcedValue& value) { value.source = kNotGiven; });
  return model;
}

// ---- hours

HourSpan check_hours(const TomlTable& table, std::string_view key, const HourSpan& hours) {
  if (0 <= hours.from_h && hours.from_h < 24 && hours.from_h < hours.to_h &&
      hours.to_h <= hours.from_h + 24) {
    return hours;
  }
  table.fail(key, fmt::format("from {} to {} is no stretch of a day", hours.from_h, hours.to_h),
             "the start first; an end after midnight is more than 24, such as 22 to 30");
}

void amend_opening(const TomlTable& table, std::optional<HourSpan>& opening) {
  const auto hours = table.find_numbers("opening_hours");
  if (!hours) return;
  if (hours->size() != 2) {
    table.fail("opening_hours", "'opening_hours' must be two hours", "for example [8, 20]");
  }
  opening = check_hours(table, "opening_hours", {hours->front(), hours->back()});
}

// ---- staff

void amend_shifts(const TomlTable& table, StaffRole& role) {
  const auto shifts = table.find_tables("shifts");
  if (shifts.empty()) return;
  role.shifts.clear();
  for (const TomlTable& shift : shifts) {
    const HourSpan hours{shift.read_number("from"), shift.read_number("to")};
    role.shifts.push_back(check_hours(shift, "from", hours));
  }
}

StaffRole& get_or_add_role(OperationsModel& model, const std::string& name) {
  for (StaffRole& role : model.staff) {
    if (role.name == name) return role;
  }
  const SourcedValue none{0, 0, 0, std::string(kNotGiven)};
  model.staff.push_back({.name = name,
                         .posts = none,
                         .p_vacant = none,
                         .leave_days = none,
                         .leave_spell_days = none});
  return model.staff.back();
}

void amend_staff(const TomlTable& root, OperationsModel& model) {
  std::vector<std::string> seen;
  for (const TomlTable& table : root.find_tables("staff")) {
    const std::string name = table.read_string("role");
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) {
      table.fail("role", fmt::format("role '{}' stands here twice", name));
    }
    seen.push_back(name);
    StaffRole& role = get_or_add_role(model, name);
    amend_value(table, "posts", kPlaces, role.posts);
    amend_value(table, "p_vacant", kProbability, role.p_vacant);
    amend_value(table, "leave_days", {0, 364, true, "from 0 to 364"}, role.leave_days);
    amend_value(table, "leave_spell_days", kPositive, role.leave_spell_days);
    amend_shifts(table, role);
    const std::int64_t rest = table.find_integer("rest_days").value_or(role.rest_days);
    if (rest < 0 || rest > 6) table.fail("rest_days", "'rest_days' must be from 0 to 6 a week");
    role.rest_days = static_cast<int>(rest);
  }
}

// ---- the other parts

void amend_rescue(const TomlTable& root, RescueModel& rescue) {
  const auto table = root.find_table("rescue");
  if (!table) return;
  amend_word(*table, "sharing", &find_vehicle_sharing, rescue.sharing);
  amend_value(*table, "vehicles", kPlaces, rescue.vehicles);
  amend_value(*table, "off_road_share", {0, 0.99, true, "from 0 to 0.99"}, rescue.off_road_share);
  amend_value(*table, "off_road_days", kPositive, rescue.off_road_days);
  amend_value(*table, "p_fetched_helpline", kProbability, rescue.p_fetched_helpline);
  amend_value(*table, "p_fetched_emergency", kProbability, rescue.p_fetched_emergency);
  amend_value(*table, "p_fetched_by_police", kProbability, rescue.p_fetched_by_police);
  amend_law(*table, "police_response", rescue.police_response);
  amend_law(*table, "scene", rescue.scene);
}

void amend_shelter(const TomlTable& root, ShelterModel& shelter) {
  const auto table = root.find_table("shelter");
  if (!table) return;
  amend_value(*table, "beds", kPlaces, shelter.beds);
  amend_value(*table, "p_sheltered", kProbability, shelter.p_sheltered);
  amend_law(*table, "stay", shelter.stay);
  amend_value(*table, "p_extended", kProbability, shelter.p_extended);
  amend_law(*table, "extension", shelter.extension);
  amend_value(*table, "centres_asked", kAtLeastOne, shelter.centres_asked);
  amend_value(*table, "meals_per_day", kNotNegative, shelter.meals_per_day);
  amend_value(*table, "clothing_sets", kNotNegative, shelter.clothing_sets);
}

void amend_step(const TomlTable& root, std::string_view key, CareStep& step) {
  const auto table = root.find_table(key);
  if (!table) return;
  amend_value(*table, "p_needed", kProbability, step.p_needed);
  if (const auto roles = table->find_strings("roles")) step.roles = *roles;
  amend_law(*table, "duration", step.duration);
  if (step.sessions.source == kNotGiven) step.sessions = {1, 1, 1, "one session"};
  if (step.gap_days.source == kNotGiven) step.gap_days = {0, 0, 0, "one session"};
  amend_value(*table, "sessions", kAtLeastOne, step.sessions);
  amend_value(*table, "gap_days", kNotNegative, step.gap_days);
  const std::int64_t most = table->find_integer("most_sessions").value_or(step.most_sessions);
  if (most < 1 || most > kMostSessions || static_cast<double>(most) < step.sessions.high) {
    table->fail("most_sessions",
                fmt::format("'most_sessions' must be at least the highest mean, {}, and at most {}",
                            step.sessions.high, kMostSessions));
  }
  step.most_sessions = static_cast<int>(most);
}

void amend_disposal(const TomlTable& root, DisposalModel& disposal) {
  const auto table = root.find_table("disposal");
  if (!table) return;
  amend_value(*table, "p_escalated", kProbability, disposal.p_escalated);
  amend_law(*table, "resolution", disposal.resolution);
  amend_law(*table, "escalation", disposal.escalation);
}

void amend_follow_up(const TomlTable& root, FollowUpModel& follow_up) {
  const auto table = root.find_table("follow_up");
  if (!table) return;
  amend_value(*table, "months", kPositive, follow_up.months);
  amend_value(*table, "contacts", {1, kMostSessions, true, "from 1 to 100"}, follow_up.contacts);
  if (const auto roles = table->find_strings("roles")) follow_up.roles = *roles;
  amend_law(*table, "duration", follow_up.duration);
}

// ---- single centres

std::optional<int> find_places(const TomlTable& table, std::string_view key) {
  const auto n = table.find_integer(key);
  if (!n) return std::nullopt;
  expect_within(table, key, static_cast<double>(*n), kPlaces);
  return static_cast<int>(*n);
}

void amend_centres(const TomlTable& root, OperationsModel& model) {
  for (const TomlTable& table : root.find_tables("centre")) {
    CentreOverride& centre = model.centres[table.read_string("id")];
    if (const auto beds = find_places(table, "beds")) centre.beds = beds;
    if (const auto vehicles = find_places(table, "vehicles")) centre.vehicles = vehicles;
    amend_opening(table, centre.opening);
    const auto posts = table.find_table("posts");
    if (!posts) continue;
    for (const std::string& role : posts->keys()) {
      const bool is_known = std::any_of(model.staff.begin(), model.staff.end(),
                                        [&](const StaffRole& one) { return one.name == role; });
      const auto n = find_places(*posts, role);
      if (!is_known) posts->fail(role, fmt::format("there is no role '{}'", role));
      centre.posts[role] = n.value_or(0);
    }
  }
}

// ---- the whole

void expect_complete(const TomlTable& root, OperationsModel& model) {
  visit_values(model, [&](const std::string& name, SourcedValue& value) {
    if (value.source != kNotGiven) return;
    root.fail("", fmt::format("'{}' is missing", name),
              "give it, or lay this file over the bundled one");
  });
}

void expect_somebody(const TomlTable& root, const OperationsModel& model,
                     const std::vector<std::string>& roles) {
  double n_posts = 0;
  std::vector<std::string> names;
  names.reserve(model.staff.size());
  for (const StaffRole& role : model.staff) names.push_back(role.name);
  for (const std::string& role : roles) {
    const auto found = std::find(names.begin(), names.end(), role);
    if (found == names.end()) {
      const auto nearest = find_nearest_name(role, names);
      root.fail("", fmt::format("a step names the role '{}', which is not in 'staff'", role),
                nearest ? fmt::format("did you mean '{}'?", *nearest) : "");
    }
    n_posts += model.staff[static_cast<std::size_t>(found - names.begin())].posts.value;
  }
  if (!roles.empty() && std::lround(n_posts) == 0) {
    root.fail("", fmt::format("there is nobody to do what is done by: {}", fmt::join(roles, ", ")),
              "give one of these roles a post");
  }
}

void expect_sensible_model(const TomlTable& root, const OperationsModel& model) {
  if (model.staff.empty()) root.fail("staff", "there is no staff", "add a [[staff]] table");
  for (const CareStep* step : {&model.intake, &model.medical_on_site, &model.medical_at_hospital,
                               &model.counselling, &model.legal, &model.skill_referral}) {
    expect_somebody(root, model, step->roles);
  }
  expect_somebody(root, model, model.follow_up.roles);
  if (model.medical_on_site.p_needed.high + model.medical_at_hospital.p_needed.high > 1) {
    root.fail("medical_at_hospital",
              "more than every case would need medical aid, on site or at the hospital",
              "make the two ranges of p_needed add up to at most 1");
  }
}

OperationsModel amend_model(const TomlTable& root, OperationsModel model) {
  if (const auto format = root.read_integer("format"); format != kOperationsFormat) {
    root.fail("format", fmt::format("format {} is not known", format),
              fmt::format("this version reads format {}", kOperationsFormat));
  }
  model.name = root.find_string("name").value_or(model.name);
  std::optional<HourSpan> opening = model.opening;
  amend_opening(root, opening);
  model.opening = *opening;
  amend_staff(root, model);
  amend_rescue(root, model.rescue);
  amend_shelter(root, model.shelter);
  amend_step(root, "intake", model.intake);
  amend_step(root, "medical_on_site", model.medical_on_site);
  amend_step(root, "medical_at_hospital", model.medical_at_hospital);
  amend_step(root, "counselling", model.counselling);
  amend_step(root, "legal", model.legal);
  amend_step(root, "skill_referral", model.skill_referral);
  amend_disposal(root, model.disposal);
  amend_follow_up(root, model.follow_up);
  amend_centres(root, model);
  root.expect_no_more();
  expect_complete(root, model);
  expect_sensible_model(root, model);
  return model;
}

}  // namespace

OperationsModel read_operations(std::span<const std::filesystem::path> files) {
  if (files.empty()) throw ConfigError({"no file says how a centre works"});
  OperationsModel model = make_empty_model();
  for (const auto& file : files) model = amend_model(read_toml_file(file), std::move(model));
  return model;
}

OperationsModel parse_operations(std::string_view content, const std::string& name) {
  return amend_model(parse_toml(content, name), make_empty_model());
}

OperationsModel parse_operations(std::string_view content, const std::string& name,
                                 OperationsModel base) {
  return amend_model(parse_toml(content, name), std::move(base));
}

}  // namespace pahunch
