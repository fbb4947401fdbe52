/// \file
/// JSON as every output writes it: fixed decimals, a fixed order, a line an entry.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

namespace pahunch {

/// The number at these decimals; null where there is none.
nlohmann::ordered_json json_number(std::optional<double> value, int decimals);

/// Indented, UTF-8 (bytes that are not become U+FFFD), with a line end.
std::string dump_json(const nlohmann::ordered_json& json);

}  // namespace pahunch
