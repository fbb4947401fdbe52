#include "geo/network/network_cache.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <cmath>
#include <cstring>

#include "geo/base/error.h"
#include "geo/network/detail/cache_format.h"

namespace pahunch {
namespace {

using detail::CacheHeader;
using Bytes = std::span<const std::byte>;

/// A file mapped for reading; empty when it cannot be.
class Mapping {
 public:
  explicit Mapping(const std::filesystem::path& file) {
    // A pipe would be waited for, without O_NONBLOCK.
    const int fd = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    exists_ = fd >= 0 || errno == ELOOP;  // a link is there, and not followed
    if (fd < 0) return;
    struct stat info {};
    if (::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
      const auto size = static_cast<std::size_t>(info.st_size);
      void* at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
      if (at != MAP_FAILED) bytes_ = {static_cast<const std::byte*>(at), size};
    }
    ::close(fd);
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
  }
  [[nodiscard]] bool exists() const { return exists_; }
  [[nodiscard]] Bytes bytes() const { return bytes_; }

 private:
  bool exists_ = false;
  Bytes bytes_;
};

template <class T>
bool take_column(Bytes bytes, const detail::CacheExtent& extent, std::span<const T>& column) {
  static_assert(std::is_trivially_copyable_v<T>);
  if (extent.offset % detail::kCacheAlignment != 0 || extent.n_bytes % sizeof(T) != 0) return false;
  if (extent.offset > bytes.size() || extent.n_bytes > bytes.size() - extent.offset) return false;
  column = {reinterpret_cast<const T*>(bytes.data() + extent.offset), extent.n_bytes / sizeof(T)};
  return true;
}

bool take_columns(Bytes bytes, const CacheHeader& header, NetworkView& view) {
  const auto& at = header.columns;
  std::span<const char> kinds;
  const bool taken = take_column(bytes, at[detail::kNodeAt], view.node_at) &&
                     take_column(bytes, at[detail::kFrom], view.from) &&
                     take_column(bytes, at[detail::kTo], view.to) &&
                     take_column(bytes, at[detail::kLength], view.length_m) &&
                     take_column(bytes, at[detail::kKind], view.kind) &&
                     take_column(bytes, at[detail::kFlags], view.flags) &&
                     take_column(bytes, at[detail::kRoad], view.road) &&
                     take_column(bytes, at[detail::kOrdinal], view.ordinal) &&
                     take_column(bytes, at[detail::kFirstPoint], view.first_point) &&
                     take_column(bytes, at[detail::kPoints], view.points) &&
                     take_column(bytes, at[detail::kAlong], view.along_m) &&
                     take_column(bytes, at[detail::kCopyOf], view.copy_of) &&
                     take_column(bytes, at[detail::kLinkNodes], view.link_nodes) &&
                     take_column(bytes, at[detail::kTurnFrom], view.turn_from) &&
                     take_column(bytes, at[detail::kTurnTo], view.turn_to) &&
                     take_column(bytes, at[detail::kTurnOpenTo], view.turn_open_to) &&
                     take_column(bytes, at[detail::kKinds], kinds);
  if (!taken) return false;
  auto unpacked = detail::unpack_kinds({kinds.data(), kinds.size()});
  if (!unpacked) return false;
  view.kinds = std::move(*unpacked);
  return true;
}

template <class Range>
bool all_below(const Range& items, std::size_t limit) {
  return std::ranges::all_of(items, [limit](auto item) { return item.value() < limit; });
}

bool are_turns_sound(const NetworkView& view) {
  const auto n_nodes = view.node_at.size();
  const auto n_turns = view.turn_from.size();
  const bool nodes_sound = std::ranges::all_of(view.link_nodes, [&](const LinkNodes& nodes) {
    return all_below(nodes.tail, n_nodes) && all_below(nodes.head, n_nodes);
  });
  return (view.link_nodes.empty() || view.link_nodes.size() == view.from.size()) && nodes_sound &&
         view.copy_of.size() <= n_nodes && std::ranges::is_sorted(view.copy_of) &&
         all_below(view.copy_of, n_nodes - view.copy_of.size()) && view.turn_to.size() == n_turns &&
         view.turn_open_to.size() == n_turns && all_below(view.turn_from, n_nodes) &&
         all_below(view.turn_to, n_nodes);
}

bool all_finite(std::span<const Xy> points) {
  return std::ranges::all_of(points, [](const Xy& at) { return at.valid(); });
}

bool all_lengths(std::span<const double> lengths) {
  return std::ranges::all_of(lengths,
                             [](double length) { return std::isfinite(length) && length >= 0; });
}

/// Each link has a line, of two points at least.
bool have_lines(std::span<const std::uint32_t> first_point) {
  constexpr std::uint64_t kLeast = 2;
  return std::ranges::adjacent_find(first_point, [](std::uint64_t first, std::uint64_t next) {
           return next < first + kLeast;
         }) == first_point.end();
}

/// The distances along each link rise from 0 to its length. Precondition: `have_lines`, and they
/// end where `along_m` does.
bool do_lengths_fit(const NetworkView& view) {
  for (std::size_t link = 0; link < view.length_m.size(); ++link) {
    const std::uint32_t first = view.first_point[link];
    const auto along = view.along_m.subspan(first, view.first_point[link + 1] - first);
    if (along.front() != 0 || along.back() != view.length_m[link] ||
        !std::ranges::is_sorted(along)) {
      return false;
    }
  }
  return true;
}

/// Every array has the size it must have, every index points inside its array, and lengths are
/// lengths. Whether they are those of the roads is not known.
bool is_sound(const NetworkView& view) {
  const auto n_links = view.from.size();
  const bool sizes = view.to.size() == n_links && view.length_m.size() == n_links &&
                     view.kind.size() == n_links && view.flags.size() == n_links &&
                     view.road.size() == n_links && view.ordinal.size() == n_links &&
                     view.along_m.size() == view.points.size();
  if (!sizes || !are_turns_sound(view)) return false;
  if (view.first_point.empty()) return n_links == 0 && view.points.empty();
  return view.first_point.size() == n_links + 1 && view.first_point.front() == 0 &&
         view.first_point.back() == view.points.size() && have_lines(view.first_point) &&
         all_finite(view.node_at) && all_finite(view.points) && all_lengths(view.length_m) &&
         all_lengths(view.along_m) && do_lengths_fit(view) &&
         all_below(view.from, view.node_at.size()) && all_below(view.to, view.node_at.size()) &&
         all_below(view.kind, view.kinds.size());
}

class MappedFile final : public MappedNetwork {
 public:
  explicit MappedFile(const std::filesystem::path& file) : mapping_(file) {}

