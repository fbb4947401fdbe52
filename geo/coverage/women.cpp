#include "geo/coverage/women.h"

#include "geo/base/error.h"

namespace pahunch {

std::string_view to_string(PopulationBasis basis) {
  return basis == PopulationBasis::kAll ? "all" : "15plus";
}

std::optional<PopulationBasis> find_population_basis(std::string_view word) {
  for (const auto basis : {PopulationBasis::kAll, PopulationBasis::k15Plus}) {
    if (word == to_string(basis)) return basis;
  }
  return std::nullopt;
}

WomenBySettlement count_women(const SettlementLayer& layer, PopulationBasis basis) {
  if (basis == PopulationBasis::k15Plus && !layer.has_women_15plus) {
    throw ConfigError({.what = "the settlements do not say how many women are 15 or older",
                       .where = "demand.population = \"15plus\"",
                       .why = "nothing is scaled in silence",
                       .hint = "use demand.population = \"all\", or give `women_15plus` in the "
                               "dataset's settlements layer"});
  }
  WomenBySettlement women;
  women.reserve(layer.settlements.size());
  for (const Settlement& s : layer.settlements) {
    women.push_back(basis == PopulationBasis::kAll ? Women{s.women, s.rural_women}
                                                   : Women{s.women_15plus, s.rural_women_15plus});
  }
  return women;
}

}  // namespace pahunch
