#include "planner/batch/figure_store.h"

#include <algorithm>
#include <system_error>

#include "planner/records/store_error.h"

namespace pahunch {
namespace {

constexpr const char* kJournalEnding = ".journal";

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!error) return;
  throw StoreError({.what = "cannot make a folder: " + error.message(),
                    .where = folder.string(),
                    .why = "finished scenarios are kept in it",
                    .hint = "check permissions, or choose another folder with --out"});
}

}  // namespace

std::filesystem::path kept_folder_of(const std::filesystem::path& folder) {
  std::filesystem::path kept = folder.has_filename() ? folder : folder.parent_path();
  kept += ".scenarios";
  return kept;
}

FigureStore::FigureStore(const std::filesystem::path& folder, const Shard& shard)
    : folder_(kept_folder_of(folder)), owner_(shard.is_whole() ? "" : shard.name() + "-") {
  make_folder(folder_);
  const auto open = [&](const std::filesystem::path& file) {
    journals_.push_back(std::make_unique<RecordFile>(file, RecordHeader{"pahunch journal 1"},
                                                     "computing scenarios"));
  };
  const std::filesystem::path own = folder_ / (shard.name() + kJournalEnding);
  open(own);
  if (!shard.is_whole()) return;
  std::vector<std::filesystem::path> others;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (entry.path().extension() == kJournalEnding && entry.path() != own) {
      others.push_back(entry.path());
    }
  }
  std::ranges::sort(others);
  std::ranges::for_each(others, open);
}

bool FigureStore::contains(const std::string& key) const {
  return std::ranges::any_of(journals_,
                             [&](const auto& journal) { return journal->contains(key); });
}

std::optional<std::string> FigureStore::find(const std::string& key) {
  for (const auto& journal : journals_) {
    if (auto found = journal->find(key)) return found;
  }
  return std::nullopt;
}

void FigureStore::keep(const std::string& key, const std::string& figures) {
  journals_.front()->append(key, figures);
}

bool FigureStore::was_damaged() const {
  return std::ranges::any_of(journals_,
                             [](const auto& journal) { return journal->opening().was_cut; });
}

}  // namespace pahunch
