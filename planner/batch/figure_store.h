/// \file
/// What a batch has finished, beside its results: FOLDER.scenarios holds a journal of the figures
/// of each scenario by its content, so that the next call computes only what is new, and what was
/// killed goes on where it stopped.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "planner/batch/shard.h"
#include "planner/records/record_file.h"

namespace pahunch {

/// FOLDER.scenarios
std::filesystem::path kept_folder_of(const std::filesystem::path& folder);

class FigureStore {
 public:
  /// Makes the folder, and opens its own journal and, unless it is one shard of several, those of
  /// all shards. Throws StoreError when that fails or another program uses one of them.
  FigureStore(const std::filesystem::path& folder, const Shard& shard);

  [[nodiscard]] bool contains(const std::string& key) const;
  [[nodiscard]] std::optional<std::string> find(const std::string& key);
  /// Is on disk when it returns. Throws StoreError when the disk says no.
  void keep(const std::string& key, const std::string& figures);

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  /// Begins the names of what is this shard's alone in the folder; "" where it is the whole.
  [[nodiscard]] const std::string& owner() const { return owner_; }
  /// The end of a journal was damaged; what was lost is computed again.
  [[nodiscard]] bool was_damaged() const;

 private:
  std::filesystem::path folder_;
  std::string owner_;
  std::vector<std::unique_ptr<RecordFile>> journals_;  ///< the own one first
};

}  // namespace pahunch
