#include "planner/compare/page_tables.h"

#include <algorithm>

#include "geo/io/style.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

/// The word for the band of a settlement in a run, as `is_within` has it.
class BandOf {
 public:
  BandOf(const RunRows& rows, const std::vector<double>& limits_min)
      : rows_(rows), limits_min_(limits_min), labels_(make_band_labels(limits_min)) {}

  /// No cell where the run lacks the settlement.
  Cell operator()(const ComparedRow& compared) const {
    const auto at = rows_.find(compared.id);
    if (at == rows_.end()) return {};
    if (!at->second.minutes) return std::string(kUnreachableBand);
    const auto limit = std::ranges::find_if(
        limits_min_, [&](double limit_min) { return is_within(at->second, limit_min); });
    return labels_[static_cast<std::size_t>(limit - limits_min_.begin())];
  }

 private:
  const RunRows& rows_;
  const std::vector<double>& limits_min_;
  std::vector<std::string> labels_;
};

TableSpec<ComparedRow> make_settlement_spec(const Comparison& comparison) {
  const auto& limits = comparison.after.manifest.scenario.travel.bands_min;
  TableSpec<ComparedRow> spec;
  using Row = const ComparedRow&;
  const auto add_text = [&spec](const char* name, const char* meaning, auto text) {
    spec.add(text_column(name, meaning), [text](Row r) { return Cell(std::string(text(r))); });
  };
  add_text("id", "of the settlement", [](Row r) { return r.id; });
  add_text("name", "of the settlement", [](Row r) { return r.row.name; });
  add_text("change", "", [](Row r) { return to_string(r.change); });
  add_text("reason", "", [](Row r) { return to_string(r.reason); });
  add_text("centre_before", "", [](Row r) { return r.centre_before; });
  add_text("centre_after", "", [](Row r) { return r.centre_after; });
  spec.add(integer_column("women", "women", ""), [](Row r) { return count_cell(r.row.women); });
  spec.add(integer_column("rural_women", "women", ""),
           [](Row r) { return count_cell(r.row.rural_women); });
  spec.add(real_column("min_before", "min", ""), [](Row r) { return real_cell(r.before_min); });
  spec.add(real_column("min_after", "min", ""), [](Row r) { return real_cell(r.after_min); });
  spec.add(text_column("band_before", ""), BandOf(comparison.before.rows, limits));
  spec.add(text_column("band_after", ""), BandOf(comparison.after.rows, limits));
  return spec;
}

/// A centre at one place.
struct PlacedCentre {
  const ComparedCentre& compared;
  std::string change;
  LonLat at;
  bool is_open_before = false, is_open_after = false;
};

std::vector<PlacedCentre> place_centres(const Comparison& comparison) {
  std::vector<PlacedCentre> placed;
  for (const ComparedCentre& centre : comparison.centres) {
    const std::string change(to_string(centre.fate));
    const bool has_moved = centre.fate == CentreFate::kMoved;
    if (has_moved) {
      placed.push_back({centre, "moved from", comparison.before.centres.at(centre.id).at, true});
    }
    placed.push_back({centre, change, centre.centre.at,
                      centre.fate != CentreFate::kOpened && !has_moved,
                      centre.fate != CentreFate::kClosed});
  }
  return placed;
}

}  // namespace

Table make_page_settlements(const Comparison& comparison, const Projection& projection) {
  Table table = make_settlement_spec(comparison).make("settlements", comparison.rows);
  table.geometry_type = GeometryType::kPoint;
  for (const ComparedRow& row : comparison.rows) {
    table.geometry.emplace_back(projection.to_xy(row.row.at));
  }
  return table;
}

Table make_page_centres(const Comparison& comparison, const Projection& projection) {
  TableSpec<PlacedCentre> spec;
  using Row = const PlacedCentre&;
  spec.add(text_column("id", ""), [](Row r) { return Cell(r.compared.id); });
  spec.add(text_column("name", ""), [](Row r) { return Cell(r.compared.centre.name); });
  spec.add(text_column("change", ""), [](Row r) { return Cell(r.change); });
  spec.add(real_column("moved_m", "m", ""), [](Row r) {
    return r.compared.fate == CentreFate::kMoved ? Cell(r.compared.moved_m) : Cell();
  });
  spec.add(integer_column("open_before", "", ""),
           [](Row r) { return flag_cell(r.is_open_before); });
  spec.add(integer_column("open_after", "", ""), [](Row r) { return flag_cell(r.is_open_after); });
  const auto placed = place_centres(comparison);
  Table table = spec.make("centres", placed);
  table.geometry_type = GeometryType::kPoint;
  for (const PlacedCentre& centre : placed)
    table.geometry.emplace_back(projection.to_xy(centre.at));
  return table;
}

}  // namespace pahunch
