#include "tests/bench/bench_graphs.h"

#include <cmath>
#include <cstdio>
#include <memory>
#include <stdexcept>

#include "geo/io/read_dimacs.h"

namespace pahunch::bench {
namespace {

using engine::Arc;
using engine::Ms;

/// Metres a degree, near enough for cutting a graph in two.
constexpr double kMetresPerDegree = 111000;

double get_uniform(std::uint64_t hash) { return static_cast<double>(hash >> 11) * 0x1p-53; }

Ms get_draw_weight(Ms base, DrawKind kind, std::uint64_t hash) {
  const double u = get_uniform(hash);
  switch (kind) {
    case DrawKind::kSpeeds:
      return static_cast<Ms>(base * (0.5 + 1.5 * u));
    case DrawKind::kClosed:
      return u < 0.1 ? engine::kFarMs : base;
    case DrawKind::kScatter:
      return static_cast<Ms>(base * std::pow(10, 2 * u));
  }
  return base;
}

}  // namespace

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = a * 0x9e3779b97f4a7c15ULL + b;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

BenchGraph build_bench_graph(std::string name, std::uint32_t n_nodes, const std::vector<Arc>& arcs,
                             const std::vector<Ms>& weight) {
  auto built = engine::make_road_graph(n_nodes, arcs);
  BenchGraph result{std::move(name), std::move(built.graph), std::vector<Ms>(arcs.size()), {}};
  for (std::size_t i = 0; i < arcs.size(); ++i) result.base[built.arc_of_input[i]] = weight[i];
  return result;
}

BenchGraph load_new_york(const std::filesystem::path& networks) {
  const auto list = read_dimacs(networks / "USA-road-t.NY.gr.gz", networks / "USA-road-d.NY.co.gz");
  std::vector<Arc> arcs;
  for (std::size_t i = 0; i < list.tail.size(); ++i) arcs.push_back({list.tail[i], list.head[i]});
  auto result = build_bench_graph("New York", list.n_nodes, arcs, list.weight);
  for (const auto& p : list.node_at) {
    result.at.push_back(
        {p.lon * kMetresPerDegree * std::cos(p.lat * M_PI / 180), p.lat * kMetresPerDegree});
  }
  return result;
}

BenchGraph load_florida(const std::filesystem::path& networks) {
  const std::string command = "xz -dc '" + (networks / "FLA.gr.xz").string() + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::uint32_t n_nodes = 0;
  std::uint32_t n_edges = 0;
  if (!pipe || std::fscanf(pipe.get(), "p tw %u %u", &n_nodes, &n_edges) != 2) {
    throw std::runtime_error("cannot read FLA.gr.xz");
  }
  std::vector<Arc> arcs;
  std::vector<Ms> weight;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  while (std::fscanf(pipe.get(), "%u %u", &a, &b) == 2) {
    arcs.push_back({a - 1, b - 1});
    arcs.push_back({b - 1, a - 1});
    weight.insert(weight.end(), 2, static_cast<Ms>(500 + mix(a, b) % 4000));
  }
  return build_bench_graph("Florida", n_nodes, arcs, weight);
}

std::vector<Ms> make_draw(const BenchGraph& graph, DrawKind kind, std::uint64_t draw) {
  std::vector<Ms> weight(graph.base.size());
  for (std::size_t a = 0; a < weight.size(); ++a) {
    weight[a] = get_draw_weight(graph.base[a], kind, mix(draw, a));
  }
  return weight;
}

std::vector<engine::Seed> make_centres(const BenchGraph& graph, std::uint32_t n_centres,
                                       std::uint64_t salt) {
  std::vector<engine::Seed> seeds;
  for (std::uint32_t i = 0; i < n_centres; ++i) {
    seeds.push_back({static_cast<std::uint32_t>(mix(salt, i) % graph.graph.n_nodes()), 0, i});
  }
  return seeds;
}

engine::SeedTable make_table(const std::vector<engine::Seed>& seeds, std::size_t n_lanes) {
  engine::SeedTable table(n_lanes);
  for (const auto& seed : seeds) table.add(seed);
  return table;
}

}  // namespace pahunch::bench
