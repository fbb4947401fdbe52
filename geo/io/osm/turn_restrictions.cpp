#include "geo/io/osm/turn_restrictions.h"

namespace pahunch::osm {

std::string find_restriction_kind(const Tags& tags, TagReport& report) {
  if (tags["type"] != "restriction") return {};
  auto value = tags["restriction"];
  if (value.empty()) value = tags["restriction:motorcar"];
  if (value.empty()) {
    for (const Tag& tag : tags) {
      if (tag.key == "restriction:conditional") return "conditional";
    }
  }
  if (value.starts_with("no_") || value.starts_with("only_")) return std::string(value);
  report.note_unknown("restriction", value);
  return {};
}

}  // namespace pahunch::osm
