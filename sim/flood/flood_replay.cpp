#include "sim/flood/flood_replay.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"
#include "sim/random/random_stream.h"

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

FloodYear make_replay_year(const FloodReplay& replay, double flooded_days_frac) {
  const std::size_t n_blocks = replay.frac.size();
  FloodYear year{n_blocks, std::vector<double>(kMonths * n_blocks, 0), flooded_days_frac};
  const auto begin = static_cast<std::size_t>(replay.month.month - 1) * n_blocks;
  std::copy(replay.frac.begin(), replay.frac.end(),
            year.frac.begin() + static_cast<std::ptrdiff_t>(begin));
  return year;
}

FloodYear resample_year(const FloodTable& table, std::uint64_t seed, std::uint64_t replicate) {
  const std::vector<int> years = table.years();
  RandomStream random({.seed = seed, .replicate = replicate, .purpose = Purpose::kFloodResample});
  const FloodTable drawn = keep_year(table, years[random.uniform_index(years.size())]);
  FloodYear year{table.n_blocks(), std::vector<double>(kMonths * table.n_blocks(), 0), 1};
  for (std::size_t t = 0; t < drawn.months.size(); ++t) {
    const auto begin = static_cast<std::size_t>(drawn.months[t].month - 1) * year.n_blocks;
    std::copy(drawn.frac[t].begin(), drawn.frac[t].end(),
              year.frac.begin() + static_cast<std::ptrdiff_t>(begin));
  }
  return year;
}

}  // namespace pahunch
