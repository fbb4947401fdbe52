/// \file
/// The reference cases of siting as problems (formats in shared/cases/README.md).
#pragma once

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "planner/siting/siting_problem.h"

namespace pahunch::test {

struct CasePoint {
  double x = 0, y = 0;
};

/// Sites named so that their order is that of their numbers.
inline void add_sites(SitingProblem& problem, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    std::string id = std::to_string(i + 1);
    Site site;
    site.id = std::string(5 - std::min<std::size_t>(5, id.size()), '0') + id;
    problem.sites.push_back(site);
  }
}

/// Every point a demand and a site; pairs of a cost up to `limit`.
template <class Cost>
SitingProblem all_pairs(std::vector<std::int64_t> weights, const Cost& cost, double limit) {
  SitingProblem problem;
  const std::size_t n = weights.size();
  std::vector<ReachPair> pairs;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      const double value = cost(i, j);
      if (value <= limit) pairs.push_back({DemandIdx(i), SiteIdx(j), value});
    }
  }
  add_sites(problem, n);
  problem.weights = IdxVector<DemandIdx, std::int64_t>(std::move(weights));
  problem.reach = ReachTable(n, n, pairs);
  return problem;
}

struct PmedCase {
  SitingProblem problem;
  std::size_t p = 0;
};

using CostMatrix = std::vector<std::vector<double>>;
constexpr double kNoEdge = 1e9;

/// Of `n` nodes without an edge.
inline CostMatrix no_edges(std::size_t n) {
  CostMatrix cost(n, std::vector<double>(n, kNoEdge));
  for (std::size_t i = 0; i < n; ++i) cost[i][i] = 0;
  return cost;
}

/// Points and sites are the nodes of a graph with these costs of edges, both ways the same; least
/// costs between them by Floyd and Warshall.
inline SitingProblem graph_problem(CostMatrix cost) {
  const std::size_t n = cost.size();
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        cost[i][j] = std::min(cost[i][j], cost[i][k] + cost[k][j]);
      }
    }
  }
  return all_pairs(
      std::vector<std::int64_t>(n, 1), [&](std::size_t i, std::size_t j) { return cost[i][j]; },
      kNoEdge / 2);
}

/// Of an edge listed twice the last holds.
inline PmedCase read_pmed(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::size_t n = 0, m = 0, p = 0;
  in >> n >> m >> p;
  CostMatrix cost = no_edges(n);
  for (std::size_t edge = 0; edge < m; ++edge) {
    std::size_t u = 0, v = 0;
    double c = 0;
    in >> u >> v >> c;
    cost[u - 1][v - 1] = cost[v - 1][u - 1] = c;
  }
  return {graph_problem(std::move(cost)), p};
}

inline double plane_distance(CasePoint a, CasePoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// Sao Jose dos Campos: a header, then x, y, demand.
inline SitingProblem read_mclp_sjc(const std::filesystem::path& file, double radius) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  std::vector<CasePoint> points;
  std::vector<std::int64_t> weights;
  CasePoint point;
  std::int64_t weight = 0;
  while (in >> point.x >> point.y >> weight) {
    points.push_back(point);
    weights.push_back(weight);
  }
  return all_pairs(
      weights, [&](std::size_t i, std::size_t j) { return plane_distance(points[i], points[j]); },
      radius);
}

inline double great_circle_m(CasePoint a, CasePoint b) {
  constexpr double kRadius_m = 6378100, kRadian = 3.14159265358979323846 / 180;
  const double lat = std::sin((b.x - a.x) * kRadian / 2), lon = std::sin((b.y - a.y) * kRadian / 2);
  const double h = lat * lat + std::cos(a.x * kRadian) * std::cos(b.x * kRadian) * lon * lon;
  return 2 * kRadius_m * std::asin(std::sqrt(h));
}

