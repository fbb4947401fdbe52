/// \file
/// The reference cases of shared/cases: comma-separated tables of numbers.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "geo/coverage/spatial_weights.h"
#include "tests/support/shared_files.h"

namespace pahunch::test {

/// Rows of cells, without the header.
inline std::vector<std::vector<std::string>> read_cells(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  std::vector<std::vector<std::string>> rows;
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    rows.emplace_back();
    for (std::string cell; std::getline(cells, cell, ',');) rows.back().push_back(cell);
  }
  return rows;
}

/// One column as numbers.
inline std::vector<double> read_column(const std::filesystem::path& path, std::size_t column) {
  std::vector<double> values;
  for (const auto& row : read_cells(path)) values.push_back(std::stod(row[column]));
  return values;
}

/// Rows `i,j,w`.
inline SpatialWeights read_weights(const std::filesystem::path& path, std::size_t n) {
  SpatialWeights weights{std::vector<std::vector<Neighbour>>(n)};
  for (const auto& row : read_cells(path)) {
    weights.rows[std::stoul(row[0])].push_back(
        {static_cast<std::uint32_t>(std::stoul(row[1])), std::stod(row[2])});
  }
  for (auto& row : weights.rows) {
    std::sort(row.begin(), row.end(),
              [](const Neighbour& a, const Neighbour& b) { return a.index < b.index; });
  }
  return weights;
}

}  // namespace pahunch::test
