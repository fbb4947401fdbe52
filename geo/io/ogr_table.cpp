#include "geo/io/ogr_table.h"

#include <cpl_string.h>
#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include "geo/base/error.h"
#include "geo/io/clean_text.h"
#include "geo/io/number_text.h"

namespace pahunch {
namespace {

OGRwkbGeometryType ogr_type(GeometryType type) {
  switch (type) {
    case GeometryType::kPoint:
      return wkbPoint;
    case GeometryType::kLine:
      return wkbLineString;
    case GeometryType::kPolygon:
      return wkbMultiPolygon;
    case GeometryType::kNone:
      return wkbNone;
  }
  return wkbNone;
}

OGRFieldType ogr_type(ColumnType type) {
  switch (type) {
    case ColumnType::kText:
      return OFTString;
    case ColumnType::kInteger:
      return OFTInteger64;
    case ColumnType::kReal:
      return OFTReal;
  }
  return OFTString;
}

std::vector<std::size_t> choose_columns(const Table& table, const LayerOptions& options) {
  std::vector<std::size_t> chosen;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    if (!options.only_geojson_columns || table.columns[c].in_geojson) chosen.push_back(c);
  }
  return chosen;
}

void set_field(OGRFeature& feature, int field, const Column& column, const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) {
    feature.SetField(field, clean_text(*text).c_str());
  } else if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
    feature.SetField(field, GIntBig{*integer});
  } else if (const auto* real = std::get_if<double>(&cell)) {
    feature.SetField(field, round_to_decimals(*real, column.decimals));
  } else {
    feature.SetFieldNull(field);
  }
}

OGRLayer* create_layer(GDALDataset& dataset, const Table& table, const LayerOptions& options) {
  OGRSpatialReference wgs84;
  wgs84.importFromEPSG(4326);
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  CPLStringList creation;
  for (const std::string& option : options.creation) creation.AddString(option.c_str());
  const bool has_geometry = table.geometry_type != GeometryType::kNone;
  return dataset.CreateLayer(table.name.c_str(), has_geometry ? &wgs84 : nullptr,
                             ogr_type(table.geometry_type), creation.List());
}

void create_fields(OGRLayer& layer, const Table& table, const std::vector<std::size_t>& columns) {
  for (const std::size_t c : columns) {
    OGRFieldDefn field(table.columns[c].name.c_str(), ogr_type(table.columns[c].type));
    layer.CreateField(&field);
  }
}

}  // namespace

void GdalDatasetDeleter::operator()(GDALDataset* dataset) const { GDALClose(dataset); }

OgrDataset create_ogr_dataset(const char* driver, const std::string& name) {
  GDALDriver* found = GetGDALDriverManager()->GetDriverByName(driver);
  if (found == nullptr) {
    throw DataError({.what = fmt::format("this GDAL cannot write {}", driver),
                     .hint = "install GDAL with this format"});
  }
  return OgrDataset(found->Create(name.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
}

void add_layer(GDALDataset& dataset, const Table& table, const LayerOptions& options,
               OutputGeometry& geometry) {
  OGRLayer* layer = create_layer(dataset, table, options);
  if (layer == nullptr) return;
  const auto columns = choose_columns(table, options);
  create_fields(*layer, table, columns);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    OGRFeature feature(layer->GetLayerDefn());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::size_t c = columns[i];
      set_field(feature, static_cast<int>(i), table.columns[c], table.rows[r][c]);
    }
    if (!table.geometry.empty()) {
      feature.SetGeometryDirectly(geometry.make(table.geometry[r]).release());
    }
    if (layer->CreateFeature(&feature) != OGRERR_NONE) return;
  }
}

}  // namespace pahunch
