#include "geo/io/osm/read_osm.h"

#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {
namespace {

void read_osm_file(const char* name, std::string_view bytes) {
  const auto file = scratch().write(name, bytes);
  SilentProgress silent;
  allow_refusal([&] { static_cast<void>(osm::read_osm(file, {}, silent)); });
}

}  // namespace

void read_osm_xml_bytes(std::string_view bytes) { read_osm_file("fed.osm", bytes); }
void read_osm_pbf_bytes(std::string_view bytes) { read_osm_file("fed.osm.pbf", bytes); }

}  // namespace pahunch::fuzz
