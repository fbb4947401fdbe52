/// \file
/// What was observed of floods: the inundated fraction of each block in each month of a table, with
/// the places that the model needs. A month that the table does not have was not observed; it is
/// not dry.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/base/point.h"
#include "geo/model/dataset.h"

namespace pahunch {

inline constexpr std::size_t kMonths = 12;

/// A month of a year: {2021, 8} is August 2021.
struct YearMonth {
  int year = 0;
  int month = 0;  ///< 1 to 12
  friend auto operator<=>(const YearMonth&, const YearMonth&) = default;
};

/// "2021-08". Throws DataError where the text is none.
YearMonth parse_year_month(const std::string& text);
std::string to_string(YearMonth month);

/// A block as the flood model knows it.
struct FloodBlock {
  std::string id;
  Xy at;                  ///< a point inside
  double river_km = 0;    ///< to the nearest river of the barriers; a thousand where there is none
  bool observed = false;  ///< has a row in the table that is not an estimate
};

/// Of the dataset's blocks, in their order.
struct FloodTable {
  std::vector<FloodBlock> blocks;
  std::vector<YearMonth> months;          ///< ascending, each once
  std::vector<std::vector<double>> frac;  ///< [month][block]; where not observed an estimate, or 0

  [[nodiscard]] std::size_t n_blocks() const { return blocks.size(); }
  [[nodiscard]] std::vector<int> years() const;  ///< ascending, each once
};

/// Throws DataError where the dataset has no hazard layer, a month twice, a fraction outside 0-1 or
/// no block with an observed row.
FloodTable make_flood_table(const Dataset& dataset);

/// The table without the months of a year, or with nothing but them.
FloodTable drop_year(const FloodTable& table, int year);
FloodTable keep_year(const FloodTable& table, int year);

}  // namespace pahunch
