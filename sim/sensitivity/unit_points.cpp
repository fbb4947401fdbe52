#include "sim/sensitivity/unit_points.h"

#include <fmt/format.h>

#include <boost/random/sobol.hpp>
#include <limits>
#include <numeric>
#include <utility>

#include "geo/base/error.h"
#include "sim/random/random_stream.h"

namespace pahunch {

namespace {

constexpr std::size_t kMostSobolDimensions = 3667;  // of the table of Joe and Kuo in Boost

void check_request(const PointRequest& request, std::size_t most_dimensions) {
  if (request.n_points > 0 && request.n_dimensions > 0 && request.n_dimensions <= most_dimensions)
    return;
  throw ConfigError(
      {.what = fmt::format("{} points in {} dimensions cannot be laid out", request.n_points,
                           request.n_dimensions),
       .hint = fmt::format("ask for at least one point and 1 to {} dimensions", most_dimensions)});
}

RandomStream stream_of_dimension(const PointRequest& request, std::size_t dimension) {
  return RandomStream({.seed = request.seed, .purpose = Purpose::kDesign, .entity = dimension});
}

/// The middle of one of 2^52 cells, as of RandomStream::uniform.
double to_unit(std::uint64_t bits) { return (static_cast<double>(bits >> 12U) + 0.5) * 0x1p-52; }

}  // namespace

UnitPoints make_sobol_points(const PointRequest& request) {
  check_request(request, kMostSobolDimensions);
  boost::random::sobol_engine<std::uint64_t, 64> sequence(request.n_dimensions);
  UnitPoints points(request.n_points, request.n_dimensions);
  std::vector<std::uint64_t> shifts;
  for (std::size_t d = 0; d < request.n_dimensions; ++d) {
    shifts.push_back(stream_of_dimension(request, d).next_bits());
    points.at(0, d) = to_unit(shifts[d]);  // the origin, which Boost leaves out
  }
  for (std::size_t p = 1; p < request.n_points; ++p) {
    for (std::size_t d = 0; d < request.n_dimensions; ++d) {
      points.at(p, d) = to_unit(sequence() ^ shifts[d]);
    }
  }
  return points;
}

UnitPoints make_latin_hypercube(const PointRequest& request) {
  check_request(request, std::numeric_limits<std::size_t>::max());
  UnitPoints points(request.n_points, request.n_dimensions);
  std::vector<std::size_t> layers(request.n_points);
  for (std::size_t d = 0; d < request.n_dimensions; ++d) {
    RandomStream random = stream_of_dimension(request, d);
    std::iota(layers.begin(), layers.end(), 0U);
    for (std::size_t left = layers.size(); left > 1; --left) {  // Fisher-Yates
      std::swap(layers[left - 1], layers[random.uniform_index(left)]);
    }
    for (std::size_t p = 0; p < request.n_points; ++p) {
      points.at(p, d) = (static_cast<double>(layers[p]) + random.uniform()) /
                        static_cast<double>(request.n_points);
    }
  }
  return points;
}

}  // namespace pahunch