inline SitingProblem read_mclp_nyc(const std::filesystem::path& file, double radius_m) {
  std::ifstream in(file);
  std::string word;
  std::size_t n = 0;
  while (in >> word && word != "NODE_COORD_SECTION") {
    if (word == "DIMENSION") in >> word >> n;
  }
  std::vector<CasePoint> points(n);
  for (CasePoint& point : points) in >> point.x >> point.y;
  in >> word;
  std::vector<std::int64_t> weights(n);
  for (std::int64_t& weight : weights) in >> weight;
  return all_pairs(
      weights, [&](std::size_t i, std::size_t j) { return great_circle_m(points[i], points[j]); },
      radius_m);
}

/// `n p`, then x, y, capacity, demand (SJC) or a capacity for all and id, x, y, demand.
inline PmedCase read_cpmp(const std::filesystem::path& file) {
  const bool is_sjc = file.extension() == ".dat";
  std::ifstream in(file);
  std::size_t n = 0, p = 0;
  in >> n >> p;
  std::int64_t capacity = 0;
  std::vector<CasePoint> points(n);
  std::vector<std::int64_t> weights(n), capacities(n);
  for (std::size_t i = 0; i < n; ++i) {
    if (is_sjc) {
      in >> points[i].x >> points[i].y >> capacities[i] >> weights[i];
    } else {
      in >> points[i].x >> points[i].y >> capacity >> weights[i];
      capacities[i] = capacity;
    }
  }
  const auto cost = [&](std::size_t i, std::size_t j) {
    const double distance = plane_distance(points[i], points[j]);
    return is_sjc ? distance : std::floor(distance);
  };
  PmedCase read = {all_pairs(weights, cost, 1e12), p};
  for (std::size_t i = 0; i < n; ++i) read.problem.sites[SiteIdx(i)].capacity = capacities[i];
  return read;
}

/// Costs of giving all of a customer to each site, so that each has a weight of 1.
inline SitingProblem read_cap(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::size_t n_sites = 0, n_demand = 0;
  in >> n_sites >> n_demand;
  SitingProblem problem;
  add_sites(problem, n_sites);
  double number = 0;
  for (Site& site : problem.sites) in >> number >> site.cost;
  std::vector<ReachPair> pairs;
  for (std::size_t i = 0; i < n_demand; ++i) {
    in >> number;
    problem.weights.push_back(1);
    for (std::size_t j = 0; j < n_sites; ++j) {
      in >> number;
      pairs.push_back({DemandIdx(i), SiteIdx(j), number});
    }
  }
  problem.reach = ReachTable(n_demand, n_sites, pairs);
  return problem;
}

/// The rows of a table with this separator, without its header.
inline std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& file,
                                                       char separator = ',') {
  std::ifstream in(file);
  std::vector<std::vector<std::string>> rows;
  std::string line, cell;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::istringstream cells(line);
    rows.emplace_back();
    while (std::getline(cells, cell, separator)) rows.back().push_back(cell);
  }
  return rows;
}

/// San Francisco: `folder` with demand.csv and a wide cost_matrix.csv.
inline SitingProblem read_spopt_sf(const std::filesystem::path& folder) {
  SitingProblem problem;
  std::ifstream in(folder / "cost_matrix.csv");
  std::string line, cell;
  std::getline(in, line);
  std::istringstream header(line);
  std::getline(header, cell, ',');
  while (std::getline(header, cell, ',')) {
    Site site;
    site.id = cell;
    problem.sites.push_back(site);
  }
  std::vector<ReachPair> pairs;
  const auto demand = read_rows(folder / "demand.csv"),
             costs = read_rows(folder / "cost_matrix.csv");
  for (std::size_t i = 0; i < demand.size(); ++i) {
    problem.weights.push_back(std::stoll(demand[i][1]));
    for (std::size_t j = 0; j + 1 < costs[i].size(); ++j) {
      pairs.push_back({DemandIdx(i), SiteIdx(j), std::stod(costs[i][j + 1])});
    }
  }
  problem.reach = ReachTable(demand.size(), problem.sites.size(), pairs);
  return problem;
}

}  // namespace pahunch::test
