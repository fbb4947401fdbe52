/// \file
/// Reading the boundaries of one level, in two steps: the rows in degrees, from which the working
/// CRS may be chosen, and then the areas in that CRS.
///
/// Rules for single rows: a repeated id, the parts are merged; no name, the id; an unknown parent,
/// the area of the level above that shares most surface. A shape that is not valid is repaired and
/// noted; one beyond repair (see repair_shape.h) refuses the layer.
#pragma once

#include "geo/io/read_context.h"

namespace pahunch {

struct AreaRow {
  std::string row;  ///< for messages
  std::string id, name, parent;
  std::vector<std::vector<LonLatLine>> polygons;
};

struct AreaRows {
  AreaLevel level = AreaLevel::kBlock;
  LayerSpec spec;
  std::string where;
  RowRecorder recorder;
  std::vector<AreaRow> rows;  ///< sorted by id, each id once
};

AreaRows read_area_rows(AreaLevel level, const LayerSpec& spec, ReadBooks& books);

/// Centre of the surface in degrees. Precondition: not empty.
LonLat get_centroid(const AreaRows& rows);

/// The areas of the level; `parents` is the next level up, empty when there is none.
AreaLayer make_areas(AreaRows& rows, const Projection& projection, const AreaLayer& parents,
                     ReadBooks& books);

}  // namespace pahunch
