/// \file
/// The processes that `mpirun`, or `srun --mpi=pmix`, has started together; a program alone is one
/// of one.
///
/// Little is said between them: who takes which piece of work, and what is left. What they compute
/// goes into files of their own in a folder that all of them see, so that a process that dies takes
/// nothing with it that was finished.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pahunch {

class Ranks {
 public:
  Ranks() = default;
  Ranks(const Ranks&) = delete;
  Ranks& operator=(const Ranks&) = delete;
  virtual ~Ranks() = default;

  [[nodiscard]] virtual std::size_t index() const = 0;  ///< from 0
  [[nodiscard]] virtual std::size_t count() const = 0;
  [[nodiscard]] bool is_first() const { return index() == 0; }
  [[nodiscard]] bool is_alone() const { return count() == 1; }

  /// All ranks come to these together.
  /// What the first rank has, for all of them.
  virtual void share(std::vector<std::uint64_t>& numbers) = 0;
  /// Until all are here. Claims begin at 0 again.
  virtual void meet() = 0;

  /// The smallest number that no rank has claimed since they met. From any thread.
  virtual std::uint64_t claim() = 0;

  /// The program ends with this exit code. One that failed ends the others too, as they would wait
  /// for it. Nothing may be asked of the ranks after that.
  virtual void end(int exit_code) = 0;
};

/// Those of this program; the first call joins them. Throws UsageError where several processes were
/// started together, but the program was built without MPI, or this starter is not that of its MPI.
Ranks& all_ranks();

/// `Ranks::end` of those of this program, where they were joined.
void end_ranks(int exit_code);

}  // namespace pahunch
