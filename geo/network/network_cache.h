/// \file
/// A built network kept in a file that is mapped into memory.
///
/// The file has the network's arrays one after the other, each on a 64-byte boundary, behind a
/// header with a format version, the caller's key (a checksum of everything the network was built
/// from) and a 64-bit checksum (XXH3) of all bytes. Opening maps it, compares version, key, size
/// and checksum, and checks that every index points inside its array; a file that fails in anything
/// is not used, and the reason is said. Key and checksum keep out accidents, not people: whoever
/// makes a file by hand can give it other lengths. Ranks and programs that map one file share its
/// memory.
///
///   auto opened = open_network_cache(file, key);
///   if (opened.state != CacheState::kFresh) {
///     network = build_network(...).network;
///     write_network_cache(network, key, file);
///   }
///
/// Cost of opening: one pass over the file (about 10 GB/s from the page cache). Files are of this
/// machine's byte order; another order reads as foreign.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "geo/network/network.h"

namespace pahunch {

/// Flags of a link in `NetworkView::flags`.
inline constexpr std::uint8_t kForwardOpenFlag = 1, kBackwardOpenFlag = 2, kBridgeFlag = 4;

/// The arrays of a network, as they lie in the file; see network.h for their meaning.
struct NetworkView {
  std::span<const Xy> node_at;
  std::span<const NodeIdx> from, to;
  std::span<const double> length_m;
  std::span<const KindIdx> kind;
  std::span<const std::uint8_t> flags;
  std::span<const RoadIdx> road;
  std::span<const std::uint32_t> ordinal;
  std::span<const std::uint32_t> first_point;
  std::span<const Xy> points;
  std::span<const double> along_m;
  std::span<const NodeIdx> copy_of;
  std::span<const LinkNodes> link_nodes;
  std::span<const NodeIdx> turn_from, turn_to;
  std::span<const VehicleSet> turn_open_to;
  IdxVector<KindIdx, LinkKind> kinds;  ///< few, copied
};

enum class CacheState : std::uint8_t {
  kFresh,
  kMissing,
  kForeign,  ///< not such a file, or of another byte order; a link, a pipe, a device
  kOlder,    ///< of another format version
  kStale,    ///< built from something else
  kDamaged,
};
std::string_view to_string(CacheState state);  ///< "fresh", "missing", …

/// Keeps the file mapped as long as it lives.
class MappedNetwork {
 public:
  MappedNetwork() = default;
  MappedNetwork(const MappedNetwork&) = delete;
  MappedNetwork& operator=(const MappedNetwork&) = delete;
  virtual ~MappedNetwork() = default;
  [[nodiscard]] virtual const NetworkView& view() const = 0;
};

struct OpenedCache {
  CacheState state = CacheState::kMissing;
  std::shared_ptr<const MappedNetwork> network;  ///< null unless fresh
};

/// Never throws for what is in the file. `key`: at most 64 bytes.
OpenedCache open_network_cache(const std::filesystem::path& file, std::string_view key);

/// Writes the file whole or not at all, in place of what has its name; a link there is replaced,
/// not followed. Throws DataError when the disk says no. Preconditions: the network is sound; `key`
/// has at most 64 bytes.
void write_network_cache(const Network& network, std::string_view key,
                         const std::filesystem::path& file);

/// The network of a view, in memory of its own.
Network copy_network(const NetworkView& view);

}  // namespace pahunch
