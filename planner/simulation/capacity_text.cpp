#include "planner/simulation/capacity_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "planner/simulation/spread_json.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<const char*, kThirds> kThirdWords = {"low", "middle", "high"};

/// "12.3%", "0.04%", "<0.01%", "0"
std::string percent_text(double share) {
  if (share <= 0) return "0";
  if (share < 0.0001) return "<0.01%";
  return fmt::format("{:.{}f}%", 100 * share, share < 0.01 ? 2 : 1);
}

std::string percent_spread_text(const Spread& spread) {
  return fmt::format("{} ({} to {})", percent_text(spread.mean), percent_text(spread.low),
                     percent_text(spread.high));
}

std::string group_text(const DrawGroup& group) {
  if (group.n == 0) return "no draw";
  return fmt::format("{}, {} {}", percent_text(group.turned_away), group.n,
                     group.n == 1 ? "draw" : "draws");
}

/// A row for each number of beds: by the formula, and of the draws in that third.
std::string set_rows(const CapacityCheck& check, const SetCapacity& set) {
  std::string out;
  for (std::size_t beds = 0; beds < kThirds; ++beds) {
    out += fmt::format("| {} | {:.0f} | {} |", set.name, check.beds[beds], kThirdWords[beds]);
    for (std::size_t share = 0; share < kThirds; ++share) {
      out += fmt::format(" {} | {} |", percent_text(set.formula[beds][share]),
                         group_text(set.draws[beds][share]));
    }
    out += "\n";
  }
  return out;
}

std::string capacity_verdict(const SetCapacity& set) {
  const bool negligible = set.most_turned_away < kNegligible;
  return fmt::format(
      "- {}: {} of the cases are turned away, at most {} in any draw{} {} are helped later than "
      "the longest wait, or never.\n",
      set.name, percent_spread_text(set.turned_away), percent_text(set.most_turned_away),
      negligible ? ": over the whole range of the draws **capacity is not the constraint**, as far "
                   "as beds go."
                 : ".",
      percent_spread_text(set.helped_late));
}

std::string header(const CapacityCheck& check) {
  std::string out = "| set | beds a centre | third of the range |";
  for (const double share : check.p_sheltered) {
    out += fmt::format(" {:.0f}% sheltered: formula | draws |", 100 * share);
  }
  return out + "\n|---|---:|---|---:|---:|---:|---:|---:|---:|\n";
}

}  // namespace

std::string capacity_text(const CapacityCheck& check) {
  std::string out =
      "## Turned away for want of a bed\n\nShare of all cases, against beds and the share of women "
      "who need one; neither is known. \"Formula\": Erlang's loss at the low end, middle and high "
      "end of both ranges, for a centre with the mean number of cases";
  for (std::size_t i = 0; i < check.sets.size(); ++i) {
    out += fmt::format("{} {:.0f} a year under {}", i == 0 ? ":" : ",",
                       check.sets[i].cases_per_centre, check.sets[i].name);
  }
  out += fmt::format(
      ", and a mean stay of {:.1f} days. It knows no busier centre, which refuses more, and no "
      "second centre with room, which refuses fewer. \"Draws\": the simulation, in thirds of both "
      "ranges, with the number of parameter draws that the figure is of; a few draws differ in all "
      "other inputs too.\n\n",
      check.stay_days);
  out += header(check);
  for (const SetCapacity& set : check.sets) out += set_rows(check, set);
  out += "\n";
  for (const SetCapacity& set : check.sets) out += capacity_verdict(set);
  return out + "\n";
}

nlohmann::ordered_json capacity_json(const CapacityCheck& check) {
  Json sets = Json::array();
  for (const SetCapacity& set : check.sets) {
    Json cells = Json::array();
    for (std::size_t beds = 0; beds < kThirds; ++beds) {
      for (std::size_t share = 0; share < kThirds; ++share) {
        const DrawGroup& group = set.draws[beds][share];
        cells.push_back(
            {{"beds", kThirdWords[beds]},
             {"sheltered", kThirdWords[share]},
             {"formula", json_number(set.formula[beds][share], 5)},
             {"draws", group.n},
             {"turned_away", group.n == 0 ? Json() : json_number(group.turned_away, 5)}});
      }
    }
    sets.push_back({{"name", set.name},
                    {"cases_per_centre", json_number(set.cases_per_centre, 1)},
                    {"turned_away", spread_json(set.turned_away, 5)},
                    {"most_turned_away", json_number(set.most_turned_away, 5)},
                    {"helped_late", spread_json(set.helped_late, 5)},
                    {"cells", std::move(cells)}});
  }
  Json beds = Json::array(), p_sheltered = Json::array();
  for (const double end : check.beds) beds.push_back(json_number(end, 1));
  for (const double end : check.p_sheltered) p_sheltered.push_back(json_number(end, 3));
  return {{"beds", std::move(beds)},
          {"p_sheltered", std::move(p_sheltered)},
          {"stay_days", json_number(check.stay_days, 2)},
          {"sets", std::move(sets)}};
}

}  // namespace pahunch
