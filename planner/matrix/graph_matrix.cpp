#include "planner/matrix/graph_matrix.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <vector>

#include "geo/base/error.h"
#include "geo/io/read_dimacs.h"
#include "geo/network/graph_costs.h"
#include "planner/csv/csv_reader.h"
#include "planner/csv/open_input.h"

namespace pahunch {
namespace {

using Nodes = std::vector<std::uint32_t>;  ///< from 0

std::uint32_t parse_node(const std::string& text, const CsvReader& csv, std::uint32_t n_nodes) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= 1 &&
      number <= n_nodes) {
    return number - 1;
  }
  throw DataError({.what = fmt::format("'{}' is not a node of the graph", text),
                   .where = csv.where(),
                   .hint = fmt::format("nodes have the numbers 1 to {}", n_nodes)});
}

Nodes read_nodes(const std::string& source, std::uint32_t n_nodes) {
  Nodes nodes;
  if (source == "all") {
    nodes.resize(n_nodes);
    std::iota(nodes.begin(), nodes.end(), 0U);
    return nodes;
  }
  auto in = open_input(source);
  CsvReader csv(in, source);
  const std::size_t id = csv.get_column("id");
  for (CsvReader::Row row; csv.next(row);) nodes.push_back(parse_node(row[id], csv, n_nodes));
  return nodes;
}

using Costs = std::vector<std::optional<std::uint32_t>>;

void write_group(const Nodes& from, std::uint32_t to, const Costs& costs, std::ostream& out) {
  fmt::memory_buffer text;
  for (std::size_t i = 0; i < from.size(); ++i) {
    fmt::format_to(std::back_inserter(text), "{},{},", from[i] + 1, to + 1);
    if (costs[i]) fmt::format_to(std::back_inserter(text), "{}", *costs[i]);
    fmt::format_to(std::back_inserter(text), ",{}\n", costs[i] ? "reached" : "off-network");
  }
  out.write(text.data(), static_cast<std::streamsize>(text.size()));
  if (out) return;
  throw DataError({.what = "the matrix could not be written", .hint = "is the disk full?"});
}

}  // namespace

bool is_graph_file(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  return name.ends_with(".gr") || name.ends_with(".gr.gz");
}

void write_graph_matrix(const GraphMatrixRequest& request, std::ostream& out, Progress& progress) {
  progress.begin("reading the graph", 0);
  const ArcList arcs = read_dimacs(request.graph, std::nullopt);
  const Nodes from = read_nodes(request.from, arcs.n_nodes);
  const Nodes to = read_nodes(request.to, arcs.n_nodes);
  progress.begin("preparing the graph", 0);
  const GraphCosts costs(arcs);
  progress.begin("least costs", to.size());
  out << "from,to,cost,status\n";
  for (std::size_t first = 0; first < to.size(); first += GraphCosts::kBlock) {
    const auto block =
        std::span(to).subspan(first, std::min(GraphCosts::kBlock, to.size() - first));
    const auto rows = costs.find(from, block);
    for (std::size_t i = 0; i < block.size(); ++i) write_group(from, block[i], rows[i], out);
    progress.advance(block.size());
  }
}

}  // namespace pahunch
