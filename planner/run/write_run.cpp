#include "planner/run/write_run.h"

#include <fmt/format.h>

#include "geo/io/describe_fields.h"
#include "geo/io/style.h"
#include "geo/io/write_table.h"
#include "planner/bundled_data.h"
#include "planner/run/manifest.h"
#include "planner/tables/isochrones_table.h"

namespace pahunch {
namespace {

/// A table with the style of its maps.
struct Sheet {
  Table table;
  std::string qml;
};

using Sheets = std::vector<Sheet>;

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
  if (!summary.isochrones.empty()) {
    sheets.push_back(
        {make_isochrones_table(summary.study, summary.isochrones), limit_style(summary)});
  }
  return sheets;
}

class SheetWriter {
 public:
  SheetWriter(const RunSummary& summary, RunFolder& folder, Session& session)
      : crs_(summary.study.dataset.working_crs), folder_(folder), session_(session) {}

  void write_sheet(const Sheet& sheet) {
    const std::string& name = sheet.table.name;
    note(name + ".csv", write_csv(sheet.table, folder_.path(name + ".csv")));
    note(name + ".geojson", write_geojson(sheet.table, crs_, folder_.path(name + ".geojson")));
    folder_.write_text(name + ".qml", sheet.qml);
    session_.progress.advance(1);
  }

  void write_package(const Sheets& sheets) {
    std::vector<StyledTable> layers;
    for (const Sheet& sheet : sheets) layers.push_back({sheet.table, sheet.qml});
    note("pahunch.gpkg", write_geopackage(layers, crs_, folder_.path("pahunch.gpkg")));
    session_.progress.advance(1);
  }

  void write_dictionary(const Sheets& sheets) {
    std::vector<const Table*> tables;
    for (const Sheet& sheet : sheets) tables.push_back(&sheet.table);
    note("fields.csv", write_csv(describe_fields(tables), folder_.path("fields.csv")));
  }

 private:
  void note(const std::string& name, const WriteReport& report) {
    folder_.add(name, report.n_rows);
    for (const std::string& warning : report.warnings) session_.console.warn(warning);
    if (report.n_repaired > 0) {
      session_.console.detail(fmt::format("{}: {} shapes repaired", name, report.n_repaired));
    }
    if (report.n_emptied > 0) {
      session_.console.warn(fmt::format(
          "{}: {} shapes are too small to be drawn and have no geometry", name, report.n_emptied));
    }
  }

  const std::string& crs_;
  RunFolder& folder_;
  Session& session_;
};

}  // namespace

void write_run(const RunSummary& summary, RunFolder& folder, Session& session) {
  const Sheets sheets = make_sheets(summary);
  session.progress.begin("writing files", sheets.size() + 1);
  SheetWriter writer(summary, folder, session);
  for (const Sheet& sheet : sheets) writer.write_sheet(sheet);
  writer.write_package(sheets);
  writer.write_dictionary(sheets);
  folder.write_text("summary.md", summary_markdown(summary));
  folder.write_text("summary.json", summary_json(summary));
  folder.write_text(kManifestName, write_manifest(summary, folder.files()));
}

}  // namespace pahunch
