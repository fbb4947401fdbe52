// import_figures [--read-only] FILE...: what an import gives, and how fast.
#include <sys/resource.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>

#include "geo/io/osm/make_road_layer.h"
#include "geo/io/osm/read_osm.h"
#include "geo/io/osm/resolve_turns.h"
#include "geo/network/build_network.h"
#include "geo/network/components.h"
#include "geo/network/metric.h"
#include "geo/network/network_cache.h"

using namespace pahunch;

namespace {

double cpu_s() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

long peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/// Every class at one speed, for counting only.
Profile driver(Vehicle vehicle) {
  Profile profile;
  profile.vehicle = vehicle;
  for (const Season season : {Season::kDry, Season::kMonsoon}) {
    profile.speed_km_h[{"*", season}] = {30, 30, 30, "for counting"};
  }
  return profile;
}

void print_islands(const Network& network, Vehicle vehicle) {
  const auto profile = driver(vehicle);
  const auto rule = get_any_season_rule(network, profile);
  const auto weak = find_components(network, Connection::kWeak, rule);
  const auto strong = find_components(network, Connection::kStrong, rule);
  std::size_t n_islands = 0;
  double length_m = 0;
  for (const auto& component : weak.components) {
    if (component.n_links == 0) continue;
    ++n_islands;
    length_m += component.length_m;
  }
  const auto& main = strong.components[strong.main];
  std::cout << "  " << to_string(vehicle) << ": " << length_m / 1000 << " km in " << n_islands
            << " weak components; main strong one " << main.n_nodes << " nodes, "
            << main.length_m / 1000 << " km\n";
}

void print_cache(const Network& network) {
  const auto file = std::filesystem::temp_directory_path() / "import_figures.cache";
  write_network_cache(network, "figures", file);
  const auto began = std::chrono::steady_clock::now();
  const auto opened = open_network_cache(file, "figures");
  const std::chrono::duration<double, std::milli> open_ms =
      std::chrono::steady_clock::now() - began;
  std::cout << "  kept in " << std::filesystem::file_size(file) / 1000000 << " MB, "
            << to_string(opened.state) << ", opened in " << open_ms.count() << " ms\n";
  std::filesystem::remove(file);
}

void print_file(const std::string& file, bool read_only) {
  SilentProgress progress;
  const auto began = std::chrono::steady_clock::now();
  const double cpu_began = cpu_s();
  const auto data = osm::read_osm(file, {}, progress);
  std::size_t n_roads = 0;
  double length_m = 0;
  osm::for_each_road(data, {}, [&](const osm::RoadView& view) {
    ++n_roads;
    length_m += osm::get_length_m(view.piece.line);
  });
  const double wall_s =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  const double used_s = cpu_s() - cpu_began;
  std::cout << file << ": " << data.counts.n_nodes_read << " nodes, " << data.nodes.size()
            << " of roads, " << data.ways.size() << " ways, " << n_roads << " roads, "
            << length_m / 1000 << " km, missing " << data.counts.n_missing_nodes << ", moved "
            << data.counts.n_moved_nodes << ", barriers " << data.counts.n_barriers << ", fords "
            << data.counts.n_fords << ", not understood " << data.tags.n_unknown() << "\n  "
            << wall_s << " s wall, " << used_s << " s CPU, "
            << static_cast<double>(data.counts.n_nodes_read) / used_s / 1e6
            << " million nodes/s/core, peak " << peak_mb() << " MB\n";
  const auto turns = osm::resolve_turns(data, {});
  std::cout << "  turn restrictions " << data.restrictions.size() << ", honoured "
            << turns.n_honoured << "\n";
  if (read_only) return;
  osm::Position first;
  for (const auto at : data.nodes) {
    if (at.valid()) first = at;
  }
  const Projection projection(get_utm_crs(first.lon_lat()));
  const auto layer = osm::make_road_layer(data, {}, projection);
  const auto built = build_network(layer, projection, {.end_tolerance_m = 0});
  std::cout << "  network: " << built.network.n_nodes() << " nodes, " << built.network.n_links()
            << " links, " << built.network.kinds.size() << " kinds, " << built.report.n_chain_nodes
            << " chain nodes contracted\n";
  print_cache(built.network);
  print_islands(built.network, Vehicle::kCar);
  print_islands(built.network, Vehicle::kFoot);
}

}  // namespace

int main(int argc, char** argv) {
  bool read_only = false;
  for (const std::string& arg : std::vector<std::string>(argv + 1, argv + argc)) {
    if (arg == "--read-only") {
      read_only = true;
    } else {
      print_file(arg, read_only);
    }
  }
}
