#include "planner/json_text.h"

#include "geo/io/number_text.h"

namespace pahunch {

nlohmann::ordered_json json_number(std::optional<double> value, int decimals) {
  if (!value) return nullptr;
  return round_to_decimals(*value, decimals);
}

std::string dump_json(const nlohmann::ordered_json& json) {
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace pahunch
