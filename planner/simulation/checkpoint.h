/// \file
/// A file beside the results in which finished parcels of a simulation are kept, so that a run that
/// was interrupted, or killed, goes on where it stopped and comes to the same bytes.
///
/// The header carries a key of everything that the numbers are made from: scenario, checksums of
/// all inputs, and of the program itself. A file with another key is not believed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "planner/console.h"
#include "planner/records/record_file.h"
#include "sim/monte_carlo/parcel.h"

namespace pahunch {

class Checkpoint final : public ParcelStore {
 public:
  /// Opens or makes the file; what cannot be used of it is said and simulated anew. Throws
  /// StoreError when it cannot be written, another program uses it, or it is something else.
  Checkpoint(const std::filesystem::path& file, const std::string& key, Console& console);

  bool contains(const Parcel& parcel) override;
  std::optional<DrawResult> find(const Parcel& parcel) override;
  /// Is on disk when it returns. Throws StoreError when the disk says no.
  void keep(const Parcel& parcel, const DrawResult& result) override;

  /// Years of all parcels in it.
  [[nodiscard]] std::uint64_t n_years();
  /// Takes over all that another one has; that file goes.
  void take_over(const std::filesystem::path& other, const std::string& key, Console& console);
  /// The results are safe elsewhere: the file goes when this does.
  void remove_at_end() { records_.remove_at_end(); }

 private:
  RecordFile records_;
};

/// The key of such a file; "" where it ends in its header, none where it is another file.
std::optional<std::string> find_checkpoint_key(const std::filesystem::path& file);

/// The checkpoint of a result folder: beside it, as NAME.checkpoint.
std::filesystem::path checkpoint_of(const std::filesystem::path& folder);

/// Those of the ranks of `mpirun`, NAME.rank-2.checkpoint, `index` from 0; and all that are there,
/// by name.
std::filesystem::path rank_checkpoint_of(const std::filesystem::path& folder, std::size_t index);
std::vector<std::filesystem::path> list_rank_checkpoints(const std::filesystem::path& folder);

}  // namespace pahunch
