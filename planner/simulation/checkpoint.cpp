#include "planner/simulation/checkpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <system_error>

#include "planner/records/store_error.h"
#include "planner/summary/run_summary.h"
#include "sim/monte_carlo/result_bytes.h"

namespace pahunch {
namespace {

constexpr std::string_view kCheckpointKind = "pahunch checkpoint 2";
const std::string kCheckpointEnding = ".checkpoint", kRankMark = ".rank-";

std::string id_of(const Parcel& parcel) {
  std::string id(sizeof(parcel), '\0');
  std::memcpy(id.data(), &parcel, sizeof(parcel));
  return id;
}

}  // namespace

namespace {

std::filesystem::path beside(const std::filesystem::path& folder, const std::string& ending) {
  std::filesystem::path file = folder.has_filename() ? folder : folder.parent_path();
  file += ending;
  return file;
}

}  // namespace

std::optional<std::string> find_checkpoint_key(const std::filesystem::path& file) {
  return find_record_key(file, kCheckpointKind);
}

std::filesystem::path checkpoint_of(const std::filesystem::path& folder) {
  return beside(folder, kCheckpointEnding);
}

std::filesystem::path rank_checkpoint_of(const std::filesystem::path& folder, std::size_t index) {
  return beside(folder, kRankMark + std::to_string(index + 1) + kCheckpointEnding);
}

std::vector<std::filesystem::path> list_rank_checkpoints(const std::filesystem::path& folder) {
  const std::filesystem::path sample = beside(folder, kRankMark);
  const auto parent = sample.has_parent_path() ? sample.parent_path() : ".";
  std::vector<std::filesystem::path> files;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(parent, missing)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(sample.filename().string()) && name.ends_with(kCheckpointEnding)) {
      files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  return files;
}

Checkpoint::Checkpoint(const std::filesystem::path& file, const std::string& key, Console& console)
    : records_(file, {kCheckpointKind, key}, "simulating") {
  if (records_.opening().other_key) {
    console.warn(file.string() +
                 " was made from other settings, data or another build of the program: its years "
                 "are not used, and all are simulated anew");
  }
  if (records_.opening().was_cut) {
    console.warn(file.string() + " is not whole at its end: what is damaged is simulated again");
  }
  if (records_.ids().empty()) return;
  console.note(fmt::format("going on from {}: {} years are simulated already", file.string(),
                           count_text(static_cast<Persons>(n_years()))));
}

bool Checkpoint::contains(const Parcel& parcel) { return records_.contains(id_of(parcel)); }

std::optional<DrawResult> Checkpoint::find(const Parcel& parcel) {
  const auto bytes = records_.find(id_of(parcel));
  if (!bytes) return std::nullopt;
  auto result = from_bytes(*bytes);
  if (result) return result;
  throw StoreError({.what = "a parcel of years in the checkpoint cannot be read",
                    .where = records_.path().string(),
                    .hint = "remove the file, and run the command again"});
}

void Checkpoint::keep(const Parcel& parcel, const DrawResult& result) {
  records_.append(id_of(parcel), to_bytes(result));
}

void Checkpoint::take_over(const std::filesystem::path& other, const std::string& key,
                           Console& console) {
  Checkpoint taken(other, key, console);
  for (const std::string& id : taken.records_.ids()) {
    if (!records_.contains(id)) records_.append(id, *taken.records_.find(id));
  }
  taken.remove_at_end();
}

std::uint64_t Checkpoint::n_years() {
  std::uint64_t n = 0;
  for (const std::string& id : records_.ids()) {
    Parcel parcel;
    std::memcpy(&parcel, id.data(), std::min(id.size(), sizeof(parcel)));
    n += parcel.n_years;
  }
  return n;
}

}  // namespace pahunch
