#include "planner/records/record_file.h"

#include <fmt/format.h>

#include <cstring>
#include <fstream>
#include <system_error>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "planner/records/store_error.h"

namespace pahunch {
namespace {

struct RecordHead {
  std::uint64_t id_size = 0;
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;  ///< of the bytes, with the id as its seed
};

std::uint64_t checksum_of(std::string_view id, std::string_view bytes) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), XXH3_64bits(id.data(), id.size()));
}

}  // namespace

std::optional<std::string> find_record_key(const std::filesystem::path& file,
                                           std::string_view kind) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::string found, key;
  std::getline(in, found);
  const bool is_whole = !in.eof();
  if (is_whole ? found != kind : !kind.starts_with(found)) return std::nullopt;
  std::getline(in, key);
  return in.eof() ? "" : key;
}

RecordFile::RecordFile(const std::filesystem::path& file, const RecordHeader& header,
                       std::string_view use)
    : file_(file, use) {
  const std::string kind = std::string(header.kind) + "\n";
  const std::string whole = header.key.empty() ? kind : kind + header.key + "\n";
  if (!read_header(whole, kind)) {
    file_.cut(0);
    file_.write(0, whole);
  }
  end_ = whole.size();
  while (read_record()) {
  }
  opening_.was_cut = end_ != file_.size();
  if (opening_.was_cut) file_.cut(end_);
}

RecordFile::~RecordFile() {
  std::error_code ignored;
  if (removed_) std::filesystem::remove(file_.path(), ignored);
}

/// False where the header is not this one.
bool RecordFile::read_header(const std::string& header, std::string_view kind) {
  const std::string found = file_.read(0, header.size());
  if (found == header) return true;
  if (!found.starts_with(kind.substr(0, found.size()))) {
    throw StoreError({.what = fmt::format("a file of this name is not a {}, and is left alone",
                                          kind.substr(0, kind.size() - 1)),
                      .where = file_.path().string(),
                      .hint = "remove it yourself, or choose another folder with --out"});
  }
  opening_.other_key = found.size() > kind.size();
  return false;
}

/// Reads the record at the end of what is whole; false where there is none that is whole.
bool RecordFile::read_record() {
  RecordHead head;
  const std::string head_bytes = file_.read(end_, sizeof(head));
  if (head_bytes.size() < sizeof(head)) return false;
  std::memcpy(&head, head_bytes.data(), sizeof(head));
  const std::uint64_t begin = end_ + sizeof(head);
  const std::uint64_t n_left = file_.size() - begin;
  if (head.id_size > n_left || head.size > n_left - head.id_size) return false;
  const std::string id = file_.read(begin, head.id_size);
  const std::uint64_t offset = begin + head.id_size;
  if (checksum_of(id, file_.read(offset, head.size)) != head.checksum) return false;
  places_[id] = {offset, head.size, head.checksum};
  end_ = offset + head.size;
  return true;
}

bool RecordFile::contains(const std::string& id) {
  const std::scoped_lock lock(mutex_);
  return places_.contains(id);
}

std::optional<std::string> RecordFile::find(const std::string& id) {
  const std::scoped_lock lock(mutex_);
  const auto place = places_.find(id);
  if (place == places_.end()) return std::nullopt;
  std::string bytes = file_.read(place->second.offset, place->second.size);
  if (checksum_of(id, bytes) == place->second.checksum) return bytes;
  throw StoreError({.what = "a file of finished work was changed while it was in use",
                    .where = file_.path().string(),
                    .hint = "remove it, and run the command again"});
}

void RecordFile::append(const std::string& id, std::string_view bytes) {
  const RecordHead head{id.size(), bytes.size(), checksum_of(id, bytes)};
  std::string record(sizeof(head), '\0');
  std::memcpy(record.data(), &head, sizeof(head));
  record += id;
  record += bytes;
  const std::scoped_lock lock(mutex_);
  file_.write(end_, record);
  places_[id] = {end_ + sizeof(head) + head.id_size, head.size, head.checksum};
  end_ += record.size();
}

std::vector<std::string> RecordFile::ids() {
  const std::scoped_lock lock(mutex_);
  std::vector<std::string> ids;
  for (const auto& [id, place] : places_) ids.push_back(id);
  return ids;
}

}  // namespace pahunch
