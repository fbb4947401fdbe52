#include "planner/optimise/audit_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/markdown_text.h"
#include "planner/summary/run_summary.h"
#include "sim/statistics/quantile_interval.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

/// Figures of the lists, sorted.
template <class Get>
std::vector<double> sorted_figures(const RuleAudit& audit, const Get& get) {
  std::vector<double> figures;
  for (const AuditedSites& list : audit.lists) figures.push_back(get(list));
  std::ranges::sort(figures);
  return figures;
}

template <class Get>
ListSpread spread_of(const RuleAudit& audit, const Get& get) {
  const auto sorted = sorted_figures(audit, get);
  return {.low = sample_quantile(sorted, 0.05),
          .median = sample_quantile(sorted, 0.5),
          .high = sample_quantile(sorted, 0.95),
          .least = sorted.front(),
          .most = sorted.back()};
}

std::string women(double count) { return count_text(static_cast<Persons>(std::llround(count))); }

std::string spread_words(const ListSpread& spread) {
  return fmt::format("{} (90% of lists {} to {})", women(spread.median), women(spread.low),
                     women(spread.high));
}

std::string rule_words(const RuleAudit& audit) {
  const SitingRule& rule = audit.options.rule;
  return fmt::format(
      "Of {} planned centres {} have a known place and {} a known district; {} may be anywhere. {} "
      "lists that fit this were drawn without a look at coverage: known places stay; each district "
      "that gets a centre gets one of its {} for it ({} where none is left), at d km from the "
      "district's open centre in proportion to exp(-|d - {}| / {}); districts that are not known "
      "are drawn, "
      "each as likely, among those with one open centre.",
      audit.n_new, audit.n_place_known, audit.n_district_known,
      audit.n_new - audit.n_place_known - audit.n_district_known, audit.lists.size(), rule.kind,
      rule.other_kind, rule.distance_km, rule.spread_km);
}

/// What the audit leaves out of a command that narrows the choice.
std::string left_out_words(const SitingResult& result) {
  return fmt::format(
      "This leaves out what the command locks, forbids or limits: besides the new sites only those "
      "of the set '{}' are open, and every candidate may be chosen.",
      result.study.sets.front().name);
}

bool locks_more_than_the_set(const SitingResult& result) {
  const std::vector<CentreIdx>& open = result.study.sets.front().open;
  const auto locked = result.made.problem.with_status(SiteStatus::kLocked);
  return std::ranges::any_of(locked, [&](SiteIdx at) {
    return std::ranges::find(open, result.made.centre_of[at]) == open.end();
  });
}

std::string measure_row(const std::string& what, const SetMeasure& measure,
                        const Dataset& dataset) {
  const auto minutes = [](std::optional<double> value) {
    return value ? fmt::format("{:.1f}", *value) : std::string("–");
  };
  return fmt::format("| {} | {} | {} | {} | {} {:.1f}% |\n", what, count_text(measure.within),
                     minutes(measure.mean_min), minutes(measure.p90_min),
                     markdown_text(area_name(dataset.districts, measure.worst_district)),
                     100 * measure.worst_share);
}

/// Median, and 90% of the lists, of each figure.
std::string lists_row(const RuleAudit& audit) {
  const auto within = women_within(audit);
  const auto mean =
      spread_of(audit, [](const AuditedSites& list) { return list.measure.mean_min.value_or(0); });
  const auto p90 =
      spread_of(audit, [](const AuditedSites& list) { return list.measure.p90_min.value_or(0); });
  const auto worst =
      spread_of(audit, [](const AuditedSites& list) { return 100 * list.measure.worst_share; });
  return fmt::format(
      "| lists that fit, median (90%) | {} ({} to {}) | {:.1f} ({:.1f} to {:.1f}) | {:.1f} ({:.1f} "
      "to {:.1f}) | {:.1f}% ({:.1f} to {:.1f}) |\n",
      women(within.median), women(within.low), women(within.high), mean.median, mean.low, mean.high,
      p90.median, p90.low, p90.high, worst.median, worst.low, worst.high);
}

std::string status_words(const AuditedBest& best) {
  return best.status == AnswerStatus::kProven
             ? "proven"
             : fmt::format("the best found; at most {}", count_text(best.bound));
}

Json measure_json(const SetMeasure& measure, const Dataset& dataset) {
  return {{"women_within", measure.within},
          {"mean_min", json_number(measure.mean_min, 2)},
          {"p90_min", json_number(measure.p90_min, 2)},
          {"worst_district", area_name(dataset.districts, measure.worst_district)},
          {"worst_share", json_number(measure.worst_share, 4)}};
}

