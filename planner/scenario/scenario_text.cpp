#include "planner/scenario/scenario_text.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "geo/base/error.h"
#include "geo/io/toml_depth.h"
#include "geo/io/toml_table.h"
#include "planner/csv/open_input.h"

namespace pahunch {
namespace {

std::string read_file(const std::filesystem::path& file) {
  try {
    return read_whole_file(file.string());
  } catch (const DataError&) {
    throw ConfigError(
        {.what = "the scenario file cannot be read",
         .where = file.string(),
         .hint = "give the path of a TOML file; pahunch run --dump-config prints one"});
  }
}

struct Override {
  std::vector<std::string> path;
  std::string value;
};

Override split_override(const std::string& text) {
  const auto equals = text.find('=');
  Override result;
  if (equals != std::string::npos) {
    result.value = text.substr(equals + 1);
    std::istringstream keys(text.substr(0, equals));
    for (std::string key; std::getline(keys, key, '.');) result.path.push_back(key);
  }
  const bool complete = !result.path.empty() &&
                        std::ranges::none_of(result.path, &std::string::empty) &&
                        !is_too_deep(text.substr(0, equals));
  if (complete) return result;
  throw UsageError({.what = fmt::format("--set '{}' is not key=value", text),
                    .hint = "write for example --set travel.season=monsoon"});
}

/// A one-key table with the value, read as TOML where it is, else as a text.
toml::table parse_value(const std::string& value) {
  if (is_too_deep(value)) return toml::table{{"value", value}};
  try {
    return toml::parse("value = " + value);
  } catch (const toml::parse_error&) {
    return toml::table{{"value", value}};
  }
}

void apply(toml::table& root, const Override& change) {
  toml::table* table = &root;
  for (std::size_t i = 0; i + 1 < change.path.size(); ++i) {
    if (!table->contains(change.path[i])) table->insert(change.path[i], toml::table{});
    table = table->get(change.path[i])->as_table();
    if (table == nullptr) {
      throw UsageError({.what = fmt::format("--set {}: '{}' is not a table",
                                            fmt::join(change.path, "."), change.path[i]),
                        .hint = "see pahunch run --dump-config for the keys"});
    }
  }
  const toml::table parsed = parse_value(change.value);
  table->insert_or_assign(change.path.back(), *parsed.get("value"));
}

std::vector<std::string> keys_by_line(const toml::table& table) {
  std::vector<std::pair<toml::source_position, std::string>> keys;
  for (const auto& [key, node] : table) keys.emplace_back(key.source().begin, key.str());
  std::ranges::sort(keys);
  std::vector<std::string> names;
  for (auto& [at, key] : keys) names.push_back(std::move(key));
  return names;
}

void add_once(std::string_view name, std::vector<std::string>& names) {
  if (std::ranges::find(names, name) == names.end()) names.emplace_back(name);
}

/// The sets of the file in its order, then those that only the overrides bring, in theirs.
void note_sets(const toml::table& before, const std::vector<Override>& changes,
               const toml::table& after, ScenarioText& text) {
  if (const auto* centres = before["centres"].as_table()) text.set_names = keys_by_line(*centres);
  const auto* centres = after["centres"].as_table();
  if (centres == nullptr) return;
  for (const Override& change : changes) {
    if (change.path.size() == 2 && change.path[0] == "centres") {
      add_once(change.path[1], text.set_names);
    }
  }
  for (const auto& [key, node] : *centres) add_once(key.str(), text.set_names);
  std::erase_if(text.set_names,
                [](const auto& key) { return key == "add" || key == "close" || key == "move"; });
}

/// Checks that it is TOML, complaining with file, line and column.
toml::table parse_checked(const ScenarioText& text) {
  static_cast<void>(parse_toml(text.content, text.name));
  return toml::parse(text.content);
}

}  // namespace

ScenarioText parse_scenario_text(const std::string& content, const std::string& name) {
  ScenarioText text{.content = content, .name = name, .base = {}, .set_names = {}};
  const toml::table table = parse_checked(text);
  note_sets(table, {}, table, text);
  return text;
}

ScenarioText read_scenario_text(const std::optional<std::filesystem::path>& file,
                                const std::vector<std::string>& overrides) {
  ScenarioText text;
  text.name = file ? file->string() : "the default scenario";
  text.base = file ? file->parent_path() : std::filesystem::path();
  if (file) text.content = read_file(*file);
  const toml::table before = parse_checked(text);
  toml::table after = before;
  std::vector<Override> changes;
  for (const std::string& change : overrides) {
    changes.push_back(split_override(change));
    apply(after, changes.back());
  }
  note_sets(before, changes, after, text);
  if (!overrides.empty()) {
    std::ostringstream merged;
    merged << after << '\n';
    text.content = merged.str();
    text.name += fmt::format(" with --set {}", fmt::join(overrides, " --set "));
  }
  return text;
}

}  // namespace pahunch
