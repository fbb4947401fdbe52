#include "planner/ranks/ranks.h"

#include <atomic>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>

#ifdef PAHUNCH_WITH_MPI
#include <mpi.h>
#endif

#include "geo/base/error.h"
#include "planner/exit_code.h"

namespace pahunch {
namespace {

std::optional<long> find_number(const char* variable) {
  const char* text = std::getenv(variable);
  return text == nullptr ? std::nullopt : std::optional(std::strtol(text, nullptr, 10));
}

/// Processes that were started together, as the starters of the usual kinds of MPI say it: Open
/// MPI's own, those of PMI, and `srun --mpi=pmix`, as PMIx itself tells no size. The tasks of a
/// step of Slurm are counted: those of its job may be others, or none of them a rank.
long count_started() {
  for (const char* variable : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"}) {
    if (const auto size = find_number(variable)) return *size;
  }
  if (std::getenv("PMIX_RANK") == nullptr) return 1;
  return find_number("SLURM_STEP_NUM_TASKS").value_or(1);
}

bool is_started_among_several() { return count_started() > 1; }

class OneAlone final : public Ranks {
 public:
  [[nodiscard]] std::size_t index() const override { return 0; }
  [[nodiscard]] std::size_t count() const override { return 1; }
  void share(std::vector<std::uint64_t>& /*numbers*/) override {}
  void meet() override { claimed_ = 0; }
  std::uint64_t claim() override { return claimed_++; }
  void end(int /*exit_code*/) override {}

 private:
  std::atomic<std::uint64_t> claimed_ = 0;
};

#ifdef PAHUNCH_WITH_MPI

/// Claims are a counter in the memory of the first rank (one-sided MPI, standard 3.1, chapter 11),
/// so that no rank has to hand out work. What fails ends all ranks: the usual handler of MPI.
class MpiRanks final : public Ranks {
 public:
  MpiRanks() {
    int level = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_SERIALIZED, &level);
    MPI_Comm_rank(MPI_COMM_WORLD, &index_);
    MPI_Comm_size(MPI_COMM_WORLD, &count_);
    const MPI_Aint size = index_ == 0 ? sizeof(std::uint64_t) : 0;
    MPI_Win_allocate(size, sizeof(std::uint64_t), MPI_INFO_NULL, MPI_COMM_WORLD, &counter_,
                     &window_);
    meet();
  }

  [[nodiscard]] std::size_t index() const override { return static_cast<std::size_t>(index_); }
  [[nodiscard]] std::size_t count() const override { return static_cast<std::size_t>(count_); }

  void share(std::vector<std::uint64_t>& numbers) override {
    std::uint64_t size = numbers.size();
    MPI_Bcast(&size, 1, MPI_UINT64_T, 0, MPI_COMM_WORLD);
    numbers.resize(size);
    MPI_Bcast(numbers.data(), static_cast<int>(size), MPI_UINT64_T, 0, MPI_COMM_WORLD);
  }

  void meet() override {
    MPI_Barrier(MPI_COMM_WORLD);
    if (index_ == 0) {
      MPI_Win_lock(MPI_LOCK_EXCLUSIVE, 0, 0, window_);
      *counter_ = 0;
      MPI_Win_unlock(0, window_);
    }
    MPI_Barrier(MPI_COMM_WORLD);
  }

  std::uint64_t claim() override {
    const std::scoped_lock lock(mutex_);
    const std::uint64_t one = 1;
    std::uint64_t claimed = 0;
    MPI_Win_lock(MPI_LOCK_SHARED, 0, 0, window_);
    MPI_Fetch_and_op(&one, &claimed, MPI_UINT64_T, 0, 0, MPI_SUM, window_);
    MPI_Win_unlock(0, window_);
    return claimed;
  }

  void end(int exit_code) override {
    const bool is_over = exit_code == kExitDone || exit_code == kExitPartlyFailed;
    if (!is_over) MPI_Abort(MPI_COMM_WORLD, exit_code);
    MPI_Win_free(&window_);
    MPI_Finalize();
  }

 private:
  int index_ = 0, count_ = 1;
  std::uint64_t* counter_ = nullptr;  ///< of the first rank
  MPI_Win window_ = MPI_WIN_NULL;
  std::mutex mutex_;
};

std::unique_ptr<Ranks> join_ranks() {
  if (!is_started_among_several()) return std::make_unique<OneAlone>();
  auto ranks = std::make_unique<MpiRanks>();
  if (!ranks->is_alone()) return ranks;
  ranks->end(kExitDone);
  throw UsageError({.what = "several processes were started together, but MPI does not join them",
                    .why = "each would do the whole work",
                    .hint = "start them by mpirun or by srun --mpi=pmix"});
}

#else

std::unique_ptr<Ranks> join_ranks() {
  if (!is_started_among_several()) return std::make_unique<OneAlone>();
  throw UsageError(
      {.what = "several processes were started together, but this program was built "
               "without MPI",
       .why = "each would do the whole work",
       .hint = "scripts/setup cluster, and build again; or share the work by --shard"});
}

#endif

}  // namespace

namespace {

/// Null until they are joined.
std::unique_ptr<Ranks>& joined_ranks() {
  static std::unique_ptr<Ranks> ranks;
  return ranks;
}

}  // namespace

Ranks& all_ranks() {
  auto& ranks = joined_ranks();
  if (!ranks) ranks = join_ranks();
  return *ranks;
}

void end_ranks(int exit_code) {
  if (joined_ranks()) joined_ranks()->end(exit_code);
}

}  // namespace pahunch
