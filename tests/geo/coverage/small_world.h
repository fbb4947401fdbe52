/// \file
/// Datasets small enough to work by hand, without shapes unless asked for.
#pragma once

#include <string>
#include <vector>

#include "geo/coverage/area_coverage.h"
#include "geo/model/dataset.h"

namespace pahunch::test {

struct SmallSettlement {
  Persons women = 0;
  Persons rural_women = 0;
  std::size_t district = 0;
};

/// Settlements with one block and one sub-division a district, and centres by their district.
inline Dataset make_dataset(const std::vector<SmallSettlement>& settlements,
                            const std::vector<std::size_t>& centre_districts) {
  Dataset dataset;
  std::size_t n_districts = 0;
  for (std::size_t s = 0; s < settlements.size(); ++s) {
    const AreaIdx area(settlements[s].district);
    dataset.settlements.settlements.push_back({.id = "s" + std::to_string(s),
                                               .name = {},
                                               .district = area,
                                               .subdivision = area,
                                               .block = area,
                                               .at = {},
                                               .women = settlements[s].women,
                                               .rural_women = settlements[s].rural_women});
    n_districts = std::max(n_districts, settlements[s].district + 1);
  }
  for (std::size_t c = 0; c < centre_districts.size(); ++c) {
    Centre centre;
    centre.id = "c" + std::to_string(c);
    centre.district = AreaIdx(centre_districts[c]);
    dataset.centres.centres.push_back(centre);
    n_districts = std::max(n_districts, centre_districts[c] + 1);
  }
  for (std::size_t d = 0; d < n_districts; ++d) {
    const std::string id = "d" + std::to_string(d);
    dataset.districts.areas.push_back({id, id, {}, {}, 0});
    dataset.subdivisions.areas.push_back({id, id, AreaIdx(d), {}, 0});
    dataset.blocks.areas.push_back({id, id, AreaIdx(d), {}, 0});
  }
  return dataset;
}

/// A square with sides of `side_m`, its lower left corner at (x, y).
inline MultiPolygon make_square(double x_m, double y_m, double side_m) {
  return {Polygon{{{x_m, y_m},
                   {x_m + side_m, y_m},
                   {x_m + side_m, y_m + side_m},
                   {x_m, y_m + side_m},
                   {x_m, y_m}},
                  {}}};
}

inline AreaLayer make_blocks(const std::vector<MultiPolygon>& shapes) {
  AreaLayer layer{AreaLevel::kBlock, false, {}};
  for (std::size_t b = 0; b < shapes.size(); ++b) {
    const std::string id = "b" + std::to_string(b);
    layer.areas.push_back({id, id, {}, shapes[b], 0});
  }
  return layer;
}

/// n x n unit squares, row by row from below.
inline AreaLayer make_lattice(std::size_t n) {
  std::vector<MultiPolygon> shapes;
  for (std::size_t i = 0; i < n * n; ++i) {
    shapes.push_back(make_square(static_cast<double>(i % n), static_cast<double>(i / n), 1));
  }
  return make_blocks(shapes);
}

inline std::vector<CentreIdx> centres(std::initializer_list<std::size_t> values) {
  std::vector<CentreIdx> result;
  for (const std::size_t value : values) result.emplace_back(value);
  return result;
}

}  // namespace pahunch::test
