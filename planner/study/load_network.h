/// \file
/// The network of a dataset: from the file that `pahunch import` leaves beside it, or built.
///
/// The file is used when it is whole and was built from the same inputs in the same way; one that
/// is not is said on the progress line, and replaced where the folder lets us. Where there is none,
/// none is made: other people's folders stay as they are.
#pragma once

#include <cstdint>
#include <filesystem>

#include "geo/base/progress.h"
#include "geo/model/dataset.h"
#include "geo/network/build_network.h"
#include "geo/network/network.h"

namespace pahunch {

inline constexpr const char* kNetworkCacheName = "network.cache";

struct NetworkSource {
  std::filesystem::path path;  ///< of the dataset: its folder or its dataset.toml
  const Dataset& dataset;
  NodingOptions noding;
};

struct NetworkSize {
  std::uint64_t n_turn_nodes = 0;  ///< copies of junctions, for restricted turns
  std::uint64_t n_turns = 0;       ///< connections between them
};

Network load_network(const NetworkSource& source, Progress& progress);

/// Builds the network and leaves its file in the dataset's folder. Throws DataError when the disk
/// says no.
NetworkSize make_network_cache(const NetworkSource& source, Progress& progress);

}  // namespace pahunch
