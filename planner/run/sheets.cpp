#include "planner/run/sheets.h"

#include <fmt/format.h>

#include <functional>

#include "geo/base/parallel.h"
#include "geo/io/describe_fields.h"
#include "geo/io/write_table.h"

namespace pahunch {
namespace {

bool has_map(const Sheet& sheet) { return !sheet.table.geometry.empty(); }

bool has_own_files(const Sheet& sheet) { return sheet.files == SheetFiles::kAll; }

std::vector<DescribedTable> list_tables(const Sheets& sheets) {
  std::vector<DescribedTable> tables;
  for (const Sheet& sheet : sheets) {
    const std::string& name = sheet.table.name;
    tables.push_back({&sheet.table, has_own_files(sheet) ? name + ".csv" : "pahunch.gpkg:" + name});
  }
  return tables;
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
                    for (const Sheet& sheet : sheets) {
                      if (has_map(sheet)) layers.push_back({sheet.table, sheet.qml});
                    }
                    return write_geopackage(layers, crs, file);
                  }});
  for (const Sheet& sheet : sheets) {
    if (!has_own_files(sheet)) continue;
    const std::string& name = sheet.table.name;
    if (has_map(sheet)) {
      jobs.push_back({name + ".geojson",
                      [&](const auto& file) { return write_geojson(sheet.table, crs, file); }});
    }
    jobs.push_back({name + ".csv", [&](const auto& file) { return write_csv(sheet.table, file); }});
  }
  jobs.push_back({"fields.csv", [&](const auto& file) {
                    return write_csv(describe_fields(list_tables(sheets)), file);
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

void write_sheets(const Sheets& sheets, const std::string& crs, RunFolder& folder,
                  Session& session) {
  write_files(make_jobs(sheets, crs), folder, session);
  for (const Sheet& sheet : sheets) {
    if (has_map(sheet) && has_own_files(sheet)) {
      folder.write_text(sheet.table.name + ".qml", sheet.qml);
    }
  }
}

}  // namespace pahunch
