/// \file
/// The share of arrivals that find all of so many beds taken, in closed form.
#pragma once

#include <cstdint>

namespace pahunch {

/// Erlang's loss formula: Poisson arrivals, no waiting, any law of stays. `load`: arrivals x mean
/// stay, in beds. Precondition: load >= 0. Relative error 1e-14; cost O(beds).
double get_erlang_loss(double load, std::uint32_t beds);

}  // namespace pahunch
