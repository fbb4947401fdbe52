#include "planner/compare/comparison_project.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/io/projection.h"

namespace pahunch {
namespace {

constexpr const char* kTheme = "What changed";

/// Of all settlements, also those that did not change.
Box find_extent(const std::vector<ComparedRow>& rows, const Projection& projection) {
  Box box;
  for (const ComparedRow& row : rows) box.extend(projection.to_xy(row.row.at));
  return box;
}

LayerGroup make_group(const std::string& title, const std::string& table, const Sheets& sheets) {
  LayerGroup group{title, {}};
  for (const Sheet& sheet : sheets) {
    if (sheet.table.name != table || sheet.table.rows.empty()) continue;
    group.layers.push_back({"table_" + table, title, table, sheet.qml});
  }
  return group;
}

/// The keys of the settings that differ, as many as the page has room for.
std::string keys_words(const std::vector<RunDifference>& settings) {
  constexpr std::size_t kMostKeys = 3;
  if (settings.empty()) return "no setting differs";
  std::string words = "differing: ";
  for (std::size_t i = 0; i < std::min(settings.size(), kMostKeys); ++i) {
    words += (i == 0 ? "" : ", ") + settings[i].what;
  }
  return settings.size() <= kMostKeys
             ? words
             : words + fmt::format(" and {} more", settings.size() - kMostKeys);
}

LayoutWords make_words(const Comparison& comparison) {
  std::string provenance = fmt::format("pahunch {}.", PAHUNCH_VERSION);
  for (const std::string& source : comparison_attribution(comparison))
    provenance += " " + source + ".";
  return {kTheme,
          fmt::format("From {} to {} ({}): minutes to the nearest centre",
                      side_words(comparison.before), side_words(comparison.after),
                      keys_words(comparison.settings)),
          comparison_notice(comparison), provenance};
}

}  // namespace

QgisProject make_comparison_project(const Comparison& comparison, const Sheets& sheets) {
  QgisProject project;
  project.crs = comparison.after.manifest.working_crs;
  project.extent = find_extent(comparison.rows, Projection(project.crs));
  project.groups = {make_group("Centres", "centre_changes", sheets),
                    make_group("Boundaries of districts", "districts", sheets),
                    make_group("Settlements that changed", "changes", sheets)};
  std::erase_if(project.groups, [](const LayerGroup& group) { return group.layers.empty(); });
  MapTheme theme{kTheme, {}};
  for (const LayerGroup& group : project.groups) theme.layer_ids.push_back(group.layers.front().id);
  project.themes = {theme};
  project.shown = kTheme;
  project.words = make_words(comparison);
  return project;
}

}  // namespace pahunch
