// The sample network of pgRouting, with its costs as computed there.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/support/shared_files.h"
#include "tests/support/travel_case.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

using Row = std::vector<double>;

std::vector<Row> read_rows(const std::filesystem::path& file) {
  std::ifstream lines(file);
  std::vector<Row> rows;
  std::string line;
  std::getline(lines, line);  // the header
  while (std::getline(lines, line)) {
    std::istringstream fields(line);
    Row row;
    for (std::string field; std::getline(fields, field, ',');) row.push_back(std::stod(field));
    rows.push_back(row);
  }
  return rows;
}

/// The network with a place and a site at each of its vertices; costs are lengths in metres, and a
/// metre takes a second.
struct Sample {
  Sample(const std::vector<Row>& edges, bool directed) {
    RoadLayer roads;
    for (const Row& edge : edges) {
      Road road;
      road.road_class = "road";
      road.line = {{edge[5], edge[6]}, {edge[7], edge[8]}};
      road.segment_m = {std::max(edge[3], edge[4])};
      if (directed && edge[3] < 0) road.one_way = OneWay::kBackward;
      if (directed && edge[4] < 0) road.one_way = OneWay::kForward;
      add_vertex(edge[1], road.line.front());
      add_vertex(edge[2], road.line.back());
      roads.roads.push_back(road);
    }
    network = build_network(roads, plane, {.end_tolerance_m = 0}).network;
    options.profile.speed_km_h.clear();
    options.profile.speed_km_h[{"road", Season::kDry}] = given(3.6);
    options.profile.attachments = 1;
    options.main_component_only = false;
  }

  void add_vertex(double id, Xy at) {
    if (index.try_emplace(static_cast<int>(id), positions.size()).second) positions.push_back(at);
  }
  [[nodiscard]] std::unique_ptr<TravelModel> model() const {
    SilentProgress silent;
    return make_reference_model({network, plane, barriers, positions, positions}, options, silent);
  }

  PlaneGround plane;
  BarrierLayer barriers;
  Network network;
  std::map<int, std::size_t> index;
  std::vector<Xy> positions;
  TravelOptions options = plain_options();
};

/// Every pair of the table, and no other.
void check_matrix(const Sample& sample, const std::vector<Row>& expected) {
  std::map<std::pair<std::size_t, std::size_t>, double> costs;
  for (const Row& row : expected) {
    costs[{sample.index.at(static_cast<int>(row[0])), sample.index.at(static_cast<int>(row[1]))}] =
        row[2];
  }
  const auto model = sample.model();
  for (std::size_t to = 0; to < sample.positions.size(); ++to) {
    const auto times = model->times(SiteIdx(to));
    for (std::size_t from = 0; from < sample.positions.size(); ++from) {
      if (from == to) continue;
      const auto found = costs.find({from, to});
      REQUIRE(times[PlaceIdx(from)].reachable() == (found != costs.end()));
      if (found == costs.end()) continue;
      CHECK(times[PlaceIdx(from)] == TravelTime::from_seconds(found->second));
    }
  }
}

}  // namespace

TEST_CASE("the cost matrices of pgRouting agree, directed and undirected") {
  const auto edges = find_shared("cases/pgrouting/edges.csv");
  const auto directed = find_shared("cases/pgrouting/cost_matrix_directed.csv");
  const auto undirected = find_shared("cases/pgrouting/cost_matrix_undirected.csv");
  if (!edges || !directed || !undirected) return;
  check_matrix(Sample(read_rows(*edges), true), read_rows(*directed));
  check_matrix(Sample(read_rows(*edges), false), read_rows(*undirected));
}

TEST_CASE("driving distance from two places with the nearer kept agrees with pgRouting") {
  const auto edges = find_shared("cases/pgrouting/edges.csv");
  const auto expected = find_shared("cases/pgrouting/dd_11_16_3_equicost.csv");
  if (!edges || !expected) return;
  Sample sample(read_rows(*edges), true);
  sample.options.direction = Direction::kFromCentre;
  const SiteIdx open[] = {SiteIdx(sample.index.at(11)), SiteIdx(sample.index.at(16))};
  const auto nearest = sample.model()->nearest(open);
  std::size_t n_within = 0;
  for (const Nearest& found : nearest) n_within += found.time <= TravelTime::from_seconds(3);
  const auto rows = read_rows(*expected);
  CHECK(n_within == rows.size());
  for (const Row& row : rows) {
    const Nearest& found = nearest[PlaceIdx(sample.index.at(static_cast<int>(row[1])))];
    CHECK(found.time == TravelTime::from_seconds(row[4]));
  }
}
