#include "geo/io/osm/read_osm.h"

#include <fmt/format.h>

#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <utility>

#include "geo/base/error.h"
#include "geo/io/osm/detail/node_reader.h"
#include "geo/io/osm/detail/way_reader.h"

namespace pahunch::osm {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& reason) {
  throw DataError({.what = fmt::format("cannot read {}: {}", file.filename().string(), reason),
                   .where = file.string(),
                   .why = "the file is damaged, cut short, or not OpenStreetMap data",
                   .hint = "download it again and compare its checksum"});
}

/// Hands every buffer of the wanted kinds to `work`. Errors of the library become DataErrors.
template <class Work>
void read_buffers(const std::filesystem::path& file, osmium::osm_entity_bits::type kinds,
                  Progress& progress, const Work& work) {
  try {
    osmium::io::Reader reader(osmium::io::File(file.string()), kinds, osmium::io::read_meta::no);
    progress.begin(kinds == osmium::osm_entity_bits::node ? "reading nodes" : "reading ways",
                   reader.file_size());
    std::uint64_t told = 0;
    while (const osmium::memory::Buffer buffer = reader.read()) {
      work(buffer);
      const std::uint64_t offset = reader.offset();
      if (offset > told) progress.advance(offset - std::exchange(told, offset));
    }
    reader.close();
  } catch (const Error&) {
    throw;
  } catch (const std::exception& error) {
    fail(file, error.what());
  }
}

void require_file(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::is_regular_file(file, ignored)) return;
  throw DataError({.what = "there is no file " + file.string(),
                   .where = file.string(),
                   .hint = "check the name; scripts/fetch-data downloads extracts"});
}

void require_roads(const RoadData& data, const std::filesystem::path& file) {
  if (!data.ways.empty()) return;
  throw DataError(
      {.what = fmt::format("{} holds no road: none of its {} ways has a usable highway tag",
                           file.filename().string(), data.counts.n_ways_read),
       .where = file.string(),
       .why = "a travel time needs roads",
       .hint = "use a complete extract; a file cut short ends before its ways"});
}

void require_nodes(const RoadData& data, const std::filesystem::path& file, double max_frac) {
  const auto& counts = data.counts;
  const auto n_nodes = static_cast<double>(data.nodes.size());
  if (static_cast<double>(counts.n_missing_nodes) <= max_frac * n_nodes) return;
  throw DataError(
      {.what = fmt::format("{}: {} of the {} nodes of its roads are missing",
                           file.filename().string(), counts.n_missing_nodes, data.nodes.size()),
       .where = file.string(),
       .why = "roads without nodes have no place",
       .hint = "use an extract with complete ways that includes the nodes"});
}

std::unordered_map<std::int64_t, std::uint32_t> find_via_nodes(const RoadData& data,
                                                               const IdRanks& ranks) {
  std::unordered_map<std::int64_t, std::uint32_t> found;
  for (const Restriction& turn : data.restrictions) {
    for (const std::int64_t id : turn.members.via_nodes) {
      if (const auto rank = ranks.find_rank(id)) found.emplace(id, *rank);
    }
  }
  return found;
}

}  // namespace

RoadData read_osm(const std::filesystem::path& file, const ReadOsmOptions& options,
                  Progress& progress) {
  require_file(file);
  RoadData data;
  data.names.emplace_back();
  detail::WayReader ways(data);
  read_buffers(file, osmium::osm_entity_bits::way | osmium::osm_entity_bits::relation, progress,
               [&](const osmium::memory::Buffer& buffer) {
                 for (const auto& way : buffer.select<osmium::Way>()) ways.read(way);
                 for (const auto& relation : buffer.select<osmium::Relation>()) ways.read(relation);
               });
  require_roads(data, file);
  const auto ranks = ways.take_ranks();
  detail::NodeReader nodes(data, ranks);
  read_buffers(file, osmium::osm_entity_bits::node, progress,
               [&](const osmium::memory::Buffer& buffer) {
                 for (const auto& node : buffer.select<osmium::Node>()) nodes.read(node);
               });
  nodes.finish(ways.outlines());
  require_nodes(data, file, options.max_missing_node_frac);
  data.via_nodes = find_via_nodes(data, ranks);
  return data;
}

}  // namespace pahunch::osm
