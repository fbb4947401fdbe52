#include "sim/random/thinning.h"

#include "tests/sim/random/law_checks.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

Thinning make_case(std::uint64_t ordinal) {
  return Thinning({.seed = 9,
                   .purpose = Purpose::kReporting,
                   .entity = entity_key(entity_key("s-1"), ordinal)});
}

}  // namespace

TEST_CASE("thinning takes one draw, which is pinned") {
  RandomStream random = make_pinned_stream();
  CHECK(Thinning(random).level() == 0.3499617671385381);
  CHECK(random.n_draws() == 1);
  CHECK(make_case(4).level() ==
        RandomStream(
            {.seed = 9, .purpose = Purpose::kReporting, .entity = entity_key(entity_key("s-1"), 4)})
            .uniform());
}

TEST_CASE("what is kept at a probability is kept at every higher one") {
  for (std::uint64_t ordinal = 0; ordinal < 1000; ++ordinal) {
    const Thinning thinning = make_case(ordinal);
    bool kept = thinning.keeps(0);
    CHECK_FALSE(kept);
    for (double p = 0.1; p < 1; p += 0.1) {
      CHECK((!kept || thinning.keeps(p)));
      kept = thinning.keeps(p);
    }
    CHECK(thinning.keeps(1));
  }
}

TEST_CASE("thinning keeps the share that it should") {
  for (const double p : {0.003, 0.5, 0.9}) {
    double kept = 0;
    for (std::uint64_t ordinal = 0; ordinal < 20'000; ++ordinal) {
      kept += make_case(ordinal).keeps(p) ? 1 : 0;
    }
    CHECK(kept / 20'000 == Approx(p).margin(kSigmas * std::sqrt(p * (1 - p) / 20'000)));
  }
}
