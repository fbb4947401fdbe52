#include "geo/io/read_dimacs.h"

#include <array>
#include <charconv>
#include <string_view>

#include "geo/base/error.h"
#include "geo/io/detail/text_lines.h"

namespace pahunch {
namespace {

constexpr std::int64_t kMostLonely = 1'000'000;  ///< nodes without an arc
constexpr std::int64_t kMaxWeight = 2147483647;
constexpr std::int64_t kMaxCount = 2147483647;
constexpr double kDegreesPerUnit = 1e-6;

using detail::TextLines;

[[noreturn]] void refuse(const TextLines& lines, const std::string& what) {
  throw DataError({.what = what,
                   .where = lines.where(),
                   .hint = "the file must be a graph of the 9th DIMACS challenge"});
}

/// The integers after the words that a line begins with, at most `N` of them.
template <std::size_t N>
std::array<std::int64_t, N> parse_numbers(const TextLines& lines, std::string_view line,
                                          std::string_view words) {
  if (!line.starts_with(words)) refuse(lines, "expected '" + std::string(words) + " ...'");
  line.remove_prefix(words.size());
  std::array<std::int64_t, N> numbers{};
  for (auto& number : numbers) {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
    if (error != std::errc()) {
      refuse(lines,
             "expected " + std::to_string(N) + " numbers after '" + std::string(words) + "'");
    }
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
  }
  if (line.find_first_not_of(" \t") != std::string_view::npos) {
    refuse(lines, "there is more on the line than " + std::to_string(N) + " numbers");
  }
  return numbers;
}

/// The next line that is neither empty nor a comment.
std::optional<std::string_view> next_content(TextLines& lines) {
  for (auto line = lines.next(); line; line = lines.next()) {
    if (!line->empty() && line->front() != 'c') return line;
  }
  return std::nullopt;
}

template <std::size_t N>
std::array<std::int64_t, N> read_header(TextLines& lines, std::string_view words) {
  const auto line = next_content(lines);
  if (!line) refuse(lines, "the file has no line '" + std::string(words) + " ...'");
  const auto counts = parse_numbers<N>(lines, *line, words);
  for (const auto count : counts) {
    if (count < 0 || count > kMaxCount) refuse(lines, "the count is out of range");
  }
  return counts;
}

std::uint32_t get_node(const TextLines& lines, std::int64_t number, std::uint32_t n_nodes) {
  if (number < 1 || number > n_nodes) {
    refuse(lines, "node " + std::to_string(number) + " is not in 1 .. " + std::to_string(n_nodes));
  }
  return static_cast<std::uint32_t>(number - 1);
}

void require_count(const TextLines& lines, std::string_view things, std::int64_t promised,
                   std::size_t found) {
  if (static_cast<std::size_t>(promised) == found) return;
  refuse(lines, "the file promises " + std::to_string(promised) + " " + std::string(things) +
                    " and has " + std::to_string(found));
}

void read_arcs(TextLines& lines, ArcList& graph) {
  const auto [n_nodes, n_arcs] = read_header<2>(lines, "p sp");
  graph.n_nodes = static_cast<std::uint32_t>(n_nodes);
  while (const auto line = next_content(lines)) {
    const auto [tail, head, weight] = parse_numbers<3>(lines, *line, "a");
    if (weight < 0 || weight > kMaxWeight) {
      refuse(lines, "weight " + std::to_string(weight) + " is not in 0 .. 2147483647");
    }
    graph.tail.push_back(get_node(lines, tail, graph.n_nodes));
    graph.head.push_back(get_node(lines, head, graph.n_nodes));
    graph.weight.push_back(static_cast<std::uint32_t>(weight));
  }
  require_count(lines, "arcs", n_arcs, graph.tail.size());
  // A number of nodes is a line of text, and an array in memory.
  if (n_nodes > 2 * n_arcs + kMostLonely) {
    refuse(lines, "the file promises " + std::to_string(n_nodes) + " nodes, far more than " +
                      std::to_string(n_arcs) + " arcs can join");
  }
}

void read_coordinates(TextLines& lines, ArcList& graph) {
  const auto [n_nodes] = read_header<1>(lines, "p aux sp co");
  require_count(lines, "points", n_nodes, graph.n_nodes);
  graph.node_at.resize(graph.n_nodes);
  std::size_t n_points = 0;
  while (const auto line = next_content(lines)) {
    const auto [node, lon, lat] = parse_numbers<3>(lines, *line, "v");
    graph.node_at[get_node(lines, node, graph.n_nodes)] = {
        static_cast<double>(lon) * kDegreesPerUnit, static_cast<double>(lat) * kDegreesPerUnit};
    ++n_points;
  }
  require_count(lines, "points", n_nodes, n_points);
}

}  // namespace

ArcList read_dimacs(const std::filesystem::path& graph_file,
                    const std::optional<std::filesystem::path>& coordinate_file) {
  ArcList graph;
  TextLines arcs(graph_file);
  read_arcs(arcs, graph);
  if (coordinate_file) {
    TextLines points(*coordinate_file);
    read_coordinates(points, graph);
  }
  return graph;
}

}  // namespace pahunch
