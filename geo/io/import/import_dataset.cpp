#include "geo/io/import/import_dataset.h"

#include <fmt/format.h>

#include <memory>

#include "geo/io/import/detail/import_parts.h"
#include "geo/io/table.h"
#include "geo/io/write_table.h"

namespace pahunch {
namespace {

void write_report(const ImportReport& report, RunFolder& folder) {
  Table table{.name = "import",
              .columns = {{.name = "subject"},
                          {.name = "item"},
                          {.name = "value", .type = ColumnType::kReal, .decimals = 3},
                          {.name = "unit"}}};
  for (const auto& line : report.lines) {
    table.rows.push_back({line.subject, line.item, line.value, line.unit});
  }
  write_csv(table, folder.path("import.csv"));
  folder.add("import.csv", static_cast<std::int64_t>(table.rows.size()));
}

void warn_of_missing(ImportReport& report) {
  if (report.n_settlements == 0) {
    report.warnings.push_back(
        "no settlement was found: give --settlements or --population before the dataset is used");
  }
  if (report.n_centres == 0) {
    report.warnings.push_back("no centre was found: give --centres before the dataset is used");
  }
}

}  // namespace

bool is_osm_file(const std::filesystem::path& file) {
  const auto name = file.filename().string();
  for (const char* ending : {".osm", ".pbf", ".osm.gz", ".osm.bz2"}) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

ImportReport import_dataset(const ImportRequest& request, RunFolder& folder, Progress& progress) {
  ImportReport report;
  const detail::ImportContext context{request, folder, progress};
  const auto areas = detail::read_import_areas(request);
  detail::ImportPoints points;
  const auto bounds = is_osm_file(request.roads.file)
                          ? detail::import_osm_roads(context, areas, points, report)
                          : detail::import_line_roads(context, areas, report);
  detail::write_district(context, areas, bounds, report);
  detail::write_settlements(context, areas, points, report);
  detail::write_centres(context, areas, points, report);
  warn_of_missing(report);
  write_report(report, folder);
  detail::write_dataset_file(context, report);
  return report;
}

}  // namespace pahunch
