#include "planner/optimise/siting_markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "planner/markdown_text.h"
#include "planner/optimise/audit_words.h"
#include "planner/optimise/case_words.h"
#include "planner/optimise/flood_words.h"
#include "planner/optimise/room_words.h"
#include "planner/optimise/worth_words.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

std::string opening(const SitingResult& result) {
  const DatasetWords& words = result.study.dataset.words;
  std::string out =
      fmt::format("# {}: {} sites chosen\n\n", markdown_text(words.title), result.chosen().size());
  if (!words.notice.empty()) out += fmt::format("> {}\n\n", markdown_text(words.notice));
  out += fmt::format(
      "**Who is counted:** {}, {}. **How:** {}. A limit includes those exactly on it.\n\n",
      weighed_words(result), markdown_text(population_words(result.study)),
      markdown_text(basis_words(result.study)));
  for (const std::string& closure : describe_closures(result.study.closures)) {
    out += "**Closed by the scenario:** " + markdown_text(closure) + "\n\n";
  }
  return out;
}

/// The locked sites alone would break the rule that nobody's nearest is overfull.
bool has_no_locked_value(const SitingResult& result) {
  return result.objective.has_capacities() && result.objective.giving == Giving::kNearest &&
         result.answer.locked_objective == 0;
}

std::string gain_words(const SitingResult& result) {
  const SitingAnswer& answer = result.answer;
  if (!result.objective.is_maximum()) return "";
  if (has_no_locked_value(result)) {
    return fmt::format("The locked sites alone are no choice: one is overfull. Gap: {} {}.\n\n",
                       value_words(result, answer.gap), objective_unit(result));
  }
  return fmt::format(
      "The {} locked sites alone: {}. Gain: **{}**. Gap: {} {}, {:.4f}% of the gain.\n\n",
      result.made.problem.with_status(SiteStatus::kLocked).size(),
      value_words(result, answer.locked_objective),
      value_words(result, answer.objective - answer.locked_objective),
      value_words(result, answer.gap), objective_unit(result), 100 * answer.gap_share);
}

std::string unreached_words(const SitingResult& result) {
  if (result.made.unreached == 0) return "";
  return fmt::format("{} {} ({}) are in reach of no site at all, open or not{}.\n\n",
                     weight_words(result, result.made.unreached), demand_words(result),
                     share_text(result.made.unreached, result.counted_in_all()),
                     result.made.unreached_left_out ? ", and are left out of the objective"
                                                    : " within the limit: no choice can help them");
}

std::string answer_section(const SitingResult& result) {
  const ModelSize& size = result.answer.size;
  return fmt::format("## The answer\n\n{}: **{}**. {}\n\n{}{}",
                     markdown_text(objective_words(result)),
                     value_words(result, result.answer.objective), proof_words(result),
                     gain_words(result), unreached_words(result)) +
         fmt::format(
             "Chosen among {} candidates. Solved on {} rows of {} places; the answer was reckoned "
             "again from the travel times by other code.\n\n",
             size.n_columns, size.n_rows, size.n_points);
}

bool is_among(const std::vector<SiteIdx>& sites, SiteIdx at) {
  return std::ranges::find(sites, at) != sites.end();
}

std::string sites_section(const SitingResult& result) {
  const SitingAnswer& answer = result.answer;
  std::string out =
      "## The sites\n\n| site | name | kind | district | lost without it | reached from it alone "
      "|\n|---|---|---|---|---:|---:|\n";
  for (std::size_t i = 0; i < answer.sites.size(); ++i) {
    if (result.is_locked(answer.sites[i])) continue;
    const Centre& centre = result.centre(answer.sites[i]);
    const double marginal = answer.values[i].marginal;
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", markdown_text(centre.id),
                       markdown_text(centre.name), markdown_text(centre.kind),
                       markdown_text(area_name(result.study.dataset.districts, centre.district)),
                       std::isfinite(marginal) ? value_words(result, marginal) : "–",
                       weight_words(result, answer.values[i].sole_weight));
  }
  return out + fmt::format(
                   "\n“Lost without it” is {} when that site alone closes; “reached from it alone” "
                   "is the demand that no other open site reaches. All sites, the locked and the "
                   "candidates too: `sites.csv`, `sites.geojson`.\n\n",
                   result.objective.kind == ObjectiveKind::kSetCover
                       ? "how many " + demand_words(result) + " are no longer covered"
                       : "what the objective gets worse by");
}

