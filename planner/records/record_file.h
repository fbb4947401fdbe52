/// \file
/// An append-only file of finished work, so that what was interrupted, or killed, goes on where it
/// stopped: a header, then records of an id and bytes.
///
/// Each record carries its lengths and a checksum (XXH3), so that a last one that was not written
/// whole is known, dropped and made again. One program at a time may use the file; its lock ends
/// with the program.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planner/records/locked_file.h"

namespace pahunch {

/// How a file begins: `kind` says what it is, `key` from what its records are made.
struct RecordHeader {
  std::string_view kind;  ///< "pahunch checkpoint 1"
  std::string key = {};   ///< one line; "" where each record speaks for itself
};

/// The key in the header of a file that nobody needs to hold; "" where the file ends in its header,
/// none where it is of another kind or cannot be read.
std::optional<std::string> find_record_key(const std::filesystem::path& file,
                                           std::string_view kind);

class RecordFile {
 public:
  /// What was found in the file.
  struct Opening {
    bool other_key = false;  ///< it had another key; all its records are gone
    bool was_cut = false;    ///< the end was damaged, and is gone
  };

  /// Opens or makes the file. Throws StoreError when it cannot be written, another program uses it
  /// (`use`: what that would be doing, "simulating"), or it is something else.
  RecordFile(const std::filesystem::path& file, const RecordHeader& header, std::string_view use);
  RecordFile(const RecordFile&) = delete;
  RecordFile& operator=(const RecordFile&) = delete;
  ~RecordFile();

  [[nodiscard]] const Opening& opening() const { return opening_; }
  [[nodiscard]] const std::filesystem::path& path() const { return file_.path(); }

  [[nodiscard]] bool contains(const std::string& id);
  /// The bytes; none where there is no such record. Throws StoreError when the file was changed
  /// meanwhile.
  [[nodiscard]] std::optional<std::string> find(const std::string& id);
  /// Is on disk when it returns; a later record of the same id wins. Throws StoreError when the
  /// disk says no; the file then ends as before.
  void append(const std::string& id, std::string_view bytes);
  /// In the order of the ids.
  [[nodiscard]] std::vector<std::string> ids();

  /// The results are safe elsewhere: the file goes when this does.
  void remove_at_end() { removed_ = true; }

 private:
  struct Place {
    std::uint64_t offset = 0, size = 0, checksum = 0;  ///< of the bytes
  };
  bool read_header(const std::string& header, std::string_view kind);
  bool read_record();

  LockedFile file_;
  Opening opening_;
  std::uint64_t end_ = 0;  ///< of what is whole
  std::map<std::string, Place> places_;
  std::mutex mutex_;
  bool removed_ = false;
};

}  // namespace pahunch
