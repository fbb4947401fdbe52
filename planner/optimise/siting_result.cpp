#include "planner/optimise/siting_result.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

constexpr double kMsPerMin = 60'000;

std::string limit_words(const SitingResult& result) {
  return limit_text(result.objective.limit / kMsPerMin) + " minutes";
}

std::string steps_words(const SitingResult& result) {
  std::string words;
  for (const CoverStep& step : result.objective.steps) {
    words += fmt::format("{}{} up to {} minutes", words.empty() ? "" : ", ", step.share,
                         limit_text(step.limit / kMsPerMin));
  }
  return words;
}

std::string roads_words(const SitingResult& result) {
  if (result.cases) {
    return fmt::format(", in the worst of {} named cases", result.cases->n_cases);
  }
  if (!result.floods) return "";
  if (!result.floods->tail) return ", on the mean over moments of years with floods";
  return fmt::format(", on the mean over the worst {:.4g}% of moments of years with floods ({})",
                     100 * (1 - result.floods->tail->cover.level_held), kTailLabel);
}

/// Who is given to whom.
std::string room_words_of(const SitingResult& result) {
  const std::string& service = result.study.dataset.words.service;
  return result.objective.giving == Giving::kNearest
             ? fmt::format("the nearest {}, none of which is given more than it can take", service)
             : fmt::format("a {} that has room for them", service);
}

/// All by whom costs are multiplied: those who are counted, or the places where they are.
double all_weighed(const SitingResult& result) {
  const SitingProblem& problem = result.made.problem;
  if (result.objective.weighing == Weighing::kWeight) {
    return static_cast<double>(problem.total_weight());
  }
  return static_cast<double>(
      std::ranges::count_if(problem.weights, [](std::int64_t weight) { return weight > 0; }));
}

double of_all(const SitingResult& result, double value) {
  const double all = all_weighed(result);
  return all == 0 ? 0 : value / all;
}

double worst_weight_of(const SitingResult& result) {
  const std::int64_t total = result.made.problem.total_weight();
  return static_cast<double>(
      std::max(std::int64_t{1}, worst_weight(result.objective.worst, total)));
}

}  // namespace

std::vector<SiteIdx> SitingResult::chosen() const {
  std::vector<SiteIdx> sites;
  for (const SiteIdx at : answer.sites) {
    if (!is_locked(at)) sites.push_back(at);
  }
  return sites;
}

Persons SitingResult::counted_in_all() const {
  return made.problem.total_weight() + (made.unreached_left_out ? made.unreached : 0);
}

std::string counted_words(WomenCounted counted) {
  return counted == WomenCounted::kRural ? "rural women" : "women";
}

std::string demand_words(const SitingResult& result) {
  return result.case_demand ? "cases a year" : counted_words(result.counted);
}

std::string weighed_words(const SitingResult& result) {
  if (result.objective.weighing == Weighing::kWeight) return demand_words(result);
  return fmt::format("places with {} (each counted once)",
                     result.case_demand ? "cases" : counted_words(result.counted));
}

std::string weight_words(const SitingResult& result, std::int64_t weight) {
  return count_text(std::llround(result.made.problem.in_units(weight)));
}

std::string share_base_words(const SitingResult& result) {
  return result.objective.is_maximum() ? "of the gain" : "of the objective";
}

std::string over_locked_words(const SitingResult& result) {
  return result.objective.is_maximum() ? " over the locked sites" : "";
}