std::string curve_section(const SitingResult& result) {
  std::string out =
      "## Diminishing returns\n\n| new "
      "sites | best | more than the row before | status |\n|---:|---:|---:|---|\n";
  constexpr std::size_t kStep = 5;
  const auto& answers = result.curve->answers;
  const SitingAnswer* before = nullptr;
  for (std::size_t n = 0; n < answers.size(); ++n) {
    const bool is_shown = n % kStep == 0 || result.rules.n_new == n;
    if (!answers[n].has_sites() || !is_shown) continue;
    const double more = before == nullptr ? 0 : answers[n].objective - before->objective;
    out += fmt::format("| {} | {} | {} | {} |\n", n, value_words(result, answers[n].objective),
                       before == nullptr ? "–" : value_words(result, std::abs(more)),
                       to_word(answers[n].status));
    before = &answers[n];
  }
  return out + "\nEvery number, with its sites: `curve.csv`.\n\n";
}

std::string alternatives_section(const SitingResult& result) {
  const AlternativeOptima& found = *result.alternatives;
  if (found.others.empty()) {
    return found.is_complete ? "No other choice is exactly as good.\n\n" : "";
  }
  std::string out = fmt::format("{} other choices are exactly as good{}:\n\n", found.others.size(),
                                found.is_complete ? "" : ", and there may be more");
  for (const auto& sites : found.others) {
    std::string in, gone;
    for (const SiteIdx at : sites) {
      if (!is_among(result.answer.sites, at)) in += " " + result.centre(at).id;
    }
    for (const SiteIdx at : result.answer.sites) {
      if (!is_among(sites, at)) gone += " " + result.centre(at).id;
    }
    out += fmt::format("- {} in the place of{}\n", markdown_text(in), markdown_text(gone));
  }
  return out + "\n";
}

/// Which sites stand firm, and what could stand in the place of which.
std::string ties_section(const SitingResult& result) {
  std::string out = "## How firm it is\n\n";
  if (result.prices) {
    const auto n_firm =
        std::ranges::count(result.prices->chosen, PlansWithin::kNone, &SitePrice::within);
    const auto n_out =
        std::ranges::count(result.prices->others, PlansWithin::kNone, &SitePrice::within);
    out += fmt::format(
        "Of the {} chosen sites **{} are in every plan within {}% {}**, which is proven; of the {} "
        "others {} are in none (`near_best` in `sites.csv`).\n\n",
        result.prices->chosen.size(), n_firm, 100 * kNearBest, share_base_words(result),
        result.prices->others.size(), n_out);
  }
  if (result.alternatives) out += alternatives_section(result);
  if (!result.ties) return out;
  constexpr std::size_t kMostShown = 10;
  const NearTies& found = *result.ties;
  out += fmt::format(
      "{} swaps of one site for another lose no more than {}% {}; the {} that lose least were "
      "solved again with the swap forced (`near_ties.csv`).\n\n",
      found.ties.size(), 100 * kNearBest, share_base_words(result), found.n_solved);
  if (found.ties.empty()) return out;
  out +=
      "| instead of | take | lost | lost by the best plan with the swap |\n|---|---|---:|---:|\n";
  for (std::size_t i = 0; i < std::min(kMostShown, found.ties.size()); ++i) {
    const NearTie& tie = found.ties[i];
    const Centre &gone = result.centre(tie.site_out), &taken = result.centre(tie.site_in);
    out += fmt::format(
        "| {} {} | {} {} | {} | {} |\n", markdown_text(gone.id), markdown_text(gone.name),
        markdown_text(taken.id), markdown_text(taken.name), value_words(result, tie.loss),
        tie.best && std::isfinite(tie.best->loss) ? value_words(result, tie.best->loss) : "–");
  }
  return out + "\n";
}

