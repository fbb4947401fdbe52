#include "sim/operations/erlang_loss.h"

#include <cassert>

namespace pahunch {

double get_erlang_loss(double load, std::uint32_t beds) {
  assert(load >= 0);
  double loss = 1;
  for (std::uint32_t bed = 1; bed <= beds; ++bed) loss = load * loss / (bed + load * loss);
  return loss;
}

}  // namespace pahunch
