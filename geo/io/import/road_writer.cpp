#include "geo/io/import/road_writer.h"

#include <ogrsf_frmts.h>

#include <array>

#include "geo/base/error.h"
#include "geo/io/clean_text.h"
#include "geo/io/gdal_session.h"
#include "geo/io/ogr_table.h"

namespace pahunch {
namespace {

enum Field : int {
  kId,
  kName,
  kClass,
  kSurface,
  kSpeed,
  kSpeedLimit,
  kOneWay,
  kBridge,
  kAccess,
  kOneWayExempt,
  kSeason
};

struct FieldSpec {
  const char* name;
  OGRFieldType type;
};

constexpr std::array<FieldSpec, 11> kFields = {{{"id", OFTString},
                                                {"name", OFTString},
                                                {"class", OFTString},
                                                {"surface", OFTString},
                                                {"speed_km_h", OFTReal},
                                                {"speed_limit_km_h", OFTReal},
                                                {"oneway", OFTString},
                                                {"bridge", OFTString},
                                                {"access", OFTString},
                                                {"one_way_exempt", OFTString},
                                                {"season", OFTString}}};

}  // namespace

struct RoadWriter::Impl {
  GdalSession session;
  std::filesystem::path file;
  OgrDataset dataset;
  OGRLayer* layer = nullptr;
  std::int64_t n_rows = 0;

  void set_text(OGRFeature& feature, int field, const std::string& text) const {
    if (!text.empty()) feature.SetField(field, clean_text(text).c_str());
  }
};

RoadWriter::RoadWriter(const std::filesystem::path& file) : impl_(std::make_unique<Impl>()) {
  impl_->file = file;
  impl_->dataset = create_ogr_dataset("GPKG", file.string());
  impl_->session.require_no_errors(file);
  OGRSpatialReference wgs84;
  wgs84.importFromEPSG(4326);
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  impl_->dataset->StartTransaction();
  impl_->layer = impl_->dataset->CreateLayer("roads", &wgs84, wkbLineString, nullptr);
  impl_->session.require_no_errors(file);
  for (const FieldSpec& field : kFields) {
    OGRFieldDefn definition(field.name, field.type);
    impl_->layer->CreateField(&definition);
  }
}

RoadWriter::~RoadWriter() = default;

void RoadWriter::add(const RoadRow& row) {
  OGRFeature feature(impl_->layer->GetLayerDefn());
  impl_->set_text(feature, kId, row.id);
  impl_->set_text(feature, kName, row.name);
  impl_->set_text(feature, kClass, row.road_class);
  impl_->set_text(feature, kSurface, row.surface);
  impl_->set_text(feature, kOneWay, row.one_way);
  impl_->set_text(feature, kBridge, row.bridge ? "yes" : "");
  impl_->set_text(feature, kAccess, row.access);
  impl_->set_text(feature, kOneWayExempt, row.one_way_exempt);
  impl_->set_text(feature, kSeason, row.season);
  if (row.speed_km_h) feature.SetField(kSpeed, *row.speed_km_h);
  if (row.speed_limit_km_h) feature.SetField(kSpeedLimit, *row.speed_limit_km_h);
  OGRLineString line;
  line.setNumPoints(static_cast<int>(row.line.size()));
  for (std::size_t i = 0; i < row.line.size(); ++i) {
    line.setPoint(static_cast<int>(i), row.line[i].lon, row.line[i].lat);
  }
  feature.SetGeometry(&line);
  if (impl_->layer->CreateFeature(&feature) != OGRERR_NONE) {
    impl_->session.require_no_errors(impl_->file);
  }
  ++impl_->n_rows;
}

void RoadWriter::finish() {
  impl_->dataset->CommitTransaction();
  impl_->dataset.reset();
  impl_->session.require_no_errors(impl_->file);
}

std::int64_t RoadWriter::n_rows() const { return impl_->n_rows; }

}  // namespace pahunch
