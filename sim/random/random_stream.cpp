#include "sim/random/random_stream.h"

#include <Random123/philox.h>

#include <cassert>

namespace pahunch {

namespace {

__extension__ using Wide = unsigned __int128;

/// Tells the block that makes the key from every block that makes numbers.
constexpr std::uint32_t kKeyTag = 0x50616875;  // "Pahu"

constexpr std::uint32_t low(std::uint64_t x) { return static_cast<std::uint32_t>(x); }
constexpr std::uint32_t high(std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32U); }
constexpr std::uint64_t join(std::uint32_t lower, std::uint32_t upper) {
  return (std::uint64_t{upper} << 32U) | lower;
}

/// Final mix of SplitMix64.
constexpr std::uint64_t mix(std::uint64_t hash) {
  hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebULL;
  return hash ^ (hash >> 31U);
}

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key) {
  const r123::Philox4x32_R<10>::ctr_type in = {{counter[0], counter[1], counter[2], counter[3]}};
  const r123::Philox4x32_R<10>::key_type with = {{key[0], key[1]}};
  const auto out = r123::Philox4x32_R<10>()(in, with);
  return {out.v[0], out.v[1], out.v[2], out.v[3]};
}

}  // namespace

std::uint64_t entity_key(std::string_view id) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return mix(hash);
}

std::uint64_t entity_key(std::uint64_t whole, std::uint64_t ordinal) {
  // The sum is not symmetric in the two, so that part 2 of 1 is not part 1 of 2.
  return mix(mix(whole) + (ordinal + 1) * 0x9e3779b97f4a7c15ULL);
}

StreamFamily::StreamFamily(std::uint64_t seed, std::uint64_t replicate, Purpose purpose) {
  const auto block =
      philox({low(replicate), high(replicate), static_cast<std::uint32_t>(purpose), kKeyTag},
             {low(seed), high(seed)});
  philox_key_ = {block[0], block[1]};
}

RandomStream::RandomStream(const StreamKey& key)
    : RandomStream(StreamFamily(key.seed, key.replicate, key.purpose), key.entity) {}

std::uint64_t RandomStream::next_bits() {
  if (n_draws_ % 2 == 0) refill();
  return block_[n_draws_++ % 2];
}

void RandomStream::refill() {
  const std::uint64_t at = n_draws_ / 2;
  const auto words = philox({low(at), high(at), low(entity_), high(entity_)}, philox_key_);
  block_ = {join(words[0], words[1]), join(words[2], words[3])};
}

std::uint64_t RandomStream::uniform_index(std::uint64_t n) {
  assert(n > 0);
  Wide product = Wide{next_bits()} * n;
  if (static_cast<std::uint64_t>(product) < n) {
    const std::uint64_t uneven = (0 - n) % n;  // 2^64 mod n: products below it are one too many
    while (static_cast<std::uint64_t>(product) < uneven) product = Wide{next_bits()} * n;
  }
  return static_cast<std::uint64_t>(product >> 64U);
}

double RandomStream::uniform() {
  constexpr double kCell = 1.0 / (1ULL << 52U);
  return (static_cast<double>(next_bits() >> 12U) + 0.5) * kCell;
}

}  // namespace pahunch