std::string objective_words(const SitingResult& result) {
  const std::string who = demand_words(result);
  const std::string service = result.study.dataset.words.service;
  switch (result.objective.kind) {
    case ObjectiveKind::kCover:
      return fmt::format("{} within {} of a {}{}", who, limit_words(result), service,
                         roads_words(result));
    case ObjectiveKind::kGradual:
      return fmt::format("{}, each counted by the time to the nearest {} ({})", who, service,
                         steps_words(result));
    case ObjectiveKind::kBackup:
      return fmt::format("{} within {} of two {}", who, limit_words(result),
                         result.study.dataset.words.service_plural);
    case ObjectiveKind::kMedian:
      return fmt::format("mean time of {} to the nearest {}", weighed_words(result), service);
    case ObjectiveKind::kCentre:
      return fmt::format("longest time of any {} to the nearest {}", who, service);
    case ObjectiveKind::kSetCover:
      return fmt::format("{} in all, so that {}% of {} are within {} of one",
                         result.study.dataset.words.service_plural, 100 * result.objective.target,
                         who, limit_words(result));
    case ObjectiveKind::kFacility:
      return fmt::format("cost of sites and minutes of {} together", weighed_words(result));
    case ObjectiveKind::kCapacitated:
      return fmt::format("mean time of {} to {}", weighed_words(result), room_words_of(result));
    case ObjectiveKind::kRoomCover:
      return fmt::format("{} within {} of {}", who, limit_words(result), room_words_of(result));
    case ObjectiveKind::kWorstShare:
      return fmt::format("mean time to the nearest {} of the {}% of {} who are worst off", service,
                         100 * result.objective.worst, who);
  }
  return "";
}

double in_objective_unit(const SitingResult& result, double value) {
  switch (result.objective.kind) {
    case ObjectiveKind::kMedian:
    case ObjectiveKind::kCapacitated:
      return of_all(result, value) / kMsPerMin;
    case ObjectiveKind::kWorstShare:
      return value / worst_weight_of(result) / kMsPerMin;
    case ObjectiveKind::kCentre:
    case ObjectiveKind::kFacility:
      return value / kMsPerMin;
    case ObjectiveKind::kRoomCover:
      return value / result.made.problem.unit;
    default:
      return value;
  }
}

std::string objective_unit(const SitingResult& result) {
  switch (result.objective.kind) {
    case ObjectiveKind::kMedian:
    case ObjectiveKind::kCapacitated:
    case ObjectiveKind::kCentre:
    case ObjectiveKind::kWorstShare:
      return "min";
    case ObjectiveKind::kSetCover:
      return "sites";
    case ObjectiveKind::kFacility:
      return "";
    default:
      return result.case_demand ? "cases" : "women";
  }
}

std::string marginal_unit(const SitingResult& result) {
  return result.objective.kind == ObjectiveKind::kSetCover ? "women" : objective_unit(result);
}

std::string value_words(const SitingResult& result, double value) {
  const double shown = in_objective_unit(result, value);
  const std::string unit = objective_unit(result);
  if (unit == "min") return fmt::format("{:.2f} minutes", shown);
  if (result.objective.kind == ObjectiveKind::kFacility) return fmt::format("{:.2f}", shown);
  if (result.objective.kind == ObjectiveKind::kGradual) return fmt::format("{:.1f}", shown);
  return count_text(static_cast<Persons>(std::llround(shown)));
}

std::string proof_words(const SitingResult& result) {
  const SitingAnswer& answer = result.answer;
  switch (answer.status) {
    case AnswerStatus::kProven:
      return "Proven: no other choice that keeps the rules is better.";
    case AnswerStatus::kWithinGap:
      return fmt::format("Within the gap that was asked for: no choice is better than {}.",
                         value_words(result, answer.bound));
    case AnswerStatus::kTimeLimit:
      return fmt::format(
          "The time was over: this is the best found, and no choice is better than {}.",
          value_words(result, answer.bound));
    case AnswerStatus::kTooLarge:
      return fmt::format(
          "Too large to be searched to the end: this is the best found, and no choice is better "
          "than {}, a gap of {:.2f}%.",
          value_words(result, answer.bound), 100 * answer.gap_share);
    case AnswerStatus::kSolverFailed:
      return fmt::format(
          "The solver gave up: this is the best found, and no choice is better than {}.",
          value_words(result, answer.bound));
    default:
      return fmt::format("Interrupted: this is the best found, and no choice is better than {}.",
                         value_words(result, answer.bound));
  }
}

}  // namespace pahunch
