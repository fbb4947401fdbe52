// Prints the engine's times against Boost.Graph and against a tuned Dijkstra, in one run.
//
// usage: bench_engine FOLDER [ny|fla] [WORK]    FOLDER holds the networks (see README.md); WORK is
// one of preparation, sources, draws, sets, repair, threads, and all when left out
//        bench_engine growth FILE.csv MAX_NODES    on road-like networks made up by a seeded rule
//
// Times are processor time of one thread, medians; every answer is compared with the baselines'.
#include <fmt/core.h>

#include <cstdlib>
#include <string_view>

#include "tests/bench/measure.h"
#include "tests/bench/works.h"

namespace {

using namespace pahunch::bench;

struct Work {
  std::string_view name;
  void (*run)(const BenchGraph&, const Prepared&);
};

constexpr Work kWorks[] = {{"preparation", bench_preparation},
                           {"sources", bench_many_sources},
                           {"draws", bench_draws},
                           {"sets", bench_two_sets},
                           {"repair", bench_repair},
                           {"threads", bench_threads}};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr,
               "usage: bench_engine FOLDER [ny|fla] [WORK]\n"
               "       bench_engine growth FILE.csv MAX_NODES\n");
    return 2;
  }
  setvbuf(stdout, nullptr, _IOLBF, 0);
  if (std::string_view(argv[1]) == "growth" && argc == 4) {
    bench_growth(argv[2], static_cast<std::uint32_t>(std::atoi(argv[3])));
    return 0;
  }
  const std::string_view which = argc > 2 ? argv[2] : "ny";
  const auto graph = which == "fla" ? load_florida(argv[1]) : load_new_york(argv[1]);
  fmt::print("{}: {} nodes, {} arcs\n", graph.name, graph.graph.n_nodes(), graph.graph.n_arcs());
  const Prepared prepared(graph);
  fmt::print(
      "| work | engine ms | Boost ms | against Boost | against tuned |\n"
      "|---|---|---|---|---|\n");
  for (const Work& work : kWorks) {
    if (argc < 4 || work.name == argv[3]) work.run(graph, prepared);
  }
  fmt::print("peak memory {:.0f} MiB\n", get_peak_mib());
  return 0;
}
