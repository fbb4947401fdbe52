/// \file
/// Reading a dataset folder: `dataset.toml` and the layers it names, through GDAL/OGR.
///
/// The result is complete and valid, or a `DataError`/`ConfigError` says what is wrong, where, why
/// it matters and what to try.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "geo/base/progress.h"
#include "geo/io/source_home.h"
#include "geo/model/dataset.h"

namespace pahunch {

struct ReadOptions {
  /// With `check`, single bad rows never stop the reading: they are counted and noted.
  bool tolerate_bad_rows = false;
  SourceRules rules = {};
};

/// `path`: the folder, or its `dataset.toml`.
Dataset read_dataset(const std::filesystem::path& path, const ReadOptions& options,
                     Progress& progress);

}  // namespace pahunch
