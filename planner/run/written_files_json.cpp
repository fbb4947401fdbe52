#include "planner/run/written_files_json.h"

namespace pahunch {

nlohmann::ordered_json written_files_json(const std::vector<WrittenFile>& files) {
  using Json = nlohmann::ordered_json;
  Json json = Json::array();
  for (const WrittenFile& file : files) {
    json.push_back({{"name", file.name},
                    {"rows", file.n_rows < 0 ? Json() : Json(file.n_rows)},
                    {"bytes", file.n_bytes},
                    {"sha256", file.sha256}});
  }
  return json;
}

}  // namespace pahunch
