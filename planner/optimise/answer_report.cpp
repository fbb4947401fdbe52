#include "planner/optimise/answer_report.h"

#include <fmt/format.h>

#include <cmath>

#include "planner/json_text.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

/// Exactly, and without ".0" where it is whole.
Json number(double value) {
  constexpr double kMostWhole = 0x1p+53;
  if (!std::isfinite(value)) return nullptr;
  if (std::floor(value) == value && std::abs(value) < kMostWhole) {
    return static_cast<std::int64_t>(value);
  }
  return value;
}

std::string shown(double value) { return std::isfinite(value) ? number(value).dump() : "-"; }

const char* status_word(SiteStatus status) {
  return status == SiteStatus::kLocked ? "locked" : "chosen";
}

const char* meaning_of_giving(Giving giving) {
  switch (giving) {
    case Giving::kSplit:
      return "sum of demand times cost of the sites that its parts are given to";
    case Giving::kNearest:
      return "sum of demand times cost of the nearest open site, none of which is overfull";
    default:
      return "sum of demand times cost of the site it is given to";
  }
}

const char* meaning(const SitingObjective& objective) {
  switch (objective.kind) {
    case ObjectiveKind::kCover:
      return "demand within the limit of an open site";
    case ObjectiveKind::kGradual:
      return "demand times the share that its nearest open site earns";
    case ObjectiveKind::kBackup:
      return "demand within the limit of two open sites";
    case ObjectiveKind::kMedian:
      return "sum of demand times cost of the nearest open site";
    case ObjectiveKind::kCentre:
      return "largest cost of the nearest open site";
    case ObjectiveKind::kSetCover:
      return "number of open sites";
    case ObjectiveKind::kWorstShare:
      return "mean cost of the nearest open site over the worst-off share of the demand";
    case ObjectiveKind::kFacility:
      return "cost of open sites, and demand times cost of the nearest";
    case ObjectiveKind::kRoomCover:
      return objective.giving == Giving::kNearest
                 ? "demand within the limit of an open site, none of which is overfull"
                 : "demand within the limit of an open site that has room for it";
    default:
      return meaning_of_giving(objective.giving);
  }
}

/// In the units of the tables.
double in_table_units(const AnswerReport& report, double value) {
  if (report.objective.kind == ObjectiveKind::kWorstShare) {
    const auto weight = worst_weight(report.objective.worst, report.problem.total_weight());
    return weight == 0 ? 0 : value / static_cast<double>(weight) / report.cost_factor;
  }
  const bool counts_weight =
      report.objective.kind != ObjectiveKind::kCentre &&
      report.objective.kind != ObjectiveKind::kSetCover &&
      (report.objective.weighing == Weighing::kWeight || report.objective.is_maximum());
  const bool counts_cost =
      !report.objective.is_maximum() && report.objective.kind != ObjectiveKind::kSetCover;
  return value / (counts_weight ? report.factor : 1) / (counts_cost ? report.cost_factor : 1);
}

Json site_rows(const AnswerReport& report) {
  Json rows = Json::array();
  const SitingAnswer& answer = report.answer;
  const bool is_set_cover = report.objective.kind == ObjectiveKind::kSetCover;
  for (std::size_t at = 0; at < answer.sites.size(); ++at) {
    const Site& site = report.problem.sites[answer.sites[at]];
    const SiteValue& value = answer.values[at];
    const double marginal =
        is_set_cover ? value.marginal / report.factor : in_table_units(report, value.marginal);
    rows.push_back({{"id", site.id},
                    {"status", status_word(site.status)},
                    {"marginal", number(marginal)},
                    {"only_here", number(static_cast<double>(value.sole_weight) / report.factor)}});
  }
  return rows;
}

}  // namespace

Json AnswerReport::json() const {
  Json ids = Json::array(), given = Json::object();
  for (const SiteIdx at : answer.sites) ids.push_back(problem.sites[at].id);
  Json json = {{"kind", name},
               {"meaning", meaning(objective)},
               {"status", to_word(answer.status)},
               {"objective", number(in_table_units(*this, answer.objective))},
               {"bound", number(in_table_units(*this, answer.bound))},
               {"gap", number(in_table_units(*this, answer.gap))},
               {"gap_share", number(answer.gap_share)}};
  if (objective.is_maximum()) {
    json["locked_objective"] = number(in_table_units(*this, answer.locked_objective));
  }
  if (areas) {
    json["least_share_of_areas"] = areas->least_share();
    json["gini_of_areas"] = areas->gini();
  }
  json["sites"] = ids;
  json["values"] = site_rows(*this);
  json["greedy_guarantee"] = answer.greedy_guarantee ? Json(*answer.greedy_guarantee) : Json();
  json["model"] = {{"places", answer.size.n_points},
                   {"pairs", answer.size.n_pairs},
                   {"rows", answer.size.n_rows},
                   {"candidates", answer.size.n_columns},
                   {"undominated", answer.size.n_undominated}};
  for (const GivenShare& share : answer.shares) {
    Json& place = given[places.names()[share.demand.value()]];
    const std::string& site = problem.sites[share.site].id;
    if (objective.giving == Giving::kSplit) {
      place[site] = number(static_cast<double>(share.weight) / factor);
    } else {
      place = site;
    }
  }
  if (!given.empty()) json["assignment"] = given;
  return json;
}

std::string AnswerReport::text() const {
  const double value = in_table_units(*this, answer.objective);
  std::string text = fmt::format("{} ({}): {}\n", name, meaning(objective), shown(value));
  text += fmt::format("{}; bound {}, gap {} ({:.6f} of the {})\n", to_word(answer.status),
                      shown(in_table_units(*this, answer.bound)),
                      shown(in_table_units(*this, answer.gap)), answer.gap_share,
                      objective.is_maximum() ? "gain over the locked sites" : "objective");
  if (objective.is_maximum()) {
    const double locked = in_table_units(*this, answer.locked_objective);
    text += fmt::format("the locked sites alone: {}\n", shown(locked));
  }
  if (areas) {
    text += fmt::format("least share of any area {:.6f}, Gini coefficient {:.6f}\n",
                        areas->least_share(), areas->gini());
  }
  text += fmt::format("solved on {} rows of {} places, {} of {} candidates\n", answer.size.n_rows,
                      answer.size.n_points, answer.size.n_undominated, answer.size.n_columns);
  text += fmt::format("\n{:<20} {:>8} {:>18} {:>14}\n", "site", "status", "marginal", "only here");
  for (const Json& row : site_rows(*this)) {
    const std::string marginal = row["marginal"].is_null() ? "-" : row["marginal"].dump();
    text += fmt::format("{:<20} {:>8} {:>18} {:>14}\n", row["id"].get<std::string>(),
                        row["status"].get<std::string>(), marginal, row["only_here"].dump());
  }
  return text;
}

}  // namespace pahunch
