#include "planner/batch/share_batch.h"

#include "planner/batch/shard.h"

namespace pahunch {
namespace {

/// Neither finished nor known to fail. The first rank alone looks into all journals: one that works
/// holds its own.
std::vector<std::uint64_t> list_left(const BatchPlan& plan, LastGround& grounds,
                                     const std::filesystem::path& folder, Session& session) {
  FigureStore store(folder, {});
  const BatchOutcome outcome =
      run_batch(plan, {.grounds = grounds, .compute = false}, store, session);
  std::vector<std::uint64_t> left;
  for (std::size_t at = 0; at < plan.size(); ++at) {
    const ScenarioOutcome& one = outcome.scenarios[at];
    if (!one.figures && one.failure.empty()) left.push_back(at);
  }
  return left;
}

}  // namespace

void share_batch(const BatchPlan& plan, const BatchOptions& options,
                 const std::filesystem::path& folder, Session& session) {
  Ranks& ranks = *options.ranks;
  std::vector<std::uint64_t> left;
  if (ranks.is_first()) left = list_left(plan, options.grounds, folder, session);
  ranks.share(left);
  ranks.meet();
  {
    FigureStore own(folder, {ranks.index() + 1, ranks.count()});
    BatchOptions shared = options;
    shared.only = std::vector<std::size_t>(left.begin(), left.end());
    static_cast<void>(run_batch(plan, shared, own, session));
  }
  ranks.meet();
}

}  // namespace pahunch
