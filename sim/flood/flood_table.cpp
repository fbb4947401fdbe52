#include "sim/flood/flood_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "geo/base/error.h"
#include "geo/model/inner_point.h"

namespace pahunch {
namespace {

constexpr double kNoRiver_km = 1000;

double distance_to_segment_m(Xy p, Xy a, Xy b) {
  const double dx = b.x_m - a.x_m, dy = b.y_m - a.y_m;
  const double length2 = dx * dx + dy * dy;
  double along = 0;
  if (length2 > 0) along = ((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / length2;
  const Xy foot = interpolate(a, b, std::clamp(along, 0.0, 1.0));
  const double ox = p.x_m - foot.x_m, oy = p.y_m - foot.y_m;
  return std::sqrt(ox * ox + oy * oy);  // not hypot: the same bits everywhere
}

double find_river_km(Xy at, const BarrierLayer& barriers) {
  double nearest_m = kNoRiver_km * kMetresPerKm;
  for (const Barrier& barrier : barriers.barriers) {
    if (barrier.kind != BarrierKind::kRiver) continue;
    for (std::size_t i = 1; i < barrier.line.size(); ++i) {
      nearest_m =
          std::min(nearest_m, distance_to_segment_m(at, barrier.line[i - 1], barrier.line[i]));
    }
  }
  return nearest_m / kMetresPerKm;
}

std::vector<FloodBlock> describe_blocks(const Dataset& dataset) {
  const HazardLayer& hazard = *dataset.hazard;
  std::vector<FloodBlock> blocks;
  for (const AreaIdx at : indices(dataset.blocks.areas)) {
    const Area& area = dataset.blocks.areas[at];
    const auto inner = find_inner_point(area.shape);
    if (!inner) {
      throw DataError({.what = fmt::format("block '{}' has no surface", area.id),
                       .where = "block layer",
                       .why = "a flood needs a place"});
    }
    const bool guess = !hazard.estimated.empty() && hazard.estimated[at];
    blocks.push_back({.id = area.id,
                      .at = *inner,
                      .river_km = find_river_km(*inner, dataset.barriers),
                      .observed = !hazard.inundated_frac[at].empty() && !guess});
  }
  return blocks;
}

std::vector<double> take_month(const HazardLayer& hazard, std::size_t column,
                               const std::vector<FloodBlock>& blocks) {
  std::vector<double> frac(blocks.size(), 0);
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (hazard.inundated_frac[AreaIdx(b)].empty()) continue;
    frac[b] = hazard.inundated_frac[AreaIdx(b)][column];
    if (frac[b] >= 0 && frac[b] <= 1) continue;
    throw DataError(
        {.what = fmt::format("inundated fraction {} is not between 0 and 1", frac[b]),
         .where = fmt::format("hazard, block '{}', {}", blocks[b].id, hazard.months[column])});
  }
  return frac;
}

void expect_observed(const FloodTable& table) {
  const bool any = std::any_of(table.blocks.begin(), table.blocks.end(),
                               [](const FloodBlock& block) { return block.observed; });
  if (any && !table.months.empty()) return;
  throw DataError({.what = "the hazard table observed no block in any month",
                   .where = "hazard",
                   .why = "a flood model needs at least one observed row",
                   .hint = "leave the hazard layer out to run without floods"});
}

FloodTable select_months(const FloodTable& table, const std::function<bool(int)>& wanted) {
  FloodTable selected{table.blocks, {}, {}};
  for (std::size_t t = 0; t < table.months.size(); ++t) {
    if (!wanted(table.months[t].year)) continue;
    selected.months.push_back(table.months[t]);
    selected.frac.push_back(table.frac[t]);
  }
  return selected;
}

}  // namespace

YearMonth parse_year_month(const std::string& text) {
  constexpr std::size_t kLength = 7, kDash = 4;
  constexpr int kTen = 10;
  bool good = text.size() == kLength && text[kDash] == '-';
  int number = 0;
  for (std::size_t i = 0; good && i < kLength; ++i) {
    if (i == kDash) continue;
    good = text[i] >= '0' && text[i] <= '9';
    number = number * kTen + (text[i] - '0');
  }
  const YearMonth month{number / 100, number % 100};
  if (good && month.month >= 1 && month.month <= static_cast<int>(kMonths)) return month;
  throw DataError({.what = fmt::format("'{}' is not a month", text),
                   .where = "hazard",
                   .hint = "write it as year and month: 2021-08"});
}

std::string to_string(YearMonth month) {
  return fmt::format("{:04}-{:02}", month.year, month.month);
}

std::vector<int> FloodTable::years() const {
  std::vector<int> years;
  for (const YearMonth& month : months) {
    if (years.empty() || years.back() != month.year) years.push_back(month.year);
  }
  return years;
}

FloodTable make_flood_table(const Dataset& dataset) {
  if (!dataset.hazard) {
    throw DataError({.what = "the dataset has no hazard layer",
                     .where = dataset.words.name,
                     .why = "floods are learnt from a table by block and month",
                     .hint = "add [layers.hazard] to dataset.toml, or run without floods"});
  }
  const HazardLayer& hazard = *dataset.hazard;
  FloodTable table{describe_blocks(dataset), {}, {}};
  std::vector<std::pair<YearMonth, std::size_t>> columns;
  for (std::size_t i = 0; i < hazard.months.size(); ++i) {
    columns.emplace_back(parse_year_month(hazard.months[i]), i);
  }
  std::sort(columns.begin(), columns.end());
  for (const auto& [month, column] : columns) {
    if (!table.months.empty() && table.months.back() == month) {
      throw DataError(
          {.what = fmt::format("month {} is there twice", to_string(month)), .where = "hazard"});
    }
    table.months.push_back(month);
    table.frac.push_back(take_month(hazard, column, table.blocks));
  }
  expect_observed(table);
  return table;
}

FloodTable drop_year(const FloodTable& table, int year) {
  return select_months(table, [year](int y) { return y != year; });
}

FloodTable keep_year(const FloodTable& table, int year) {
  return select_months(table, [year](int y) { return y == year; });
}

}  // namespace pahunch
