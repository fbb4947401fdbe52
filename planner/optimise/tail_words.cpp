#include "planner/optimise/tail_words.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/optimise/draw_words.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

Estimate as_estimate(const TailEstimate& tail) {
  return {.n = tail.n_draws,
          .value = tail.cvar,
          .low = tail.low,
          .high = tail.high,
          .level = tail.interval_level};
}

std::string share_words(const TailCover& cover) {
  return fmt::format("worst {:.4g}% of moments", 100 * (1 - cover.level_held));
}

Json loss_json(const TailEstimate& tail) { return interval_json(as_estimate(tail)); }

}  // namespace

std::string tail_markdown(const SitingResult& result) {
  const FloodSiting& floods = *result.floods;
  const FloodTail& tail = *floods.tail;
  const std::string who = counted_words(result.counted);
  std::string out = fmt::format(
      "**The {}** ({} of {}): the {}, of draws of a model that was fitted to four years, and not "
      "of "
      "what may happen. A loss is {} within the limit of no centre: larger is worse. On the fresh "
      "moments:\n\n| open | not covered, mean of the {} | 95% interval of chance "
      "|\n|---|---:|---:|\n",
      share_words(tail.cover), tail.cover.n_tail, tail.cover.n_draws, kTailLabel, who,
      share_words(tail.cover));
  for (const FloodMeasure& measure : floods.measures) {
    out += fmt::format("| {} | {} | {} to {} |\n", measure.what, people_words(measure.tail->cvar),
                       people_words(measure.tail->low), people_words(measure.tail->high));
  }
  return out +
         fmt::format(
             "\nThere those chosen for the tail cover **{}** {} more than those chosen for dry "
             "roads, "
             "and {} more than those chosen for the mean. On the moments that they were chosen on "
             "they leave {} uncovered, and no choice leaves fewer than {}; at the threshold of the "
             "tail {} (value at risk), on the mean of all moments {}.\n\n",
             interval_words(as_estimate(tail.over_dry)), who,
             interval_words(as_estimate(tail.over_mean)), people_words(tail.cover.cvar),
             people_words(tail.cover.bound), people_words(tail.cover.value_at_risk),
             people_words(tail.cover.mean_loss));
}

std::string tail_text(const SitingResult& result) {
  const FloodSiting& floods = *result.floods;
  std::string out =
      fmt::format("Not covered in the {} ({}):\n", share_words(floods.tail->cover), kTailLabel);
  for (const FloodMeasure& measure : floods.measures) {
    out += fmt::format("  {:<22} {}\n", measure.what, interval_words(as_estimate(*measure.tail)));
  }
  return out;
}

Json tail_json(const SitingResult& result) {
  const FloodSiting& floods = *result.floods;
  const FloodTail& tail = *floods.tail;
  Json json = {{"label", kTailLabel},
               {"loss", counted_words(result.counted) + " not covered"},
               {"level", tail.cover.level},
               {"level_held", json_number(tail.cover.level_held, 6)},
               {"tail_draws", tail.cover.n_tail},
               {"cvar", json_number(tail.cover.cvar, 1)},
               {"cvar_bound", json_number(tail.cover.bound, 1)},
               {"value_at_risk", json_number(tail.cover.value_at_risk, 1)},
               {"mean_loss", json_number(tail.cover.mean_loss, 1)}};
  for (const FloodMeasure& measure : floods.measures) {
    json["fresh"][measure.what] = loss_json(*measure.tail);
  }
  if (floods.measures.empty()) return json;
  json["more_than_dry"] = loss_json(tail.over_dry);
  json["more_than_mean"] = loss_json(tail.over_mean);
  return json;
}

}  // namespace pahunch
