#include "sim/operations/probe_times.h"

#include <algorithm>
#include <cmath>

#include "sim/random/random_stream.h"

namespace pahunch {

std::vector<ProbeArrival> make_probes(std::span<const ProbedCentre> centres,
                                      const ProbeSpread& spread) {
  std::vector<ProbeArrival> probes;
  probes.reserve(centres.size() * spread.n);
  const double part_ms = static_cast<double>(spread.year.end - spread.year.begin) / spread.n;
  for (const ProbedCentre& centre : centres) {
    RandomStream random({.seed = spread.seed,
                         .replicate = spread.replicate,
                         .purpose = Purpose::kVirtualArrival,
                         .entity = centre.key});
    for (std::uint32_t i = 0; i < spread.n; ++i) {
      const double after_ms = (i + random.uniform()) * part_ms;
      const auto at = spread.year.begin + static_cast<TimeMs>(std::floor(after_ms));
      probes.push_back({.at = at, .options = centre.options});
    }
  }
  std::stable_sort(probes.begin(), probes.end(),
                   [](const ProbeArrival& a, const ProbeArrival& b) { return a.at < b.at; });
  return probes;
}

}  // namespace pahunch
