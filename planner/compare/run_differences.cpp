#include "planner/compare/run_differences.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <map>

#include "planner/scenario/toml_text.h"
#include "planner/scenario/write_scenario.h"

namespace pahunch {
namespace {

using Values = std::map<std::string, std::string>;

std::string value_text_of(const toml::node& node);

std::string table_text(const toml::table& table) {
  std::string out;
  for (const auto& [key, value] : table) {
    out += (out.empty() ? "" : ", ") + std::string(key.str()) + " = " + value_text_of(value);
  }
  return "{ " + out + " }";
}

/// As a scenario file would have it.
std::string value_text_of(const toml::node& node) {
  if (const auto* table = node.as_table()) return table_text(*table);
  if (const auto* array = node.as_array()) {
    return toml_list(*array, [](const toml::node& item) { return value_text_of(item); });
  }
  if (const auto text = node.value_exact<std::string>()) return toml_text(*text);
  if (const auto number = node.value_exact<std::int64_t>()) return fmt::format("{}", *number);
  if (const auto number = node.value_exact<double>()) return fmt::format("{}", *number);
  return node.value_or(false) ? "true" : "false";
}

void add_values(const toml::table& table, const std::string& prefix, Values& values) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix + std::string(key.str());
    if (const toml::table* inner = node.as_table()) {
      add_values(*inner, name + ".", values);
      continue;
    }
    values[name] = value_text_of(node);
  }
}

Values settings_of(const Scenario& scenario) {
  Values values;
  add_values(toml::parse(write_scenario(scenario)), "", values);
  return values;
}

std::optional<std::string> find_value(const Values& values, const std::string& key) {
  const auto at = values.find(key);
  return at == values.end() ? std::nullopt : std::optional(at->second);
}

std::vector<RunDifference> compare_values(const Values& before, const Values& after) {
  Values keys = before;
  keys.insert(after.begin(), after.end());
  std::vector<RunDifference> differences;
  for (const auto& [key, any] : keys) {
    const auto then = find_value(before, key), now = find_value(after, key);
    if (then != now) differences.push_back({key, then, now});
  }
  return differences;
}

Values checksums_of(const std::vector<InputFile>& inputs) {
  Values values;
  for (const InputFile& file : inputs) values[file.path] = file.sha256;
  return values;
}

}  // namespace

std::vector<RunDifference> compare_settings(const Scenario& before, const Scenario& after) {
  return compare_values(settings_of(before), settings_of(after));
}

std::vector<RunDifference> compare_inputs(const std::vector<InputFile>& before,
                                          const std::vector<InputFile>& after) {
  return compare_values(checksums_of(before), checksums_of(after));
}

}  // namespace pahunch
