/// \file
/// Reading an OpenStreetMap file (`.osm.pbf`, `.osm`, `.osm.gz`, `.osm.bz2`) by libosmium.
///
/// The file is read twice: ways and relations, then the nodes that roads use, so that memory grows
/// with the roads and not with the file. Order of the objects does not matter. What the rules do
/// not know is counted in the result. Different nodes at the very same place do not join roads: all
/// but the one with the lowest id are moved east, by 1e-7 degrees (1 cm) each.
///
/// Throws DataError, with what to try, when the file is missing, damaged, cut short, without roads,
/// or when more than `max_missing_node_frac` of the nodes of its roads are missing (an extract cut
/// through ways misses a few).
#pragma once

#include <filesystem>

#include "geo/base/progress.h"
#include "geo/io/osm/road_data.h"

namespace pahunch::osm {

struct ReadOsmOptions {
  double max_missing_node_frac = 0.2;
};

RoadData read_osm(const std::filesystem::path& file, const ReadOsmOptions& options,
                  Progress& progress);

}  // namespace pahunch::osm
