// repeat_osm FILE N OUT: N copies of a file beside each other, with ids and places of their own.
//
// Makes large inputs for import_figures. Copies lie 0.5 degrees apart, in rows of 16; ids must lie
// below a million (osmium renumber makes them so).
#include <iostream>
#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/pbf_output.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/writer.hpp>
#include <string>

namespace {

constexpr std::int64_t kIdStep = 1000000;
constexpr int kPerRow = 16;
constexpr double kDegreesApart = 0.5;

/// Where a copy is, and how far its ids are from those of the file.
struct Shift {
  std::int64_t id;
  double lon, lat;
};

void move(osmium::Node& node, const Shift& shift) {
  node.set_id(node.id() + shift.id);
  node.set_location({node.location().lon() + shift.lon, node.location().lat() + shift.lat});
}

void move(osmium::Way& way, const Shift& shift) {
  way.set_id(way.id() + shift.id);
  for (auto& node : way.nodes()) node.set_ref(node.ref() + shift.id);
}

void write_copy(const std::string& file, const Shift& shift, osmium::osm_entity_bits::type kind,
                osmium::io::Writer& writer) {
  osmium::io::Reader reader(osmium::io::File(file), kind);
  while (osmium::memory::Buffer buffer = reader.read()) {
    for (auto& node : buffer.select<osmium::Node>()) move(node, shift);
    for (auto& way : buffer.select<osmium::Way>()) move(way, shift);
    writer(std::move(buffer));
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: repeat_osm FILE N OUT\n";
    return 2;
  }
  osmium::io::Writer writer(osmium::io::File(argv[3]), osmium::io::overwrite::allow);
  const int n = std::stoi(argv[2]);
  for (const auto kind : {osmium::osm_entity_bits::node, osmium::osm_entity_bits::way}) {
    for (int i = 0; i < n; ++i) {
      const Shift shift{kIdStep * i, kDegreesApart * (i % kPerRow), kDegreesApart * (i / kPerRow)};
      write_copy(argv[1], shift, kind, writer);
    }
  }
  writer.close();
}
