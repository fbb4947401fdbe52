#include "planner/optimise/draw_words.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/summary/run_summary.h"

namespace pahunch {

std::string people_words(double count) {
  return count_text(static_cast<Persons>(std::llround(count)));
}

std::string interval_words(const Estimate& estimate) {
  return fmt::format("{} ({:.0f}% interval {} to {})", people_words(estimate.value),
                     100 * estimate.level, people_words(estimate.low), people_words(estimate.high));
}

nlohmann::ordered_json interval_json(const Estimate& estimate) {
  return {{"mean", json_number(estimate.value, 1)},
          {"low", json_number(estimate.low, 1)},
          {"high", json_number(estimate.high, 1)}};
}

}  // namespace pahunch
