/// \file
/// Counts of women, all and rural, and which women are counted.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "geo/base/id.h"
#include "geo/model/settlement.h"

namespace pahunch {

/// Whole persons; `rural` are among `all`.
struct Women {
  Persons all = 0;
  Persons rural = 0;

  Women& operator+=(Women other) {
    all += other.all;
    rural += other.rural;
    return *this;
  }
  Women& operator-=(Women other) {
    all -= other.all;
    rural -= other.rural;
    return *this;
  }
  friend Women operator+(Women a, Women b) { return a += b; }
  friend Women operator-(Women a, Women b) { return a -= b; }
  friend bool operator==(Women, Women) = default;
};

enum class PopulationBasis : std::uint8_t {
  kAll,     ///< all females
  k15Plus,  ///< females of 15 years and more
};

std::string_view to_string(PopulationBasis basis);  ///< "all", "15plus"
std::optional<PopulationBasis> find_population_basis(std::string_view word);

using WomenBySettlement = IdxVector<SettlementIdx, Women>;

/// The women of each settlement. Throws ConfigError when the layer does not have the basis.
WomenBySettlement count_women(const SettlementLayer& layer, PopulationBasis basis);

}  // namespace pahunch
