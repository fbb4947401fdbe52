#include <algorithm>

#include "geo/io/read_dimacs.h"
#include "tests/fuzz/fed.h"
#include "tests/fuzz/targets.h"

namespace pahunch::fuzz {

/// From "p aux" on the bytes are those of a file of coordinates.
void read_dimacs_bytes(std::string_view bytes) {
  const auto end = std::min(bytes.find("p aux"), bytes.size());
  const auto graph = scratch().write("fed.gr", bytes.substr(0, end));
  const auto points = scratch().write("fed.co", bytes.substr(end));
  allow_refusal([&] { static_cast<void>(read_dimacs(graph, points)); });
  allow_refusal([&] { static_cast<void>(read_dimacs(graph, std::nullopt)); });
}

}  // namespace pahunch::fuzz
