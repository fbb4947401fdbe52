#include <algorithm>
#include <cmath>
#include <cstring>

#include "geo/network/detail/cache_format.h"
#include "geo/network/network_cache.h"
#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {
namespace {

const std::string kKey(64, 'k');

/// With the head as the program would write it for these bytes: a checksum keeps out accidents, not
/// people.
std::string sign(std::string_view bytes) {
  detail::CacheHeader header;
  std::string file(std::max(bytes.size(), sizeof(header)), '\0');
  std::memcpy(file.data(), bytes.data(), bytes.size());
  std::memcpy(&header, file.data(), sizeof(header));
  header.magic = detail::kCacheMagic;
  header.byte_order = detail::kByteOrderMark;
  header.version = detail::kCacheVersion;
  header.n_bytes = file.size();
  std::ranges::copy(kKey, header.key.begin());
  const auto rest = std::as_bytes(std::span(file)).subspan(sizeof(header));
  header.checksum = detail::get_cache_checksum(header, rest);
  std::memcpy(file.data(), &header, sizeof(header));
  return file;
}

void check_links(const Network& network) {
  for (const LinkIdx link : indices(network.from)) {
    require(network.from[link].value() < network.node_at.size() &&
                network.to[link].value() < network.node_at.size() &&
                network.kind[link].value() < network.kinds.size(),
            "a link joins nodes and is of a kind");
    require(std::isfinite(network.length_m[link]) && network.length_m[link] >= 0,
            "a link has a length");
  }
}

}  // namespace

void read_network_bytes(std::string_view bytes) {
  const auto file = scratch().write("network.cache", sign(bytes));
  const OpenedCache opened = open_network_cache(file, kKey);
  require((opened.state == CacheState::kFresh) == (opened.network != nullptr),
          "only a fresh file has a network");
  if (opened.network) check_links(copy_network(opened.network->view()));
}

}  // namespace pahunch::fuzz