Json ids_json(const AuditedSites& set, const Dataset& dataset) {
  Json ids = Json::array();
  for (const CentreIdx at : set.sites) ids.push_back(dataset.centres.centres[at].id);
  return ids;
}

Json list_spread_json(const ListSpread& spread) {
  return {{"median", spread.median},
          {"p5", spread.low},
          {"p95", spread.high},
          {"least", spread.least},
          {"most", spread.most}};
}

Json best_json(const RuleAudit& audit, const AuditedBest& best, const Dataset& dataset) {
  Json json = measure_json(best.set.measure, dataset);
  json["status"] = to_word(best.status);
  json["bound"] = best.bound;
  json["sites"] = ids_json(best.set, dataset);
  json["lists_fall_short_by"] = list_spread_json(short_of(audit, best));
  return json;
}

}  // namespace

ListSpread women_within(const RuleAudit& audit) {
  return spread_of(
      audit, [](const AuditedSites& list) { return static_cast<double>(list.measure.within); });
}

ListSpread short_of(const RuleAudit& audit, const AuditedBest& best) {
  return spread_of(audit, [&](const AuditedSites& list) {
    return static_cast<double>(best.set.measure.within - list.measure.within);
  });
}

bool narrows_choice(const SitingResult& result) {
  const SitingRules& rules = result.rules;
  return rules.budget || !rules.groups.empty() || !rules.exclusive.empty() ||
         !result.made.problem.with_status(SiteStatus::kForbidden).empty() ||
         locks_more_than_the_set(result);
}

std::string audit_markdown(const SitingResult& result) {
  const RuleAudit& audit = *result.audit;
  const Dataset& dataset = result.study.dataset;
  std::string out =
      "## The official rule against the best sites\n\n" + markdown_text(rule_words(audit)) + "\n\n";
  out += fmt::format(
      "**The rule costs {} {} within {} minutes** against the best {} sites that it allows, and {} "
      "against the best of all candidates.\n\n",
      spread_words(short_of(audit, audit.best_by_rule)), counted_words(result.counted),
      limit_text(audit.options.limit.minutes()), audit.n_new,
      spread_words(short_of(audit, audit.best)));
  if (narrows_choice(result)) out += markdown_text(left_out_words(result)) + "\n\n";
  out += fmt::format(
      "| {} new sites | {} within {} min | mean min | p90 min | worst district |\n"
      "|---|---:|---:|---:|---|\n",
      audit.n_new, counted_words(result.counted), limit_text(audit.options.limit.minutes()));
  out += measure_row("none", audit.locked, dataset);
  out += lists_row(audit);
  out += measure_row("as listed in the dataset", audit.as_listed.measure, dataset);
  out += measure_row("best that the rule allows, " + status_words(audit.best_by_rule),
                     audit.best_by_rule.set.measure, dataset);
  out += measure_row("best of all candidates, " + status_words(audit.best), audit.best.set.measure,
                     dataset);
  return out +
         "\nEach list, with its sites: `rule_lists.csv`. Once every planned place in the "
         "dataset is known there is one list, and one figure.\n\n";
}

std::string audit_text(const SitingResult& result) {
  const RuleAudit& audit = *result.audit;
  std::string out = fmt::format(
      "The official rule, {} lists that fit what is announced: {} fewer within {} min than the "
      "best sites it allows, {} fewer than the best of all candidates\n",
      audit.lists.size(), spread_words(short_of(audit, audit.best_by_rule)),
      limit_text(audit.options.limit.minutes()), spread_words(short_of(audit, audit.best)));
  if (narrows_choice(result)) out += left_out_words(result) + "\n";
  return out;
}

Json audit_json(const SitingResult& result) {
  const RuleAudit& audit = *result.audit;
  const Dataset& dataset = result.study.dataset;
  const SitingRule& rule = audit.options.rule;
  return {{"lists", audit.lists.size()},
          {"rule",
           {{"kind", rule.kind},
            {"other_kind", rule.other_kind},
            {"distance_km", rule.distance_km},
            {"spread_km", rule.spread_km}}},
          {"new_sites", audit.n_new},
          {"limit_min", audit.options.limit.minutes()},
          {"of_objective", result.audit_is_of_objective},
          {"lists_within", list_spread_json(women_within(audit))},
          {"locked_alone", measure_json(audit.locked, dataset)},
          {"as_listed", measure_json(audit.as_listed.measure, dataset)},
          {"best_by_rule", best_json(audit, audit.best_by_rule, dataset)},
          {"best", best_json(audit, audit.best, dataset)}};
}

}  // namespace pahunch
