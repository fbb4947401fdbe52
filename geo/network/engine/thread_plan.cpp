#include "geo/network/engine/thread_plan.h"

#include <tbb/task_arena.h>

#include <algorithm>
#include <vector>

#include "geo/base/error.h"
#include "geo/base/parallel.h"

namespace pahunch::engine {

ThreadPlan plan_threads(std::uint32_t n_batches, std::size_t bytes_a_thread,
                        const ThreadLimits& limits) {
  if (bytes_a_thread > limits.max_bytes) {
    throw ConfigError({.what = "the travel times of one batch of draws need " +
                               std::to_string(bytes_a_thread >> 20) + " MiB, more than the " +
                               std::to_string(limits.max_bytes >> 20) + " MiB allowed",
                       .why = "nothing can be computed in less",
                       .hint = "allow more memory, or cut the roads to the study area"});
  }
  const auto n_cores = static_cast<std::size_t>(tbb::this_task_arena::max_concurrency());
  auto n_threads =
      limits.max_threads == 0 ? n_cores : std::min<std::size_t>(limits.max_threads, n_cores);
  n_threads = std::min<std::size_t>(n_threads, std::max(n_batches, 1U));
  n_threads = std::min(n_threads, limits.max_bytes / std::max<std::size_t>(bytes_a_thread, 1));
  return {static_cast<std::uint32_t>(n_threads), n_threads * bytes_a_thread};
}

void run_batches(const ThreadPlan& plan, std::uint32_t n_batches,
                 const std::function<void(std::uint32_t, std::uint32_t)>& work) {
  tbb::task_arena arena(static_cast<int>(plan.n_threads));
  std::vector<HappensBefore> slots(plan.n_threads);  // one batch after the other in each
  for (HappensBefore& slot : slots) slot.note_done();
  arena.execute([&] {
    for_each_in_parallel(n_batches, [&](std::size_t batch) {
      const auto thread = static_cast<std::size_t>(tbb::this_task_arena::current_thread_index());
      slots[thread].follow();
      work(static_cast<std::uint32_t>(thread), static_cast<std::uint32_t>(batch));
      slots[thread].note_done();
    });
  });
}

}  // namespace pahunch::engine
