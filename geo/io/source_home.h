/// \file
/// From where the sources of layers are named, and what they may be.
#pragma once

#include <filesystem>
#include <utility>

namespace pahunch {

/// What a source may be. Whoever runs the program says so, never the dataset: that may come from
/// anybody, and what a layer reads stands in the results.
struct SourceRules {
  bool outside = false;  ///< files that do not lie in the folder of the dataset
  bool network = false;  ///< databases, and files over a network
  friend bool operator==(const SourceRules&, const SourceRules&) = default;
};

/// Paths of sources are relative to the folder.
struct SourceHome {
  std::filesystem::path folder;
  SourceRules rules = {};
};

/// Of files that a person names, on the command line or in a scenario.
inline SourceHome named_by_a_person(std::filesystem::path folder = ".") {
  return {std::move(folder), {.outside = true}};
}

}  // namespace pahunch
