/// \file
/// Flood tables for tests: the bundled one, and small ones that are made up.
#pragma once

#include <cmath>

#include "geo/io/read_dataset.h"
#include "geo/io/read_hazard_prior.h"
#include "sim/flood/flood_fit.h"
#include "sim/random/normal.h"
#include "tests/support/shared_files.h"

namespace pahunch::test {

inline const Dataset& get_bundled_dataset() {
  static const Dataset dataset = [] {
    SilentProgress silent;
    return read_dataset(source_file("data/bihar"), {}, silent);
  }();
  return dataset;
}

inline const FloodTable& get_bundled_floods() {
  static const FloodTable table = make_flood_table(get_bundled_dataset());
  return table;
}

inline const HazardPrior& get_bundled_prior() {
  static const HazardPrior prior = read_hazard_prior(source_file("data/defaults/hazard.toml"));
  return prior;
}

inline const FloodFit& get_bundled_fit() {
  static const FloodFit fit = fit_floods(get_bundled_floods(), get_bundled_prior().flood);
  return fit;
}

/// Blocks "b0", "b1", … on a square grid, row by row, all observed.
inline std::vector<FloodBlock> make_grid_blocks(std::size_t side, double spacing_km) {
  std::vector<FloodBlock> blocks;
  for (std::size_t i = 0; i < side * side; ++i) {
    const double x = static_cast<double>(i % side), y = static_cast<double>(i / side);
    blocks.push_back({.id = "b" + std::to_string(i),
                      .at = {x * spacing_km * kMetresPerKm, y * spacing_km * kMetresPerKm},
                      .river_km = 1000,
                      .observed = true});
  }
  return blocks;
}

/// August of as many years from 2001 on as there are levels of the average block.
inline FloodTable make_august_table(std::vector<FloodBlock> blocks, std::size_t n_years) {
  FloodTable table{std::move(blocks), {}, {}};
  for (std::size_t y = 0; y < n_years; ++y) {
    table.months.push_back({2001 + static_cast<int>(y), 8});
    table.frac.emplace_back(table.blocks.size(), 0.0);
  }
  return table;
}

}  // namespace pahunch::test
