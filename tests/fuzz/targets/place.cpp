#include "planner/matrix/place_table.h"

#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {

void read_place_bytes(std::string_view bytes) {
  static const Projection projection("EPSG:32645");
  allow_refusal([&] {
    std::istringstream in{std::string(bytes)};
    const PlaceTable table = read_places(in, "fed.csv", projection);
    require(table.ids.size() == table.points.size(), "each id has one place");
    for (const Xy at : table.points) require(at.valid(), "a place is somewhere");
  });
}

}  // namespace pahunch::fuzz
