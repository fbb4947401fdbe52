/// \file
/// A file beside the results in which finished parcels of a simulation are kept, so that a run that
/// was interrupted, or killed, goes on where it stopped and comes to the same bytes.
///
/// Each record carries its length and a checksum (XXH3), so that a last one that was not written
/// whole is known, dropped and simulated again. The header carries a key of everything that the
/// numbers are made from: scenario, checksums of all inputs, and of the program itself. A file with
/// another key is not believed. One program at a time may use it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include "planner/console.h"
#include "planner/simulation/locked_file.h"
#include "sim/monte_carlo/parcel.h"

namespace pahunch {

class Checkpoint final : public ParcelStore {
 public:
  /// Opens or makes the file; what cannot be used of it is said and simulated anew. Throws
  /// DataError when it cannot be written, another program uses it, or it is something else.
  Checkpoint(const std::filesystem::path& file, const std::string& key, Console& console);
  Checkpoint(const Checkpoint&) = delete;
  Checkpoint& operator=(const Checkpoint&) = delete;
  ~Checkpoint() override;

  bool contains(const Parcel& parcel) override;
  std::optional<DrawResult> find(const Parcel& parcel) override;
  /// Is on disk when it returns. Throws DataError when the disk says no.
  void keep(const Parcel& parcel, const DrawResult& result) override;

  /// Years of all parcels in it.
  [[nodiscard]] std::uint64_t n_years() const;
  /// The results are safe elsewhere: the file goes when this does.
  void remove_at_end() { removed_ = true; }

 private:
  struct Place {
    std::uint64_t offset = 0, size = 0, checksum = 0;  ///< of the parcel's bytes
  };
  /// False where the header is not that of this key.
  bool read_header(const std::string& header, Console& console);
  void read_records(Console& console);
  bool read_record();

  LockedFile file_;
  std::uint64_t end_ = 0;  ///< of what is whole
  std::map<Parcel, Place> places_;
  std::mutex mutex_;
  bool removed_ = false;
};

/// The checkpoint of a result folder: beside it, as NAME.checkpoint.
std::filesystem::path checkpoint_of(const std::filesystem::path& folder);

}  // namespace pahunch
