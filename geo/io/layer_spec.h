/// \file
/// One layer of a dataset as its `dataset.toml` describes it.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "geo/io/toml_table.h"

namespace pahunch {

/// Columns of another table, found by a key: they are called `prefix` + their own name.
struct JoinSpec {
  std::string source;  ///< relative to the dataset file
  std::string on;      ///< column of the layer
  std::string key;     ///< column of the joined table
  std::string prefix;
};

struct LayerSpec {
  std::string name;                  ///< "roads"
  std::string source;                ///< as written, relative to the dataset file
  std::string layer;                 ///< within the source; "" for the only one
  std::string crs;                   ///< only where the source has none
  std::string x = "lon", y = "lat";  ///< columns of a CSV
  std::string encoding;              ///< "" for what the format says, else UTF-8
  std::string filter;                ///< OGR attribute filter
  bool modelled = false;
  std::int64_t max_bad_rows = 0;
  std::map<std::string, std::string> fields;  ///< what it means -> column of the source
  std::vector<JoinSpec> joins;
  std::string place;  ///< for messages: "dataset.toml, line 12, layers.roads"
};

/// Reads the keys that every layer may have; `roles` are the names that `fields` may give. Does not
/// complain about other keys: the caller reads those of its layer and lets the root complain.
LayerSpec read_layer_spec(const TomlTable& table, const std::string& name,
                          std::span<const std::string> roles);

}  // namespace pahunch
