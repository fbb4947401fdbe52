#include "planner/compare/write_comparison.h"

#include <nlohmann/json.hpp>

#include "geo/io/style.h"
#include "planner/bundled_data.h"
#include "planner/compare/boundaries.h"
#include "planner/compare/comparison_page.h"
#include "planner/compare/comparison_project.h"
#include "planner/json_text.h"
#include "planner/qgis/write_project.h"
#include "planner/report/write_page.h"
#include "planner/run/written_files_json.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

Sheets make_sheets_of(const Comparison& comparison) {
  const Projection projection(comparison.after.manifest.working_crs);
  const auto styles = find_bundled_root() / kStyles;
  const auto& limits = comparison.after.manifest.scenario.travel.bands_min;
  Sheets sheets;
  sheets.push_back(
      {make_changes_table(comparison.rows, projection), read_style(styles, "changes")});
  sheets.push_back({make_centre_changes_table(comparison.centres, projection),
                    read_style(styles, "centre_changes")});
  sheets.push_back({make_area_changes_table("district_changes", comparison.districts, limits)});
  sheets.push_back({make_area_changes_table("block_changes", comparison.blocks, limits)});
  if (const auto districts = read_run_areas(comparison.after, "districts", projection);
      !districts.empty()) {
    sheets.push_back({make_boundaries_table(districts), read_style(styles, "districts"),
                      SheetFiles::kGeoPackageOnly});
  }
  return sheets;
}

/// A run, by the checksum of its manifest, which holds those of all its files.
Json side_json_of(const RunSide& side) {
  return {{"scenario", side.manifest.scenario.name},
          {"set", side.set},
          {"version", side.manifest.version},
          {"manifest_sha256", side.manifest_sha256}};
}

std::string manifest_of(const Comparison& comparison, const std::vector<WrittenFile>& written) {
  return dump_json({{"format", 1},
                    {"program", "pahunch"},
                    {"version", PAHUNCH_VERSION},
                    {"compared", {side_json_of(comparison.before), side_json_of(comparison.after)}},
                    {"working_crs", comparison.after.manifest.working_crs},
                    {"notice", comparison_notice(comparison)},
                    {"attribution", comparison_attribution(comparison)},
                    {"files", written_files_json(written)}});
}

}  // namespace

void write_comparison(const Comparison& comparison, RunFolder& folder, Session& session) {
  const Sheets sheets = make_sheets_of(comparison);
  write_sheets(sheets, comparison.after.manifest.working_crs, folder, session);
  write_project(make_comparison_project(comparison, sheets), folder);
  write_report_page(make_comparison_page(comparison), kComparisonPage, folder);
  folder.write_text("compare.md", comparison_markdown(comparison));
  folder.write_text("compare.json", comparison_json(comparison));
  folder.write_text(kManifestName, manifest_of(comparison, folder.files()));
}

}  // namespace pahunch
