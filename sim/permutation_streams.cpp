#include "sim/permutation_streams.h"

#include "sim/random/random_stream.h"

namespace pahunch {

RandomSource make_permutation_source(std::uint64_t seed) {
  return [seed](RandomUse use, std::string_view entity) -> UniformIndex {
    const Purpose purpose =
        use == RandomUse::kMoran ? Purpose::kMoranPermutation : Purpose::kGetisOrdPermutation;
    RandomStream stream({.seed = seed, .purpose = purpose, .entity = entity_key(entity)});
    return [stream](std::uint64_t n) mutable { return stream.uniform_index(n); };
  };
}

}  // namespace pahunch