std::string order_section(const SitingResult& result) {
  const Phasing& phasing = *result.phasing;
  std::string out = fmt::format(
      "## An order of opening\n\nAfter each step what is open is within **{:.2f}%** {} of the best "
      "of that many sites{}. The price of opening in steps: {} at the end.{}\n\n"
      "| step | site | name | district | {} | short of the best |\n"
      "|---:|---|---|---|---:|---:|\n",
      100 * phasing.largest_gap_share, share_base_words(result), over_locked_words(result),
      value_words(result, phasing.price_of_ordering),
      phasing.way == PhasingWay::kWithin
          ? " These are the sites chosen."
          : " These are not all the sites chosen: growing step by step kept nearer to the best.",
      objective_unit(result));
  for (std::size_t i = 0; i < phasing.steps.size(); ++i) {
    const PhasingStep& step = phasing.steps[i];
    const Centre& centre = result.centre(step.site);
    const bool is_known = std::isfinite(step.objective);
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", i + 1, markdown_text(centre.id),
                       markdown_text(centre.name),
                       markdown_text(area_name(result.study.dataset.districts, centre.district)),
                       is_known ? value_words(result, step.objective) : "–",
                       is_known && !step.has_no_best ? value_words(result, step.gap) : "–");
  }
  return out + "\n";
}

}  // namespace

std::string siting_markdown(const SitingResult& result) {
  std::string out = opening(result) + answer_section(result) + sites_section(result);
  if (result.objective.has_capacities()) out += room_markdown(result);
  if (result.fairness) out += fair_markdown(result);
  if (result.front) out += front_markdown(result);
  if (result.floods) out += flood_markdown(result);
  if (result.cases) out += cases_markdown(result);
  if (result.ties) out += ties_section(result);
  if (result.phasing) out += order_section(result);
  if (result.curve) out += curve_section(result);
  if (result.worth) out += worth_markdown(result);
  if (result.audit) out += audit_markdown(result);
  return out +
         "## What next\n\n`pahunch run chosen.toml` simulates years with floods and full centres "
         "on these sites. `summary.md` is the coverage of all sets side by side.\n";
}

std::string siting_text(const SitingResult& result) {
  const DatasetWords& words = result.study.dataset.words;
  std::string out = fmt::format("{}\n{}: {}\n{}\n", words.title, objective_words(result),
                                value_words(result, result.answer.objective), proof_words(result));
  if (result.objective.is_maximum() && !has_no_locked_value(result)) {
    out += fmt::format("The locked sites alone: {}; gap {} {}, {:.4f}% of the gain\n",
                       value_words(result, result.answer.locked_objective),
                       value_words(result, result.answer.gap), objective_unit(result),
                       100 * result.answer.gap_share);
  }
  out += fmt::format("\n{:<14} {:<22} {:<28} {:<18} {:>16}\n", "site", "name", "kind", "district",
                     "lost without it");
  for (std::size_t i = 0; i < result.answer.sites.size(); ++i) {
    const SiteIdx at = result.answer.sites[i];
    if (result.is_locked(at)) continue;
    const Centre& centre = result.centre(at);
    const double marginal = result.answer.values[i].marginal;
    out += fmt::format("{:<14} {:<22} {:<28} {:<18} {:>16}\n", centre.id, centre.name, centre.kind,
                       area_name(result.study.dataset.districts, centre.district),
                       std::isfinite(marginal) ? value_words(result, marginal) : "–");
  }
  if (result.objective.has_capacities()) out += "\n" + room_text(result);
  if (result.fairness) out += "\n" + fair_text(result);
  if (result.front) out += "\n" + front_text(result);
  if (result.floods) out += "\n" + flood_text(result);
  if (result.cases) out += "\n" + cases_text(result);
  if (result.worth) out += "\n" + worth_text(result);
  if (result.audit) out += "\n" + audit_text(result);
  if (!words.notice.empty()) out += "\nNote: " + words.notice + "\n";
  return out;
}

}  // namespace pahunch