  CacheState check(std::string_view key) {
    const Bytes bytes = mapping_.bytes();
    if (!mapping_.exists()) return CacheState::kMissing;
    CacheHeader header;
    if (bytes.size() < sizeof(header)) return CacheState::kForeign;
    std::memcpy(&header, bytes.data(), sizeof(header));
    if (header.magic != detail::kCacheMagic || header.byte_order != detail::kByteOrderMark) {
      return CacheState::kForeign;
    }
    if (header.version != detail::kCacheVersion) return CacheState::kOlder;
    const Bytes rest = bytes.subspan(sizeof(header));
    if (header.n_bytes != bytes.size() ||
        header.checksum != detail::get_cache_checksum(header, rest)) {
      return CacheState::kDamaged;
    }
    std::array<char, detail::kCacheKeySize> wanted{};
    std::ranges::copy(key, wanted.begin());
    if (header.key != wanted) return CacheState::kStale;
    if (!take_columns(bytes, header, view_) || !is_sound(view_)) return CacheState::kDamaged;
    return CacheState::kFresh;
  }

  [[nodiscard]] const NetworkView& view() const override { return view_; }

 private:
  Mapping mapping_;
  NetworkView view_;
};

/// The file as it will be: header, then the arrays on their boundaries.
class Image {
 public:
  Image() : bytes_(sizeof(CacheHeader)) {}

  template <class T>
  void add(detail::CacheColumn column, std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    constexpr auto kAlign = detail::kCacheAlignment;
    bytes_.resize((bytes_.size() + kAlign - 1) / kAlign * kAlign);
    header_.columns[column] = {bytes_.size(), items.size_bytes()};
    const auto raw = std::as_bytes(items);
    bytes_.insert(bytes_.end(), raw.begin(), raw.end());
  }

  Bytes finish(std::string_view key) {
    std::ranges::copy(key, header_.key.begin());
    header_.n_bytes = bytes_.size();
    header_.checksum =
        detail::get_cache_checksum(header_, Bytes(bytes_).subspan(sizeof(CacheHeader)));
    std::memcpy(bytes_.data(), &header_, sizeof(header_));
    return bytes_;
  }

