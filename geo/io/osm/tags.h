/// \file
/// The tags of one OpenStreetMap object, and a count of what could not be made of them.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace pahunch::osm {

struct Tag {
  std::string_view key, value;
};

/// A view: the tags must outlive it. An absent key reads as "".
class Tags {
 public:
  explicit Tags(std::span<const Tag> tags) : tags_(tags) {}

  [[nodiscard]] std::string_view operator[](std::string_view key) const {
    for (const Tag& tag : tags_) {
      if (tag.key == key) return tag.value;
    }
    return {};
  }
  [[nodiscard]] bool has(std::string_view key) const { return !(*this)[key].empty(); }
  [[nodiscard]] auto begin() const { return tags_.begin(); }
  [[nodiscard]] auto end() const { return tags_.end(); }

 private:
  std::span<const Tag> tags_;
};

/// What was met and could not be used, by "key=value" or by reason, with how often.
class TagReport {
 public:
  /// A value that the rules do not know; the tag is treated as if it were not there.
  void note_unknown(std::string_view key, std::string_view value);
  /// An object that could be a road and is not used.
  void note_left_out(std::string_view reason);

  [[nodiscard]] const std::map<std::string, std::uint64_t>& unknown() const { return unknown_; }
  [[nodiscard]] const std::map<std::string, std::uint64_t>& left_out() const { return left_out_; }
  [[nodiscard]] std::uint64_t n_unknown() const;

 private:
  std::map<std::string, std::uint64_t> unknown_, left_out_;
};

bool is_one_of(std::string_view word, std::span<const std::string_view> words);
/// Removes white space at both ends.
std::string_view trimmed(std::string_view text);
/// Cuts off and returns what stands before the next `separator`, trimmed; `rest` shrinks.
std::string_view take_until(std::string_view& rest, char separator);

}  // namespace pahunch::osm
