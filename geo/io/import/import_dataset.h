/// \file
/// Building a dataset folder from sources as they come: OpenStreetMap or any line layer for the
/// roads; OpenStreetMap places, points, polygons or a population raster for the settlements;
/// OpenStreetMap facilities or points for the candidate sites.
///
/// Written are `roads.gpkg`, `settlements.csv`, `centres.csv`, `district.geojson`, `import.csv`
/// (what was read, left out and not understood, with counts), where the map restricts turns
/// `turns.csv`, and `dataset.toml`, which names them all. Everything is in the caller's
/// `RunFolder`; nothing is seen before its commit.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/progress.h"
#include "geo/io/run_folder.h"

namespace pahunch {

/// A layer that OGR reads, and what its columns mean.
struct ImportSource {
  std::filesystem::path file;
  std::string layer;                          ///< "" for the only one
  std::map<std::string, std::string> fields;  ///< role -> column
};

struct ImportRequest {
  std::string name = "imported";
  ImportSource roads;                       ///< .osm.pbf, .osm, .osm.gz, .osm.bz2, or a line layer
  std::optional<ImportSource> area;         ///< polygons, with fields id and name
  double margin_km = 30;                    ///< roads are cut this far outside the area
  std::optional<ImportSource> settlements;  ///< points or polygons: id, name, population
  std::optional<std::filesystem::path> population;  ///< a raster, in place of `settlements`
  double cell_km = 1;                               ///< of the places made from the raster
  double women_share = 0.4786;  ///< of the population; 918 women to 1 000 men, Bihar, Census 2011
  std::optional<ImportSource> centres;  ///< points: id, name, kind
  std::vector<std::string> attribution;
};

struct ImportReport {
  struct Line {
    std::string subject, item;
    double value = 0;
    std::string unit;
  };
  std::vector<Line> lines;            ///< as in import.csv
  std::vector<std::string> warnings;  ///< sentences: what is still missing
  std::int64_t n_roads = 0, n_settlements = 0, n_centres = 0;
  std::int64_t n_turns = 0;                            ///< restrictions that are honoured
  std::map<std::string, std::uint64_t> turns_refused;  ///< those that are not, by reason
  double roads_km = 0;

  void add(std::string subject, std::string item, double value, std::string unit = "") {
    lines.push_back({std::move(subject), std::move(item), value, std::move(unit)});
  }
};

/// Throws DataError and ConfigError as the readers do.
ImportReport import_dataset(const ImportRequest& request, RunFolder& folder, Progress& progress);

/// True for names that libosmium reads: ".osm", ".osm.pbf", ".osm.gz", ".osm.bz2", ".pbf".
bool is_osm_file(const std::filesystem::path& file);

}  // namespace pahunch
