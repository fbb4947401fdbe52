/// \file
/// Tags from text, for tests: `TagText{"highway=primary", "maxspeed=30 mph"}.tags()`.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "geo/io/osm/tags.h"

namespace pahunch::test {

/// Keeps the text that the tags look at.
class TagText {
 public:
  TagText(std::initializer_list<std::string> pairs) : pairs_(pairs) {
    for (const std::string& pair : pairs_) {
      const auto equals = pair.find('=');
      tags_.push_back(
          {std::string_view(pair).substr(0, equals), std::string_view(pair).substr(equals + 1)});
    }
  }
  TagText(const TagText&) = delete;
  TagText& operator=(const TagText&) = delete;

  [[nodiscard]] osm::Tags tags() const { return osm::Tags(tags_); }

 private:
  std::vector<std::string> pairs_;
  std::vector<osm::Tag> tags_;
};

}  // namespace pahunch::test
