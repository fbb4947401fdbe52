#include "planner/optimise/flood_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/optimise/draw_words.h"
#include "planner/optimise/tail_words.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

std::string gap_words(const SitingResult& result) {
  const auto& gap = result.floods->gap;
  if (!gap) return "";
  const double gain = std::max(1.0, result.answer.objective - result.answer.locked_objective);
  std::string out =
      fmt::format("- of the solver, on those draws: {} women\n", people_words(gap->solver_gap));
  if (gap->sampling.upper) {
    out += fmt::format(
        "- of the sample: {} women on the mean of {} independent batches; with 95% confidence at "
        "most {} ({:.2f}% of the gain){}\n",
        people_words(gap->sampling.mean), gap->sampling.n_batches,
        people_words(*gap->sampling.upper), 100 * *gap->sampling.upper / gain,
        gap->sampling.n_unproven == 0
            ? ""
            : fmt::format("; {} batches stopped early, and their bounds were taken",
                          gap->sampling.n_unproven));
  } else {
    out += fmt::format("- of the sample: not known, as only {} batches were solved\n",
                       gap->sampling.n_batches);
  }
  return out +
         "- of the model: not known. Four years of floods were seen, and how roads fail under "
         "water is assumed.\n";
}

}  // namespace

std::string flood_markdown(const SitingResult& result) {
  const FloodSiting& floods = *result.floods;
  if (floods.measures.empty()) {
    return "## With floods\n\nThe sites were chosen for floods. It was interrupted before they "
           "were "
           "measured on fresh draws.\n\n";
  }
  const std::string who = counted_words(result.counted);
  std::string out = fmt::format(
      "## With floods\n\nThe sites were chosen for the {} {} moments of simulated years: each "
      "with parameters of floods and roads of its own, each moment of the year as likely, dry ones "
      "too. A centre that is cut off, open already or new, covers nobody. On as many fresh "
      "moments:\n\n"
      "| open | {} within the limit, mean | 95% interval of chance |\n|---|---:|---:|\n",
      floods.tail ? "tail of" : "mean over", floods.options.n_draws, who);
  for (const FloodMeasure& measure : floods.measures) {
    out += fmt::format("| {} | {} | {} to {} |\n", measure.what, people_words(measure.women.value),
                       people_words(measure.women.low), people_words(measure.women.high));
  }
  out += fmt::format(
      "\nOn the same moments those chosen for {} cover **{}** {} more than those chosen for dry "
      "roads.\n\n",
      floods.tail ? "the tail" : "floods", interval_words(floods.over_dry), who);
  if (floods.tail) out += tail_markdown(result);
  const std::string gaps = gap_words(result);
  return gaps.empty() ? out : out + "How far the best may be:\n\n" + gaps + "\n";
}

std::string flood_text(const SitingResult& result) {
  const FloodSiting& floods = *result.floods;
  std::string out =
      fmt::format("With floods, on {} fresh moments of simulated years:\n", floods.options.n_draws);
  for (const FloodMeasure& measure : floods.measures) {
    out += fmt::format("  {:<22} {}\n", measure.what, interval_words(measure.women));
  }
  if (floods.tail) out += tail_text(result);
  return out + gap_words(result);
}

Json flood_json(const SitingResult& result) {
  const FloodSiting& floods = *result.floods;
  Json json = {{"draws", floods.options.n_draws},
               {"differences", floods.size.n_differences},
               {"distinct_sets", floods.size.n_sets}};
  if (!floods.measures.empty()) json["more_than_dry"] = interval_json(floods.over_dry);
  for (const FloodMeasure& measure : floods.measures) {
    json["fresh"][measure.what] = interval_json(measure.women);
  }
  if (floods.tail) json["tail"] = tail_json(result);
  if (!floods.gap) return json;
  const SamplingGap& sampling = floods.gap->sampling;
  json["solver_gap"] = json_number(floods.gap->solver_gap, 1);
  json["sampling_gap"] = {{"mean", json_number(sampling.mean, 1)},
                          {"upper_95", json_number(sampling.upper, 1)},
                          {"batches", sampling.n_batches},
                          {"unproven_batches", sampling.n_unproven}};
  json["model_gap"] = nullptr;
  return json;
}

}  // namespace pahunch
