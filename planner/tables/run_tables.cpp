#include "planner/tables/run_tables.h"

#include <fmt/format.h>

namespace pahunch {

Column modelled_column(const Dataset& dataset) {
  const std::string layers = fmt::format("{}", fmt::join(dataset.modelled_layers, ", "));
  return {.name = "modelled",
          .type = ColumnType::kInteger,
          .unit = "",
          .meaning = layers.empty() ? "1: made from modelled inputs; here none are"
                                    : "1: made from modelled inputs (" + layers + ")",
          .in_geojson = true};
}

Cell modelled_cell(const Dataset& dataset) {
  return std::int64_t{dataset.modelled_layers.empty() ? 0 : 1};
}

std::string limit_text(double limit_min) { return fmt::format("{}", limit_min); }

std::string area_name(const AreaLayer& layer, AreaIdx area) {
  return area.valid() ? layer.areas[area].name : std::string();
}

std::string table_name(AreaLevel level) { return std::string(to_string(level)) + "s"; }

}  // namespace pahunch
