#include "sim/flood/closure_chance.h"

#include <array>

namespace pahunch {
namespace {

/// Fractions of a block by calendar month, one for each year in which it was observed.
using FractionsByMonth = std::array<std::vector<double>, kMonths>;

FractionsByMonth fractions_of(const FloodTable& table, std::size_t block) {
  FractionsByMonth fractions;
  for (std::size_t i = 0; i < table.months.size(); ++i) {
    fractions[static_cast<std::size_t>(table.months[i].month - 1)].push_back(table.frac[i][block]);
  }
  return fractions;
}

class ChanceFinder {
 public:
  ChanceFinder(const RoadExposure& exposure, const RoadTheta& theta)
      : theta_(theta), closures_(exposure, theta, {}) {}

  [[nodiscard]] ClosureChance of(const ExposedLink& link, const FractionsByMonth& fractions) const {
    ClosureChance worst;
    for (std::size_t month = 0; month < kMonths; ++month) {
      double sum = 0;
      for (const double frac : fractions[month]) sum += p_closed(link, frac);
      if (sum == 0) continue;
      const double mean = sum / static_cast<double>(fractions[month].size());
      if (mean > worst.p) worst = {.p = mean, .month = month};
    }
    return worst;
  }

 private:
  [[nodiscard]] double p_closed(const ExposedLink& link, double frac) const {
    const double embanked = theta_.embanked_frac[link.road_class];
    const auto p = [&](bool is_embanked) {
      return closures_.get_p_closed(frac, link.road_class, link.setting, is_embanked);
    };
    return (1 - embanked) * p(false) + embanked * p(true);
  }

  const RoadTheta& theta_;
  RoadClosures closures_;
};

}  // namespace

std::vector<ClosureChance> find_closure_chances(const RoadExposure& exposure,
                                                const RoadTheta& theta, const FloodTable& table) {
  const ChanceFinder finder(exposure, theta);
  std::vector<ClosureChance> chances;
  for (std::size_t block = 0; block < exposure.n_blocks(); ++block) {
    const FractionsByMonth fractions = fractions_of(table, block);
    for (const ExposedLink& link : exposure.in_block(block)) {
      chances.push_back(finder.of(link, fractions));
    }
  }
  return chances;
}

}  // namespace pahunch
