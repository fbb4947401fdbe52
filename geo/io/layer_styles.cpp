#include "geo/io/layer_styles.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>

namespace pahunch {
namespace {

struct StyleField {
  const char* name;
  OGRFieldType type;
};

// As QGIS itself creates the table.
constexpr std::array<StyleField, 12> kFields = {{{"f_table_catalog", OFTString},
                                                 {"f_table_schema", OFTString},
                                                 {"f_table_name", OFTString},
                                                 {"f_geometry_column", OFTString},
                                                 {"styleName", OFTString},
                                                 {"styleQML", OFTString},
                                                 {"styleSLD", OFTString},
                                                 {"useAsDefault", OFTInteger},
                                                 {"description", OFTString},
                                                 {"owner", OFTString},
                                                 {"ui", OFTString},
                                                 {"update_time", OFTDateTime}}};

OGRLayer* create_styles_table(GDALDataset& geopackage) {
  OGRLayer* styles = geopackage.CreateLayer(kLayerStylesTable, nullptr, wkbNone, nullptr);
  if (styles == nullptr) return nullptr;
  for (const StyleField& field : kFields) {
    OGRFieldDefn definition(field.name, field.type);
    if (field.type == OFTInteger) definition.SetSubType(OFSTBoolean);
    styles->CreateField(&definition);
  }
  return styles;
}

/// False when GDAL failed, which it told the open GdalSession.
bool add_style(OGRLayer& styles, const StyledTable& layer) {
  OGRFeature row(styles.GetLayerDefn());
  for (const char* name : {"f_table_catalog", "f_table_schema", "styleSLD", "owner", "ui"}) {
    row.SetField(name, "");
  }
  row.SetField("f_table_name", layer.table.name.c_str());
  row.SetField("f_geometry_column", kGeometryColumn);
  row.SetField("styleName", layer.table.name.c_str());
  row.SetField("styleQML", layer.qml.c_str());
  row.SetField("useAsDefault", 1);
  row.SetField("description", "default style");
  row.SetField("update_time", "2000/01/01 00:00:00+00");  // fixed: the same bytes each time
  return styles.CreateFeature(&row) == OGRERR_NONE;
}

bool has_style(const StyledTable& layer) { return !layer.qml.empty(); }

}  // namespace

void add_layer_styles(GDALDataset& geopackage, std::span<const StyledTable> layers) {
  if (std::ranges::none_of(layers, has_style)) return;
  OGRLayer* styles = create_styles_table(geopackage);
  if (styles == nullptr) return;
  for (const StyledTable& layer : layers) {
    if (has_style(layer) && !add_style(*styles, layer)) return;
  }
}

}  // namespace pahunch
