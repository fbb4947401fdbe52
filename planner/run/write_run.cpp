#include "planner/run/write_run.h"

#include <fmt/format.h>

#include "geo/io/style.h"
#include "planner/bundled_data.h"
#include "planner/qgis/project_story.h"
#include "planner/qgis/write_project.h"
#include "planner/report/page_data.h"
#include "planner/report/write_page.h"
#include "planner/run/manifest.h"
#include "planner/run/simulation_sheets.h"
#include "planner/tables/coverage_curve.h"
#include "planner/tables/isochrones_table.h"
#include "planner/tables/roads_table.h"

namespace pahunch {
namespace {

/// A GeoPackage stays small enough to be sent; of more roads a base map shows more.
constexpr std::size_t kMostRoads = 100'000;

std::string band_style(const RunSummary& summary) {
  const auto template_text = read_style(find_bundled_root() / kStyles, "settlements");
  return make_band_style(template_text, "band_" + summary.coverage.sets.back().name,
                         summary.coverage.bands.limits_min());
}

std::string share_style(const RunSummary& summary) {
  const auto template_text = read_style(find_bundled_root() / kStyles, "blocks");
  return make_share_style(template_text,
                          fmt::format("pct_{}_{}", limit_text(summary.study.scenario.max_minutes),
                                      summary.coverage.sets.back().name));
}

std::string limit_style(const RunSummary& summary) {
  return make_limit_style(read_style(find_bundled_root() / kStyles, "isochrones"),
                          within_column(summary.coverage.sets.back().name),
                          summary.coverage.bands.limits_min());
}

Sheets make_sheets(const RunSummary& summary) {
  const RunResult result{summary.study, summary.coverage, summary.checks};
  const auto styles = find_bundled_root() / kStyles;
  Sheets sheets;
  sheets.push_back({make_settlements_table(result), band_style(summary)});
  sheets.push_back({make_centres_table(result), read_style(styles, "centres")});
  const auto add_areas = [&](AreaLevel level, const std::string& qml) {
    if (!summary.study.dataset.areas(level).areas.empty()) {
      sheets.push_back({make_areas_table(result, level), qml});
    }
  };
  add_areas(AreaLevel::kBlock, share_style(summary));
  add_areas(AreaLevel::kSubdivision, read_style(styles, "subdivisions"));
  add_areas(AreaLevel::kDistrict, read_style(styles, "districts"));
  sheets.push_back({make_coverage_curve_table(summary.study, summary.coverage)});
  if (!summary.isochrones.empty()) {
    sheets.push_back(
        {make_isochrones_table(summary.study, summary.isochrones), limit_style(summary)});
  }
  const RoadLayer& roads = summary.study.dataset.roads;
  if (roads.roads.size() <= kMostRoads) {
    sheets.push_back(
        {make_roads_table(roads), read_style(styles, "roads"), SheetFiles::kGeoPackageOnly});
  }
  if (summary.simulation) add_simulation({summary.study, *summary.simulation}, sheets);
  return sheets;
}

}  // namespace

void write_run(const RunSummary& summary, const Sheets& more, RunFolder& folder, Session& session) {
  Sheets sheets = make_sheets(summary);
  sheets.insert(sheets.end(), more.begin(), more.end());
  write_sheets(sheets, summary.study.dataset.working_crs, folder, session);
  write_project(make_project_story(summary, sheets), folder);
  write_report_page(make_page_data(summary, sheets), kReportPage, folder);
  folder.write_text("summary.md", summary_markdown(summary));
  folder.write_text("summary.json", summary_json(summary));
  folder.write_text(kManifestName, write_manifest(summary, folder.files()));
}

}  // namespace pahunch
