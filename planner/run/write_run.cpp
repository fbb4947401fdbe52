#include "planner/run/write_run.h"

#include <fmt/format.h>

#include <functional>

#include "geo/base/parallel.h"
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

/// A data file that is still to be written.
struct FileJob {
  std::string name;
  std::function<WriteReport(const std::filesystem::path&)> write;
};

/// The largest first, so that no thread is left with it at the end.
std::vector<FileJob> make_jobs(const Sheets& sheets, const std::string& crs) {
  std::vector<FileJob> jobs;
  jobs.push_back({"pahunch.gpkg", [&](const auto& file) {
                    std::vector<StyledTable> layers;
                    for (const Sheet& sheet : sheets) layers.push_back({sheet.table, sheet.qml});
                    return write_geopackage(layers, crs, file);
                  }});
  for (const Sheet& sheet : sheets) {
    const std::string& name = sheet.table.name;
    jobs.push_back({name + ".geojson",
                    [&](const auto& file) { return write_geojson(sheet.table, crs, file); }});
    jobs.push_back({name + ".csv", [&](const auto& file) { return write_csv(sheet.table, file); }});
  }
  jobs.push_back({"fields.csv", [&](const auto& file) {
                    std::vector<const Table*> tables;
                    for (const Sheet& sheet : sheets) tables.push_back(&sheet.table);
                    return write_csv(describe_fields(tables), file);
                  }});
  return jobs;
}

void note(const std::string& name, const WriteReport& report, Console& console) {
  for (const std::string& warning : report.warnings) console.warn(warning);
  if (report.n_repaired > 0) {
    console.detail(fmt::format("{}: {} shapes repaired", name, report.n_repaired));
  }
  if (report.n_emptied > 0) {
    console.warn(fmt::format("{}: {} shapes are too small to be drawn and have no geometry", name,
                             report.n_emptied));
  }
}

/// Side by side; noted in the order of the jobs.
void write_files(const std::vector<FileJob>& jobs, RunFolder& folder, Session& session) {
  session.progress.begin("writing files", jobs.size());
  std::vector<WriteReport> reports(jobs.size());
  for_each_in_parallel(jobs.size(), [&](std::size_t i) {
    reports[i] = jobs[i].write(folder.path(jobs[i].name));
    session.progress.advance(1);
  });
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    folder.add(jobs[i].name, reports[i].n_rows);
    note(jobs[i].name, reports[i], session.console);
  }
}

}  // namespace

void write_run(const RunSummary& summary, RunFolder& folder, Session& session) {
  const Sheets sheets = make_sheets(summary);
  write_files(make_jobs(sheets, summary.study.dataset.working_crs), folder, session);
  for (const Sheet& sheet : sheets) folder.write_text(sheet.table.name + ".qml", sheet.qml);
  folder.write_text("summary.md", summary_markdown(summary));
  folder.write_text("summary.json", summary_json(summary));
  folder.write_text(kManifestName, write_manifest(summary, folder.files()));
}

}  // namespace pahunch
