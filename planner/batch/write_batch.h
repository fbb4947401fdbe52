/// \file
/// The files of a finished batch.
#pragma once

#include "geo/io/run_folder.h"
#include "planner/batch/batch_result.h"
#include "planner/console.h"

namespace pahunch {

/// batch.csv, batch.gpkg and, where scenarios have a place, batch.geojson with its style;
/// fields.csv, batch.md, batch.json, batch.html, manifest.json.
void write_batch(const BatchResult& result, RunFolder& folder, Session& session);

}  // namespace pahunch