 private:
  CacheHeader header_;
  std::vector<std::byte> bytes_;
};

std::vector<std::uint8_t> get_flags(const Network& network) {
  std::vector<std::uint8_t> flags(network.n_links());
  for (const LinkIdx link : indices(network.from)) {
    unsigned bits = 0;
    if (network.forward_open[link]) bits |= kForwardOpenFlag;
    if (network.backward_open[link]) bits |= kBackwardOpenFlag;
    if (network.bridge[link]) bits |= kBridgeFlag;
    flags[link.value()] = static_cast<std::uint8_t>(bits);
  }
  return flags;
}

[[noreturn]] void fail(const std::filesystem::path& file) {
  const std::string reason = std::strerror(errno);
  throw DataError({.what = "cannot write the network cache: " + reason,
                   .where = file.string(),
                   .why = "the network must be built again next time",
                   .hint = "check free space and the permissions of the folder"});
}

bool write_all(int fd, Bytes bytes) {
  while (!bytes.empty()) {
    const auto n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno != EINTR) return false;
    if (n > 0) bytes = bytes.subspan(static_cast<std::size_t>(n));
  }
  return true;
}

template <class Index, class T>
void assign(IdxVector<Index, T>& to, std::span<const T> from) {
  to.raw().assign(from.begin(), from.end());
}

}  // namespace

std::string_view to_string(CacheState state) {
  constexpr std::array<std::string_view, 6> kWords = {"fresh", "missing", "foreign",
                                                      "older", "stale",   "damaged"};
  return kWords[static_cast<std::size_t>(state)];
}

OpenedCache open_network_cache(const std::filesystem::path& file, std::string_view key) {
  auto mapped = std::make_shared<MappedFile>(file);
  const auto state = mapped->check(key);
  if (state != CacheState::kFresh) return {state, nullptr};
  return {state, std::move(mapped)};
}

void write_network_cache(const Network& network, std::string_view key,
                         const std::filesystem::path& file) {
  assert(key.size() <= detail::kCacheKeySize);
  const auto flags = get_flags(network);
  const auto kinds = detail::pack_kinds(network.kinds);
  Image image;
  image.add(detail::kNodeAt, std::span(network.node_at.raw()));
  image.add(detail::kFrom, std::span(network.from.raw()));
  image.add(detail::kTo, std::span(network.to.raw()));
  image.add(detail::kLength, std::span(network.length_m.raw()));
  image.add(detail::kKind, std::span(network.kind.raw()));
  image.add(detail::kFlags, std::span(flags));
  image.add(detail::kRoad, std::span(network.road.raw()));
  image.add(detail::kOrdinal, std::span(network.ordinal.raw()));
  image.add(detail::kFirstPoint, std::span(network.first_point));
  image.add(detail::kPoints, std::span(network.points));
  image.add(detail::kAlong, std::span(network.along_m));
  image.add(detail::kCopyOf, std::span(network.copy_of));
  image.add(detail::kLinkNodes, std::span(network.link_nodes.raw()));
  image.add(detail::kTurnFrom, std::span(network.turn_from.raw()));
  image.add(detail::kTurnTo, std::span(network.turn_to.raw()));
  image.add(detail::kTurnOpenTo, std::span(network.turn_open_to.raw()));
  image.add(detail::kKinds, std::span(kinds.data(), kinds.size()));
  const Bytes bytes = image.finish(key);
  auto part = file;
  part += ".part-" + std::to_string(::getpid());
  // Whatever has that name is not written through: it may be a link.
  ::unlink(part.c_str());
  constexpr int kNewFile = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const int fd = ::open(part.c_str(), kNewFile, 0666);
  const bool written = fd >= 0 && write_all(fd, bytes);
  const bool closed = fd >= 0 && ::close(fd) == 0;
  if (written && closed && ::rename(part.c_str(), file.c_str()) == 0) return;
  const int reason = errno;
  ::unlink(part.c_str());
  errno = reason;
  fail(file);
}

Network copy_network(const NetworkView& view) {
  Network network;
  assign(network.node_at, view.node_at);
  assign(network.from, view.from);
  assign(network.to, view.to);
  assign(network.length_m, view.length_m);
  assign(network.kind, view.kind);
  assign(network.road, view.road);
  assign(network.ordinal, view.ordinal);
  for (const auto bits : view.flags) {
    network.forward_open.push_back((bits & kForwardOpenFlag) != 0);
    network.backward_open.push_back((bits & kBackwardOpenFlag) != 0);
    network.bridge.push_back((bits & kBridgeFlag) != 0);
  }
  network.kinds = view.kinds;
  network.copy_of.assign(view.copy_of.begin(), view.copy_of.end());
  assign(network.link_nodes, view.link_nodes);
  assign(network.turn_from, view.turn_from);
  assign(network.turn_to, view.turn_to);
  assign(network.turn_open_to, view.turn_open_to);
  network.first_point.assign(view.first_point.begin(), view.first_point.end());
  network.points.assign(view.points.begin(), view.points.end());
  network.along_m.assign(view.along_m.begin(), view.along_m.end());
  return network;
}

}  // namespace pahunch
