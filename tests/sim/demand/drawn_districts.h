/// \file
/// Villages of several districts with the need that a test gives them.
#pragma once

#include <string>
#include <vector>

#include "sim/demand/latent_cases.h"

namespace pahunch::test {

class DrawnDistricts {
 public:
  explicit DrawnDistricts(std::size_t n_districts) {
    for (std::size_t i = 0; i < n_districts; ++i) {
      const std::string id = "D" + std::to_string(i);
      districts_.areas.push_back({id, id, AreaIdx(), {}, 0});
    }
  }
  DrawnDistricts& add(const std::string& id, AreaIdx district, double per_year) {
    Settlement village;
    village.id = id;
    village.district = district;
    layer_.settlements.push_back(village);
    need.per_year.push_back(per_year);
    return *this;
  }

  [[nodiscard]] std::vector<LatentCase> draw(std::uint64_t replicate,
                                             std::uint64_t seed = 20260118) const {
    return draw_latent_cases(need, theta, DemandKeys(layer_, districts_), {seed, replicate});
  }
  /// The numbers of cases in so many years, of the settlements from `first` to `last`.
  [[nodiscard]] std::vector<std::int64_t> count(std::size_t n_years, SettlementIdx first,
                                                SettlementIdx last) const {
    std::vector<std::int64_t> counts(n_years, 0);
    for (std::size_t year = 0; year < n_years; ++year) {
      for (const LatentCase& drawn : draw(year)) {
        if (drawn.settlement >= first && drawn.settlement <= last) ++counts[year];
      }
    }
    return counts;
  }

  DemandTheta theta;
  Need need;

 private:
  AreaLayer districts_;
  SettlementLayer layer_;
};

}  // namespace pahunch::test
