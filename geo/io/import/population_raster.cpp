#include "geo/io/import/population_raster.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <string>

#include "geo/base/error.h"
#include "geo/io/gdal_session.h"
#include "geo/io/projection.h"
#include "geo/model/largest_remainder.h"

namespace pahunch {
namespace {

constexpr double kUnitsPerPerson = 1e6;
constexpr double kMostPersonsInPixel = 1e7;

constexpr int kMostColumns = 10'000'000;

// Rasters in a file of their own. Others (VRT, WMS and the like) name further files or addresses.
constexpr std::array<const char*, 5> kRasterDrivers = {"GTiff", "AAIGrid", "EHdr", "HFA", nullptr};

struct CloseRaster {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& what,
                       const std::string& hint) {
  throw DataError({.what = file.filename().string() + " " + what,
                   .where = file.string(),
                   .why = "its people cannot be placed",
                   .hint = hint});
}

/// Sums of the pixels of one square; places weighted by people.
struct Square {
  std::int64_t units = 0;
  double lon_sum = 0, lat_sum = 0;
};

class RasterReader {
 public:
  RasterReader(const std::filesystem::path& file, const RasterOptions& options);
  RasterPopulation read();

 private:
  void open_georeference();
  void choose_merge();
  void read_strip(int first_row);
  void read_row(int row);
  void add_pixel(int column, int row, double value);
  void flush_strip(std::uint32_t square_row);
  void share_out();
  [[nodiscard]] LonLat place_of(double column, double row) const;

  const std::filesystem::path& file_;
  const RasterOptions& options_;
  GdalSession session_;
  std::unique_ptr<GDALDataset, CloseRaster> dataset_;
  GDALRasterBand* band_ = nullptr;
  std::array<double, 6> transform_{};
  std::unique_ptr<OGRCoordinateTransformation> to_degrees_;  ///< none when it is in degrees
  std::optional<double> no_data_;
  std::vector<double> values_;
  std::vector<LonLat> places_;
  std::vector<Square> squares_;
  std::vector<double> weights_;
  std::int64_t units_ = 0;
  RasterPopulation result_;
};

RasterReader::RasterReader(const std::filesystem::path& file, const RasterOptions& options)
    : file_(file), options_(options) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) {
    fail(file, "is not there", "check the name of the population raster");
  }
  dataset_.reset(
      GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, kRasterDrivers.data()));
  session_.require_no_errors(file, "read");
  if (!dataset_ || dataset_->GetRasterCount() < 1) {
    fail(file, "is no raster", "give a GeoTIFF of persons a pixel");
  }
  if (dataset_->GetRasterXSize() > kMostColumns) {
    fail(file, fmt::format("has {} columns", dataset_->GetRasterXSize()),
         "the earth has 1.3 million of 30 m; is the file damaged?");
  }
  band_ = dataset_->GetRasterBand(1);
  int has_no_data = 0;
  const double no_data = band_->GetNoDataValue(&has_no_data);
  if (has_no_data != 0) no_data_ = no_data;
  open_georeference();
  choose_merge();
}

void RasterReader::open_georeference() {
  const OGRSpatialReference* crs = dataset_->GetSpatialRef();
  if (crs == nullptr || crs->IsEmpty()) {
    fail(file_, "has no CRS", "give it one: gdal_edit.py -a_srs EPSG:4326 FILE");
  }
  if (dataset_->GetGeoTransform(transform_.data()) != CE_None) {
    fail(file_, "has no georeference", "use the original GeoTIFF, not a picture of it");
  }
  OGRSpatialReference wgs84;
  wgs84.importFromEPSG(4326);
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  OGRSpatialReference source(*crs);
  source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  if (source.IsSame(&wgs84) != 0) return;
  to_degrees_.reset(OGRCreateCoordinateTransformation(&source, &wgs84));
  if (!to_degrees_) fail(file_, "has a CRS that is not understood", "reproject it to EPSG:4326");
}

LonLat RasterReader::place_of(double column, double row) const {
  double x = transform_[0] + column * transform_[1] + row * transform_[2];
  double y = transform_[3] + column * transform_[4] + row * transform_[5];
  if (to_degrees_ && to_degrees_->Transform(1, &x, &y) == 0) return {};
  return {x, y};
}

