#include "planner/optimise/room_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/markdown_text.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

/// Where capacities come from, in sentences.
std::string source_words(const SitingResult& result) {
  if (!result.staff) return "";
  const StaffRoom& staff = *result.staff;
  return fmt::format(
      "A standard centre can carry {:.0f} cases a year if its staff spend {:.4g}% of their hours "
      "on "
      "cases; its {} bind. Hours on duty and of work a case are those of the model of operations, "
      "most of them assumed; beds and vehicles are not looked at.",
      staff.standard_cases, 100 * staff.busy, staff.binds);
}

std::string cases_words(const SitingResult& result) {
  if (!result.case_demand) return "";
  return fmt::format(
      "Cases are {:.0f} a year, as registered, shared out by women and by who would report at "
      "today's travel times (modelled). Nearer centres bring forward more, up to {:.0f} with one "
      "next door to everybody.",
      result.case_demand->per_year, result.case_demand->need_per_year);
}

std::string whom_words(const SitingResult& result) {
  switch (result.objective.giving) {
    case Giving::kNearest:
      return "Everybody goes to her nearest open site; choices that overfill one were left out.";
    case Giving::kSplit:
      return "Who goes where is what is best for all together; a place may be given in parts.";
    default:
      return "Who goes where is what is best for all together; a place is given whole.";
  }
}

double sum_given_to_sites(const std::vector<SiteRoom>& rooms) {
  double sum = 0;
  for (const SiteRoom& room : rooms) sum += room.given;
  return sum;
}

std::string used_words(const SiteRoom& room) {
  const auto used = room.used_pct();
  return used ? fmt::format("{:.0f}%", *used) : "–";
}

std::string amount_words(std::optional<double> amount) {
  return amount ? count_text(std::llround(*amount)) : "–";
}

std::string totals_words(const SitingResult& result, const std::vector<SiteRoom>& rooms) {
  const auto n_full = std::ranges::count_if(
      rooms, [](const SiteRoom& room) { return room.used_pct().value_or(0) > 99.5; });
  return fmt::format("{} {} are given to {} sites, of which {} are full.",
                     count_text(std::llround(sum_given_to_sites(rooms))), demand_words(result),
                     rooms.size(), n_full);
}

/// Those of the sentences that there are, with these between them.
std::string joined(const std::vector<std::string>& sentences, const std::string& between) {
  std::string out;
  for (const std::string& sentence : sentences) {
    if (!sentence.empty()) out += (out.empty() ? "" : between) + sentence;
  }
  return out;
}

}  // namespace

std::optional<double> SiteRoom::used_pct() const {
  if (!capacity || *capacity == 0) return std::nullopt;
  return 100 * given / *capacity;
}

std::vector<SiteRoom> list_rooms(const SitingResult& result) {
  const SitingProblem& problem = result.made.problem;
  std::vector<std::int64_t> given(problem.sites.size(), 0);
  for (const GivenShare& share : result.answer.shares) given[share.site.value()] += share.weight;
  std::vector<SiteRoom> rooms;
  for (const SiteIdx at : result.answer.sites) {
    SiteRoom room = {.site = at, .given = problem.in_units(given[at.value()])};
    const std::int64_t capacity = problem.sites[at].capacity;
    if (capacity != Site::kNoCapacity) room.capacity = problem.in_units(capacity);
    rooms.push_back(room);
  }
  std::ranges::stable_sort(rooms, [](const SiteRoom& a, const SiteRoom& b) {
    return a.used_pct().value_or(0) > b.used_pct().value_or(0);
  });
  return rooms;
}

std::string room_markdown(const SitingResult& result) {
  constexpr std::size_t kMostShown = 15;
  const auto rooms = list_rooms(result);
  std::string out = "## Room\n\n" +
                    joined({totals_words(result, rooms), whom_words(result), source_words(result),
                            cases_words(result)},
                           " ") +
                    "\n\n| site | name | status | given | can take | taken up |\n"
                    "|---|---|---|---:|---:|---:|\n";
  for (std::size_t i = 0; i < std::min(kMostShown, rooms.size()); ++i) {
    const SiteRoom& room = rooms[i];
    const Centre& centre = result.centre(room.site);
    out +=
        fmt::format("| {} | {} | {} | {} | {} | {} |\n", markdown_text(centre.id),
                    markdown_text(centre.name), result.is_locked(room.site) ? "locked" : "chosen",
                    amount_words(room.given), amount_words(room.capacity), used_words(room));
  }
  return out +
         "\nThe fullest first; all of them: `given`, `capacity` and `used_pct` in "
         "`sites.csv`.\n\n";
}

std::string room_text(const SitingResult& result) {
  const auto rooms = list_rooms(result);
  std::string out = joined({totals_words(result, rooms), whom_words(result), source_words(result),
                            cases_words(result)},
                           "\n") +
                    "\n";
  if (rooms.empty()) return out;
  const SiteRoom& fullest = rooms.front();
  return out + fmt::format("The fullest: {} {}, {} of {}, {}\n", result.centre(fullest.site).id,
                           result.centre(fullest.site).name, amount_words(fullest.given),
                           amount_words(fullest.capacity), used_words(fullest));
}

nlohmann::ordered_json room_json(const SitingResult& result) {
  const auto rooms = list_rooms(result);
  nlohmann::ordered_json json = {
      {"counted", demand_words(result)},
      {"assign", result.objective.giving == Giving::kNearest ? "nearest" : "optimal"},
      {"given", json_number(sum_given_to_sites(rooms), 3)}};
  if (result.case_demand) {
    json["cases_per_year"] = json_number(result.case_demand->per_year, 3);
    json["need_per_year"] = json_number(result.case_demand->need_per_year, 3);
  }
  if (result.staff) {
    json["busy"] = result.staff->busy;
    json["standard_centre"] = {{"cases_per_year", json_number(result.staff->standard_cases, 3)},
                               {"binds", result.staff->binds}};
  }
  json["sites"] = nlohmann::ordered_json::array();
  for (const SiteRoom& room : rooms) {
    const auto used = room.used_pct();
    json["sites"].push_back(
        {{"id", result.centre(room.site).id},
         {"given", json_number(room.given, 3)},
         {"capacity", room.capacity ? json_number(*room.capacity, 3) : nlohmann::ordered_json()},
         {"used_pct", used ? json_number(*used, 2) : nlohmann::ordered_json()}});
  }
  return json;
}

}  // namespace pahunch
