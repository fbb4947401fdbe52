/// \file
/// `dataset.toml`: which files are the layers of a dataset and which of their columns mean what.
///
/// Reading it checks everything that can be checked without opening a layer: unknown keys (with the
/// nearest known one), missing keys, values out of range.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "geo/io/layer_spec.h"
#include "geo/model/dataset.h"

namespace pahunch {

/// A ratio of two columns of the (joined) row: part / whole.
struct ShareSpec {
  std::string part;
  std::string whole;
};

struct SettlementSpec {
  LayerSpec layer;
  std::optional<ShareSpec> women;         ///< x population; else the field `women`
  std::optional<ShareSpec> women_15plus;  ///< x population; else the field, if any
  std::optional<double> rural_share;      ///< of every settlement; else a field
};

struct RoadSpec {
  LayerSpec layer;
  std::map<std::string, std::string> class_map;  ///< "*": any other class
  std::string default_class;
  Noding noding;
};

struct DatasetSpec {
  std::filesystem::path file;  ///< the dataset.toml
  DatasetWords words;
  std::string working_crs = "auto";
  double margin_km = 30;                 ///< roads may lie this far outside the boundaries
  double tolerance_km = 1;               ///< centres and settlements this far
  std::map<AreaLevel, LayerSpec> areas;  ///< one at least
  SettlementSpec settlements;
  LayerSpec centres;
  RoadSpec roads;
  std::optional<LayerSpec> candidates, turns, barriers, hazard, cases;

  [[nodiscard]] std::filesystem::path folder() const { return file.parent_path(); }
};

/// `path`: the folder of the dataset, or its dataset.toml. Throws ConfigError.
DatasetSpec read_dataset_spec(const std::filesystem::path& path);

}  // namespace pahunch
