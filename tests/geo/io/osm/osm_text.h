/// \file
/// Small OpenStreetMap files from text, for tests.
///
///   OsmText text;
///   text.node(1, 85.0, 25.0).node(2, 85.001, 25.0, {"barrier=gate"});
///   text.way(10, {1, 2}, {"highway=primary"});
///   const auto data = text.read();
#pragma once

#include <initializer_list>
#include <sstream>
#include <string>

#include "geo/base/progress.h"
#include "geo/io/osm/read_osm.h"
#include "tests/support/temp_dir.h"

namespace pahunch::test {

class OsmText {
 public:
  using Pairs = std::initializer_list<std::string>;

  OsmText& node(long id, double lon, double lat, Pairs tags = {}) {
    body_.precision(10);
    body_ << "<node id='" << id << "' lon='" << lon << "' lat='" << lat << "'>";
    write(tags);
    body_ << "</node>\n";
    return *this;
  }
  OsmText& way(long id, std::initializer_list<long> nodes, Pairs tags) {
    body_ << "<way id='" << id << "'>";
    for (const long node : nodes) body_ << "<nd ref='" << node << "'/>";
    write(tags);
    body_ << "</way>\n";
    return *this;
  }
  /// A restriction over a node.
  OsmText& turn(long id, long from, long via, long to, Pairs tags) {
    return relation(id, {{"way", from, "from"}, {"node", via, "via"}, {"way", to, "to"}}, tags);
  }
  struct Member {
    std::string type;
    long ref = 0;
    std::string role;
  };
  OsmText& relation(long id, std::initializer_list<Member> members, Pairs tags) {
    body_ << "<relation id='" << id << "'>";
    for (const Member& member : members) {
      body_ << "<member type='" << member.type << "' ref='" << member.ref << "' role='"
            << member.role << "'/>";
    }
    write(tags);
    body_ << "</relation>\n";
    return *this;
  }

  [[nodiscard]] std::string xml() const {
    return "<osm version='0.6'>\n" + body_.str() + "</osm>\n";
  }
  [[nodiscard]] osm::RoadData read(const osm::ReadOsmOptions& options = {}) const {
    const TempDir folder;
    SilentProgress progress;
    return read_osm(folder.write("test.osm", xml()), options, progress);
  }

 private:
  void write(Pairs tags) {
    for (const std::string& tag : tags) {
      const auto equals = tag.find('=');
      body_ << "<tag k='" << tag.substr(0, equals) << "' v='" << tag.substr(equals + 1) << "'/>";
    }
  }
  std::ostringstream body_;
};

}  // namespace pahunch::test
