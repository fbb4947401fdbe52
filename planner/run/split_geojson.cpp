#include "planner/run/split_geojson.h"

#include <map>
#include <nlohmann/json.hpp>

#include "geo/base/error.h"
#include "planner/csv/open_input.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

Json read_collection(const std::filesystem::path& file) {
  Json whole = Json::parse(read_whole_file(file.string()), nullptr, false);
  if (whole.is_object() && whole.contains("features") && whole["features"].is_array()) {
    return whole;
  }
  throw DataError({.what = "the file is no GeoJSON collection of features",
                   .where = file.string(),
                   .why = "it cannot be taken apart"});
}

std::string value_of(const Json& feature, const std::string& property) {
  const auto properties = feature.find("properties");
  if (properties == feature.end() || !properties->is_object()) return "";
  const auto at = properties->find(property);
  if (at == properties->end() || at->is_null()) return "";
  return at->is_string() ? at->get<std::string>() : at->dump();
}

/// A feature a line, as in the whole.
std::string to_text(const Json& head, const Json& features) {
  std::string text = "{\n";
  for (const auto& [name, member] : head.items()) {
    text += Json(name).dump() + ": " + member.dump() + ",\n";
  }
  text += "\"features\": [\n";
  for (std::size_t i = 0; i < features.size(); ++i) {
    text += features[i].dump() + (i + 1 < features.size() ? ",\n" : "\n");
  }
  return text + "]\n}\n";
}

}  // namespace

std::vector<GeojsonPart> split_geojson(const std::filesystem::path& file,
                                       const std::string& property) {
  Json head = read_collection(file);
  const Json features = std::move(head["features"]);
  head.erase("features");
  std::map<std::string, Json> by_value;
  for (const Json& feature : features) by_value[value_of(feature, property)].push_back(feature);
  const bool is_without = by_value.size() == 1 && by_value.begin()->first.empty();
  std::vector<GeojsonPart> parts;
  if (is_without) return parts;
  for (const auto& [value, own] : by_value) {
    parts.push_back({.value = value, .content = to_text(head, own), .n_features = own.size()});
  }
  return parts;
}

std::string file_word(const std::string& value) {
  std::string word;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_kept = byte >= 0x80 || (byte >= '0' && byte <= '9') ||
                         (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    if (is_kept) {
      word += c;
    } else if (!word.empty() && word.back() != '-') {
      word += '-';
    }
  }
  return word.empty() ? "none" : word;
}

}  // namespace pahunch
