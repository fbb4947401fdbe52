/// \file
/// What the readers of single layers share while a dataset is read, and the place of a row.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/progress.h"
#include "geo/io/layer_rows.h"
#include "geo/io/row_recorder.h"
#include "geo/io/study_area.h"
#include "geo/model/dataset.h"

namespace pahunch {

/// Where rows, sources and notes go, whatever the layer.
struct ReadBooks {
  SourceHome home;
  RowRecorder::BadRows bad_rows = RowRecorder::BadRows::kLimited;
  Progress& progress;
  std::vector<RowLedger> ledgers = {};
  std::vector<RowNote> notes = {};
  std::vector<SourcePath> paths = {};

  /// Notes the sources of a layer and tells the listener that it is being read.
  void begin(LayerRows& rows);
  void finish(RowRecorder& recorder) { ledgers.push_back(recorder.finish(notes)); }
};

/// The levels of areas that the dataset has, with the study area made of the finest.
struct AreaContext {
  const Dataset& dataset;
  const StudyArea& area;
  double tolerance_km = 1;
  double margin_km = 30;

  /// The districts, sub-divisions and blocks above and including an area of the finest level;
  /// invalid where there is no such level or no parent is known.
  struct Levels {
    AreaIdx district, subdivision, block;
  };
  [[nodiscard]] Levels get_levels(AreaIdx finest) const;
};

struct RowPlace {
  LonLat lon_lat;
  Xy xy;
};

/// The place of a row that should be a point; a polygon gives a point inside. Nothing, with the row
/// left out and the reason recorded, where there is none.
std::optional<RowPlace> find_place(const SourceRow& row, const Projection& projection,
                                   RowRecorder& recorder);

/// The same, and inside the study area or within its tolerance: gives the area of the finest level
/// too. A place elsewhere is left out and counted in `tally`.
struct AreaPlace {
  RowPlace place;
  AreaIdx finest;
};
std::optional<AreaPlace> find_area_place(const SourceRow& row, const AreaContext& context,
                                         RowRecorder& recorder, OutsideTally& tally);

/// Rings of degrees as a polygon in the working CRS.
MultiPolygon to_shape(const std::vector<std::vector<LonLatLine>>& polygons,
                      const Projection& projection);

}  // namespace pahunch
