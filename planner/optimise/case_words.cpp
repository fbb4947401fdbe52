#include "planner/optimise/case_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "planner/markdown_text.h"
#include "planner/optimise/draw_words.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

std::string binding_words(const CaseSiting& cases) {
  return fmt::format("{}", fmt::join(cases.binding, ", "));
}

bool has_draws(const CaseSiting& cases) {
  return std::ranges::any_of(cases.measures, &CaseMeasure::is_drawn);
}

std::string drawn_words(const CaseSiting& cases) {
  if (!has_draws(cases)) return "";
  return fmt::format(
      " Which roads and centres an observed month closed was not recorded: such a case is the mean "
      "over {} draws of that, here over as many fresh ones, with the 95% interval of chance.",
      cases.n_draws);
}

std::string figure_words(const CaseMeasure& measure, const Estimate& women) {
  return measure.is_drawn ? interval_words(women) : people_words(women.value);
}

Json figure_json(const CaseMeasure& measure, const Estimate& women) {
  return measure.is_drawn ? interval_json(women) : Json(women.value);
}

}  // namespace

std::string cases_markdown(const SitingResult& result) {
  const CaseSiting& cases = *result.cases;
  std::string out = fmt::format(
      "## In the worst case\n\nThe sites were chosen so that the worst of {} named cases is least "
      "bad. The worst is **{}**.{}\n\n",
      cases.n_cases, markdown_text(binding_words(cases)), drawn_words(cases));
  if (cases.measures.empty()) {
    return out + "It was interrupted before the cases were measured.\n\n";
  }
  out +=
      "| case | locked sites alone | chosen for dry roads | chosen for the worst case |\n"
      "|---|---:|---:|---:|\n";
  for (const CaseMeasure& measure : cases.measures) {
    out += fmt::format("| {} | {} | {} | {} |\n", markdown_text(measure.name),
                       figure_words(measure, measure.locked), figure_words(measure, measure.dry),
                       figure_words(measure, measure.chosen));
  }
  return out + fmt::format("\n{} within the limit.\n\n", counted_words(result.counted));
}

std::string cases_text(const SitingResult& result) {
  const CaseSiting& cases = *result.cases;
  std::string out =
      fmt::format("The worst case is {}. Within the limit, in each case:\n", binding_words(cases));
  for (const CaseMeasure& measure : cases.measures) {
    out += fmt::format("  {:<22} {}; chosen for dry roads {}\n", measure.name,
                       figure_words(measure, measure.chosen), figure_words(measure, measure.dry));
  }
  return out;
}

Json cases_json(const SitingResult& result) {
  const CaseSiting& cases = *result.cases;
  Json json = {{"worst", cases.binding},
               {"draws", cases.n_draws},
               {"differences", cases.size.n_differences},
               {"cases", Json::array()}};
  for (const CaseMeasure& measure : cases.measures) {
    json["cases"].push_back({{"name", measure.name},
                             {"locked", figure_json(measure, measure.locked)},
                             {"dry", figure_json(measure, measure.dry)},
                             {"chosen", figure_json(measure, measure.chosen)}});
  }
  return json;
}

}  // namespace pahunch
