#include <ogrsf_frmts.h>

#include "geo/io/gdal_session.h"
#include "geo/io/layer_styles.h"
#include "geo/io/ogr_table.h"
#include "geo/io/whole_file.h"
#include "geo/io/write_table.h"

namespace pahunch {
namespace {

LayerOptions layer_options() {
  return {.creation = {"FID=fid", std::string("GEOMETRY_NAME=") + kGeometryColumn}};
}

void fill(GDALDataset& geopackage, std::span<const StyledTable> layers, OutputGeometry& geometry) {
  // One transaction: a commit a row would take minutes.
  geopackage.StartTransaction();
  for (const StyledTable& layer : layers) {
    add_layer(geopackage, layer.table, layer_options(), geometry);
  }
  add_layer_styles(geopackage, layers);
  geopackage.CommitTransaction();
}

}  // namespace

WriteReport write_geopackage(std::span<const StyledTable> layers, const std::string& working_crs,
                             const std::filesystem::path& file) {
  WriteReport report;
  for (const StyledTable& layer : layers) {
    require_sound(layer.table);
    report.n_rows += static_cast<std::int64_t>(layer.table.rows.size());
  }
  const GdalSession session;
  const MemoryFile memory(".gpkg");
  OutputGeometry geometry(working_crs, report);
  if (const auto geopackage = create_ogr_dataset("GPKG", memory.name())) {
    fill(*geopackage, layers, geometry);
  }
  session.require_no_errors(file);
  write_whole_file(file, memory.content());
  return report;
}

}  // namespace pahunch
