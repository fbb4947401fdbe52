#include "planner/optimise/flood_reach.h"

#include <algorithm>
#include <optional>

#include "geo/base/parallel.h"
#include "geo/coverage/reach_lists.h"
#include "planner/optimise/flood_moment.h"

namespace pahunch {
namespace {

constexpr std::size_t kDrawsTogether = 16;

}  // namespace

ReachTable RoadReach::reach_in(const RoadState& state) const {
  SilentProgress silent;
  const auto model = make_model(study_, scenario_choice(study_.scenario), state, silent);
  std::vector<CentreIdx> left;
  for (const CentreIdx at : made_.centre_of) {
    if (!std::ranges::binary_search(state.lost, SiteIdx(at.value()))) left.push_back(at);
  }
  const ReachLists lists = collect_reach_lists(*model, left, limit_, silent);
  return ReachTable(made_.problem.weights.size(), made_.problem.sites.size(),
                    list_pairs(made_, lists));
}

ReachDraws RoadReach::draw(std::size_t n, const std::function<RoadState(std::size_t)>& state_of,
                           Progress& progress) const {
  progress.begin("reach over flooded roads", n);
  const auto limit_ms = static_cast<double>(limit_.ms());
  ReachDrawsBuilder builder(made_.problem.weights.size(), made_.problem.sites.size());
  builder.set_base(made_.problem.reach, limit_ms);
  for (std::size_t begin = 0; begin < n; begin += kDrawsTogether) {
    const std::size_t n_now = std::min(kDrawsTogether, n - begin);
    std::vector<std::optional<ReachTable>> reach(n_now);
    for_each_in_parallel(n_now, [&](std::size_t i) {
      const RoadState state = state_of(begin + i);
      if (state != study_.closures.certain) reach[i] = reach_in(state);
      progress.advance(1);
    });
    for (const auto& table : reach) {
      if (table) {
        builder.add_draw(*table, limit_ms);
      } else {
        builder.begin_draw();
      }
    }
  }
  return std::move(builder).finish();
}

ReachDraws FloodReach::draw(std::uint64_t first, std::size_t n, Progress& progress) const {
  return roads_.draw(
      n, [&](std::size_t i) { return draw_flood_moment(hazard_, seed_, first + i); }, progress);
}

}  // namespace pahunch