void RasterReader::choose_merge() {
  const double column = dataset_->GetRasterXSize() / 2.0, row = dataset_->GetRasterYSize() / 2.0;
  const double pixel_m = geodesic_distance_m(place_of(column, row), place_of(column, row + 1));
  if (!(pixel_m > 0)) fail(file_, "has pixels without a size", "check its georeference");
  const double n = std::round(options_.cell_km * 1000 / pixel_m);
  result_.merged = static_cast<std::uint32_t>(std::clamp(n, 1.0, 10000.0));
}

RasterPopulation RasterReader::read() {
  const int n_rows = dataset_->GetRasterYSize();
  const auto step = static_cast<int>(result_.merged);
  for (int row = 0; row < n_rows; row += step) {
    read_strip(row);
    flush_strip(static_cast<std::uint32_t>(row / step));
  }
  if (result_.places.empty()) {
    fail(file_, "holds nobody in the study area", "check that it covers the area");
  }
  share_out();
  return std::move(result_);
}

void RasterReader::read_strip(int first_row) {
  const int n_columns = dataset_->GetRasterXSize();
  squares_.assign(static_cast<std::size_t>(n_columns) / result_.merged + 1, {});
  const int end =
      std::min(first_row + static_cast<int>(result_.merged), dataset_->GetRasterYSize());
  for (int row = first_row; row < end; ++row) read_row(row);
}

void RasterReader::read_row(int row) {
  const int n_columns = dataset_->GetRasterXSize();
  values_.resize(static_cast<std::size_t>(n_columns));
  const auto error = band_->RasterIO(GF_Read, 0, row, n_columns, 1, values_.data(), n_columns, 1,
                                     GDT_Float64, 0, 0, nullptr);
  session_.require_no_errors(file_, "read");
  if (error != CE_None) fail(file_, "cannot be read to its end", "download it again");
  for (int column = 0; column < n_columns; ++column) {
    add_pixel(column, row, values_[static_cast<std::size_t>(column)]);
  }
}

void RasterReader::add_pixel(int column, int row, double value) {
  ++result_.n_pixels;
  if (std::isnan(value) || (no_data_ && value == *no_data_)) {
    ++result_.n_no_data;
    return;
  }
  if (value < 0 || value > kMostPersonsInPixel) {
    fail(file_, fmt::format("holds {} persons in column {}, row {}", value, column, row),
         "if that number stands for missing data, declare it: gdal_edit.py -a_nodata " +
             fmt::format("{} FILE", value));
  }
  if (value == 0) return;
  const LonLat at = place_of(column + 0.5, row + 0.5);
  if (!at.valid() || (options_.area != nullptr && !options_.area->contains(at))) {
    ++result_.n_outside;
    return;
  }
  Square& square = squares_[static_cast<std::size_t>(column) / result_.merged];
  square.units += std::llround(value * kUnitsPerPerson);
  square.lon_sum += value * at.lon;
  square.lat_sum += value * at.lat;
}

void RasterReader::flush_strip(std::uint32_t square_row) {
  for (std::uint32_t column = 0; column < squares_.size(); ++column) {
    const Square& square = squares_[column];
    if (square.units == 0) continue;
    const double persons = static_cast<double>(square.units) / kUnitsPerPerson;
    units_ += square.units;
    weights_.push_back(static_cast<double>(square.units));
    result_.places.push_back(
        {column, square_row, {square.lon_sum / persons, square.lat_sum / persons}, 0});
  }
}

void RasterReader::share_out() {
  const auto half = static_cast<std::int64_t>(kUnitsPerPerson) / 2;
  result_.total = (units_ + half) / static_cast<std::int64_t>(kUnitsPerPerson);
  const auto shares = split_by_largest_remainder(result_.total, weights_);
  for (std::size_t i = 0; i < shares.size(); ++i) result_.places[i].persons = shares[i];
}

}  // namespace

RasterPopulation read_population_raster(const std::filesystem::path& file,
                                        const RasterOptions& options) {
  return RasterReader(file, options).read();
}

}  // namespace pahunch
