#include "geo/network/access_memo.h"

#include <catch2/catch.hpp>

#include "tests/support/random_problem.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

struct MemoProblem : RandomProblem {
  MemoProblem() : RandomProblem(7, {.barriers = 6}) {
    options.profile.respect_barriers = true;
    while (barriers.barriers.empty()) barriers = RandomPlan(dice, 9).barriers(3);
  }
  std::shared_ptr<const RoadAccess> get(const AccessMemo& memo) {
    SilentProgress silent;
    const Metric metric = make_metric(network, options.profile, options.season);
    return memo.get(inputs(), {options.profile, metric, options.main_component_only}, silent);
  }
};

}  // namespace

TEST_CASE("what access does not depend on shares it") {
  MemoProblem p;
  const AccessMemo memo;
  const auto first = p.get(memo);
  for (auto& [key, speed] : p.options.profile.speed_km_h) speed.value *= 2;
  p.options.profile.access_speed_km_h.value *= 2;
  p.options.profile.waiting_min.value += 3;
  CHECK(p.get(memo) == first);
}

TEST_CASE("each thing that access depends on makes another") {
  MemoProblem p;
  const AccessMemo memo;
  std::vector<std::shared_ptr<const RoadAccess>> seen = {p.get(memo)};
  const auto changes = [&](auto change) {
    change();
    seen.push_back(p.get(memo));
  };
  changes([&] { p.sites.push_back(p.places[0]); });
  changes([&] { p.places[0] = p.places[1]; });
  changes([&] { p.options.profile.attachments += 1; });
  changes([&] { p.options.profile.max_access_m.value += 1; });
  changes([&] { p.options.profile.direct_max_m += 1; });
  changes([&] { p.options.profile.respect_barriers = false; });
  changes([&] { p.options.profile.speed_km_h.erase({"road", Season::kDry}); });
  changes([&] { p.options.profile.speed_km_h.clear(); });
  std::ranges::sort(seen);
  CHECK(std::ranges::adjacent_find(seen) == seen.end());
}

TEST_CASE("models that share access answer as those that do not") {
  SilentProgress silent;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    RandomProblem p(seed);
    const AccessMemo memo;
    TravelInputs shared = p.inputs();
    shared.access = &memo;
    for (const Season season : {Season::kDry, Season::kMonsoon, Season::kDry}) {
      p.options.season = season;
      const auto model = make_fast_model(shared, p.options, silent);
      const auto reference = p.reference();
      for (std::size_t site = 0; site < p.sites.size(); ++site) {
        REQUIRE(model->times(SiteIdx(site)).raw() == reference->times(SiteIdx(site)).raw());
      }
    }
  }
}
