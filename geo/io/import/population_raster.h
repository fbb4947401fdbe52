/// \file
/// Settlements from a population raster (GeoTIFF and whatever else GDAL reads as a grid).
///
/// The raster is read in strips, so that memory grows with its width and not with its size. Pixels
/// are merged to squares of about `cell_km`; each square with people becomes one place at the
/// centre of its people. Mass is kept exactly: pixels are summed in millionths of a person, the
/// total is rounded once, and the whole persons of the places, shared out by largest remainder, add
/// up to it. Pixels without data, and pixels outside the study area, count nothing and are counted.
///
/// Throws DataError when the file is missing or damaged, has no CRS or no georeference, holds
/// negative numbers that it does not declare as missing data, or holds nobody.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "geo/base/point.h"
#include "geo/io/osm/area_mask.h"
#include "geo/model/settlement.h"

namespace pahunch {

struct RasterOptions {
  double cell_km = 1;
  const osm::AreaMask* area = nullptr;  ///< none: everywhere
};

struct RasterPlace {
  std::uint32_t column = 0, row = 0;  ///< of the merged grid, from the north-west
  LonLat at;
  Persons persons = 0;
};

struct RasterPopulation {
  std::vector<RasterPlace> places;  ///< by row, then column
  Persons total = 0;
  std::uint64_t n_pixels = 0, n_no_data = 0, n_outside = 0;
  std::uint32_t merged = 1;  ///< pixels along the side of a square
};

RasterPopulation read_population_raster(const std::filesystem::path& file,
                                        const RasterOptions& options);

}  // namespace pahunch
