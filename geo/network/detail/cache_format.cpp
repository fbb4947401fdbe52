#include "geo/network/detail/cache_format.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cmath>
#include <cstring>

namespace pahunch::detail {
namespace {

class Packer {
 public:
  template <class T>
  void add(T value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(T));
  }
  void add(const std::string& text) {
    add(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  void add(std::optional<double> value) {
    add(std::uint8_t{value.has_value()});
    add(value.value_or(0));
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// After a read beyond the end `good()` is false and every value is empty.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  template <class T>
  T take() {
    T value{};
    const auto piece = take_bytes(sizeof(T));
    if (good_) std::memcpy(&value, piece.data(), sizeof(T));
    return value;
  }
  std::string take_text() {
    const auto size = take<std::uint32_t>();
    return std::string(take_bytes(size));
  }
  std::optional<double> take_number() {
    const bool there = take<std::uint8_t>() != 0;
    const auto value = take<double>();
    return there ? std::optional(value) : std::nullopt;
  }
  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view take_bytes(std::size_t n) {
    if (n > bytes_.size()) {
      good_ = false;
      return {};
    }
    const auto piece = bytes_.substr(0, n);
    bytes_.remove_prefix(n);
    return piece;
  }
  std::string_view bytes_;
  bool good_ = true;
};

bool is_speed(const std::optional<double>& speed_km_h) {
  return !speed_km_h || (std::isfinite(*speed_km_h) && *speed_km_h > 0);
}

}  // namespace

std::uint64_t get_cache_checksum(const CacheHeader& header, std::span<const std::byte> rest) {
  CacheHeader plain = header;
  plain.checksum = 0;
  const auto seed = XXH3_64bits(&plain, sizeof(plain));
  return XXH3_64bits_withSeed(rest.data(), rest.size(), seed);
}

std::string pack_kinds(const IdxVector<KindIdx, LinkKind>& kinds) {
  Packer packer;
  packer.add(static_cast<std::uint32_t>(kinds.size()));
  for (const LinkKind& kind : kinds) {
    packer.add(kind.road_class);
    packer.add(kind.surface);
    packer.add(kind.speed_km_h);
    packer.add(kind.speed_limit_km_h);
    packer.add(to_string(kind.access));
    packer.add(to_string(kind.one_way_exempt));
    packer.add(std::uint8_t{kind.closed_in_monsoon});
  }
  return packer.take();
}

std::optional<IdxVector<KindIdx, LinkKind>> unpack_kinds(std::string_view bytes) {
  Unpacker unpacker(bytes);
  const auto n = unpacker.take<std::uint32_t>();
  IdxVector<KindIdx, LinkKind> kinds;
  for (std::uint32_t i = 0; i < n && unpacker.good(); ++i) {
    LinkKind kind;
    kind.road_class = unpacker.take_text();
    kind.surface = unpacker.take_text();
    kind.speed_km_h = unpacker.take_number();
    kind.speed_limit_km_h = unpacker.take_number();
    const auto access = find_vehicle_set(unpacker.take_text());
    const auto exempt = find_vehicle_set(unpacker.take_text());
    kind.closed_in_monsoon = unpacker.take<std::uint8_t>() != 0;
    if (!access || !exempt || !is_speed(kind.speed_km_h) || !is_speed(kind.speed_limit_km_h)) {
      return std::nullopt;
    }
    kind.access = *access;
    kind.one_way_exempt = *exempt;
    kinds.push_back(std::move(kind));
  }
  if (!unpacker.good() || !unpacker.at_end()) return std::nullopt;
  return kinds;
}

}  // namespace pahunch::detail
