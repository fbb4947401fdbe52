/// \file
/// The layout of a network cache file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "geo/network/network.h"

namespace pahunch::detail {

inline constexpr std::array<char, 8> kCacheMagic = {'P', 'A', 'H', 'U', 'N', 'E', 'T', '\n'};
/// Raise it with every change of the layout or of the way networks are built.
inline constexpr std::uint32_t kCacheVersion = 2;
inline constexpr std::uint32_t kByteOrderMark = 0x01020304;
inline constexpr std::size_t kCacheAlignment = 64, kCacheKeySize = 64;

enum CacheColumn : std::size_t {
  kNodeAt,
  kFrom,
  kTo,
  kLength,
  kKind,
  kFlags,
  kRoad,
  kOrdinal,
  kFirstPoint,
  kPoints,
  kAlong,
  kKinds,
  kCopyOf,
  kLinkNodes,
  kTurnFrom,
  kTurnTo,
  kTurnOpenTo,
  kCacheColumns
};

struct CacheExtent {
  std::uint64_t offset = 0, n_bytes = 0;
};

struct CacheHeader {
  std::array<char, 8> magic = kCacheMagic;
  std::uint32_t byte_order = kByteOrderMark;
  std::uint32_t version = kCacheVersion;
  std::uint64_t checksum = 0;  ///< of the whole file, with this field 0
  std::uint64_t n_bytes = 0;   ///< of the whole file
  std::array<char, kCacheKeySize> key{};
  std::array<CacheExtent, kCacheColumns> columns{};
};
static_assert(sizeof(CacheHeader) % 8 == 0);

/// Checksum of the header (with its checksum taken as 0) and of what follows it.
std::uint64_t get_cache_checksum(const CacheHeader& header, std::span<const std::byte> rest);

/// The kinds of links as bytes, and back; none when the bytes are no such list.
std::string pack_kinds(const IdxVector<KindIdx, LinkKind>& kinds);
std::optional<IdxVector<KindIdx, LinkKind>> unpack_kinds(std::string_view bytes);

}  // namespace pahunch::detail
