#include "planner/simulation/checkpoint.h"

#include <fmt/format.h>

#include <cstring>
#include <system_error>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "geo/base/error.h"
#include "planner/summary/run_summary.h"
#include "sim/monte_carlo/result_bytes.h"

namespace pahunch {
namespace {

constexpr std::string_view kMagic = "pahunch checkpoint 1\n";

struct RecordHead {
  Parcel parcel;
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;  ///< of the bytes that follow, with the parcel as its seed
};

std::uint64_t checksum_of(const Parcel& parcel, std::string_view bytes) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), XXH3_64bits(&parcel, sizeof(parcel)));
}

}  // namespace

std::filesystem::path checkpoint_of(const std::filesystem::path& folder) {
  std::filesystem::path file = folder.has_filename() ? folder : folder.parent_path();
  file += ".checkpoint";
  return file;
}

Checkpoint::Checkpoint(const std::filesystem::path& file, const std::string& key, Console& console)
    : file_(file) {
  const std::string header = std::string(kMagic) + key + "\n";
  if (read_header(header, console)) {
    end_ = header.size();
    read_records(console);
    return;
  }
  file_.cut(0);
  file_.write(0, header);
  end_ = header.size();
}

Checkpoint::~Checkpoint() {
  std::error_code ignored;
  if (removed_) std::filesystem::remove(file_.path(), ignored);
}

bool Checkpoint::read_header(const std::string& header, Console& console) {
  const std::string found = file_.read(0, header.size());
  if (found == header) return true;
  if (!found.starts_with(kMagic.substr(0, found.size()))) {
    throw DataError({.what = "a file of this name is not a checkpoint, and is left alone",
                     .where = file_.path().string(),
                     .hint = "remove it yourself, or choose another folder with --out"});
  }
  if (found.size() > kMagic.size()) {
    console.warn(file_.path().string() +
                 " was made from other settings, data or another build of the program: its years "
                 "are not used, and all are simulated anew");
  }
  return false;
}

/// Reads the record at the end of what is whole; false where there is none that is whole.
bool Checkpoint::read_record() {
  RecordHead head;
  const std::string head_bytes = file_.read(end_, sizeof(head));
  if (head_bytes.size() < sizeof(head)) return false;
  std::memcpy(&head, head_bytes.data(), sizeof(head));
  const std::uint64_t begin = end_ + sizeof(head);
  if (head.size > file_.size() - begin) return false;
  if (checksum_of(head.parcel, file_.read(begin, head.size)) != head.checksum) return false;
  places_[head.parcel] = {begin, head.size, head.checksum};
  end_ = begin + head.size;
  return true;
}

void Checkpoint::read_records(Console& console) {
  while (read_record()) {
  }
  if (end_ != file_.size()) {
    console.warn(file_.path().string() +
                 " is not whole at its end: what is damaged is simulated again");
    file_.cut(end_);
  }
  if (places_.empty()) return;
  console.note(fmt::format("going on from {}: {} years are simulated already",
                           file_.path().string(), count_text(static_cast<Persons>(n_years()))));
}

bool Checkpoint::contains(const Parcel& parcel) {
  const std::scoped_lock lock(mutex_);
  return places_.contains(parcel);
}

std::optional<DrawResult> Checkpoint::find(const Parcel& parcel) {
  const std::scoped_lock lock(mutex_);
  const auto place = places_.find(parcel);
  if (place == places_.end()) return std::nullopt;
  const auto& [offset, size, checksum] = place->second;
  const std::string bytes = file_.read(offset, size);
  auto result = from_bytes(bytes);
  if (!result || checksum_of(parcel, bytes) != checksum) {
    throw DataError({.what = "the checkpoint was changed while it was in use",
                     .where = file_.path().string(),
                     .hint = "remove it, and run the command again"});
  }
  return result;
}

void Checkpoint::keep(const Parcel& parcel, const DrawResult& result) {
  const std::string bytes = to_bytes(result);
  const RecordHead head{parcel, bytes.size(), checksum_of(parcel, bytes)};
  std::string record(sizeof(head), '\0');
  std::memcpy(record.data(), &head, sizeof(head));
  record += bytes;
  const std::scoped_lock lock(mutex_);
  file_.write(end_, record);
  places_[parcel] = {end_ + sizeof(head), head.size, head.checksum};
  end_ += record.size();
}

std::uint64_t Checkpoint::n_years() const {
  std::uint64_t n = 0;
  for (const auto& [parcel, place] : places_) n += parcel.n_years;
  return n;
}

}  // namespace pahunch
