#include "sim/flood/flood_replay.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"

namespace pahunch {

FloodReplay replay_month(const FloodTable& table, YearMonth month) {
  const auto found = std::find(table.months.begin(), table.months.end(), month);
  if (found == table.months.end()) {
    std::string known;
    for (const YearMonth& at : table.months) known += (known.empty() ? "" : ", ") + to_string(at);
    throw ConfigError({.what = fmt::format("{} was not observed", to_string(month)),
                       .where = "hazard",
                       .why = "only a month of the hazard table can be replayed",
                       .hint = "months there are: " + known});
  }
  FloodReplay replay{.month = month,
                     .frac = table.frac[static_cast<std::size_t>(found - table.months.begin())]};
  for (const FloodBlock& block : table.blocks) replay.n_unobserved += block.observed ? 0U : 1U;
  replay.note = fmt::format(
      "Inundation as observed in {}; which roads, bridges and centres it closed was not recorded "
      "and "
      "is drawn.",
      to_string(month));
  if (replay.n_unobserved > 0) {
    replay.note += fmt::format(" Blocks without an observation: {}.", replay.n_unobserved);
  }
  return replay;
}

}  // namespace pahunch
