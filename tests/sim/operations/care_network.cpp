#include "tests/sim/operations/care_network.h"

#include <algorithm>

namespace pahunch::test {

OperationsModel read_default_operations() {
  const std::vector<std::filesystem::path> files = {std::filesystem::path(PAHUNCH_SOURCE_DIR) /
                                                    "data/defaults/operations.toml"};
  return read_operations(files);
}

CareNetwork::CareNetwork(const OperationsModel& model, std::size_t n_centres) {
  for (std::size_t i = 0; i < n_centres; ++i) {
    Centre centre;
    centre.id = "C-" + std::to_string(i);
    centres_.push_back(make_centre_resources(model, centre));
    std::vector<CentreOption> ring;
    for (std::size_t j = 0; j < std::min<std::size_t>(n_centres, 3); ++j) {
      ring.push_back(
          {CentreIdx((i + j) % n_centres), static_cast<TimeMs>(30 + 40 * j) * kMinuteMs});
    }
    options_.push_back(std::move(ring));
  }
}

std::vector<CaseArrival> CareNetwork::draw_cases(double per_year, Span when,
                                                 std::uint64_t seed) const {
  std::vector<CaseArrival> cases;
  for (std::size_t centre = 0; centre < options_.size(); ++centre) {
    RandomStream random({.seed = seed, .purpose = Purpose::kCaseTime, .entity = centre});
    const ExponentialDistribution gap_ms(static_cast<double>(kYearMs) / per_year);
    auto at = static_cast<double>(when.begin);
    for (std::uint64_t i = 0; (at += gap_ms(random)) < static_cast<double>(when.end); ++i) {
      cases.push_back({.key = entity_key(centre, i),
                       .called_at = static_cast<TimeMs>(at),
                       .channel = static_cast<Channel>(random.uniform_index(kNChannels)),
                       .options = options_[centre]});
    }
  }
  std::stable_sort(cases.begin(), cases.end(), [](const CaseArrival& a, const CaseArrival& b) {
    return a.called_at < b.called_at;
  });
  return cases;
}

}  // namespace pahunch::test
