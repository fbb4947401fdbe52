/// \file
/// Figures over draws in words: women, rounded, with an interval of chance.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/statistics/estimate.h"

namespace pahunch {

std::string people_words(double count);                ///< "1,234,567"
std::string interval_words(const Estimate& estimate);  ///< "12 (95% interval 10 to 14)"
nlohmann::ordered_json interval_json(const Estimate& estimate);

}  // namespace pahunch
