/// \file
/// The matrix of a bare graph (DIMACS), so that anybody can check the travel-time engine on public
/// graphs.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>

#include "geo/base/progress.h"

namespace pahunch {

/// True for ".gr" and ".gr.gz".
bool is_graph_file(const std::filesystem::path& file);

struct GraphMatrixRequest {
  std::filesystem::path graph;
  std::string from, to;  ///< CSV files with a column `id` of node numbers as in the file, or "all"
};

/// Writes from,to,cost,status; cost in the unit of the arcs. Rows are grouped by `to`, each group
/// in the order of `from`. Throws DataError for a graph or a list of nodes that does not read.
void write_graph_matrix(const GraphMatrixRequest& request, std::ostream& out, Progress& progress);

}  // namespace pahunch
