#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include "geo/io/gdal_session.h"
#include "geo/io/ogr_table.h"
#include "geo/io/whole_file.h"
#include "geo/io/write_table.h"

namespace pahunch {
namespace {

void warn_of_size(WriteReport& report, const std::string& file, std::size_t n_bytes) {
  constexpr double kBytesPerMb = 1e6;
  constexpr double kMaxMb = 25;  // above it QGIS and browsers grow slow with GeoJSON
  const double mb = static_cast<double>(n_bytes) / kBytesPerMb;
  if (mb <= kMaxMb) return;
  report.warnings.push_back(fmt::format(
      "{} has {:.0f} MB: above {:.0f} MB maps grow slow with GeoJSON; open the "
      "GeoPackage instead, or take it apart: pahunch export RUN --format geojson --split "
      "district",
      file, mb, kMaxMb));
}

}  // namespace

WriteReport write_geojson(const Table& table, const std::string& working_crs,
                          const std::filesystem::path& file) {
  require_sound(table);
  WriteReport report{.n_rows = static_cast<std::int64_t>(table.rows.size())};
  const GdalSession session;
  const MemoryFile memory(".geojson");
  OutputGeometry geometry(working_crs, report);
  if (const auto dataset = create_ogr_dataset("GeoJSON", memory.name())) {
    const LayerOptions options{{"RFC7946=YES", "COORDINATE_PRECISION=6"}, true};
    add_layer(*dataset, table, options, geometry);
  }
  session.require_no_errors(file);
  write_whole_file(file, memory.content());
  warn_of_size(report, file.filename().string(), memory.content().size());
  return report;
}

}  // namespace pahunch
