#include "geo/io/toml_table.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "geo/io/toml_depth.h"

namespace pahunch {

struct TomlTable::State {
  std::shared_ptr<const toml::table> root;  ///< keeps `table` alive
  const toml::table* table = nullptr;
  std::string file;
  std::string prefix;  ///< "travel." within [travel]
  std::vector<std::string> asked = {};
  std::vector<std::shared_ptr<State>> children = {};

  const toml::node* ask(std::string_view key) {
    if (std::find(asked.begin(), asked.end(), key) == asked.end()) asked.emplace_back(key);
    return table->get(key);
  }
  /// The same state each time, so that what was asked adds up.
  std::shared_ptr<State> child(const toml::table& nested, std::string child_prefix) {
    for (const auto& known : children) {
      if (known->table == &nested) return known;
    }
    children.push_back(
        std::make_shared<State>(State{root, &nested, file, std::move(child_prefix)}));
    return children.back();
  }
};

namespace {

constexpr std::uintmax_t kMostBytes = std::uintmax_t{64} << 20U;

std::string describe(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::string:
      return "a text";
    case toml::node_type::integer:
    case toml::node_type::floating_point:
      return "a number";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::table:
      return "a table";
    default:
      return "a date or time";
  }
}

/// Texts in double quotes.
std::string to_toml(const toml::node& node) {
  constexpr auto kFlags =
      toml::toml_formatter::default_flags & ~toml::format_flags::allow_literal_strings;
  std::ostringstream text;
  text << toml::toml_formatter(node, kFlags);
  return text.str();
}

[[noreturn]] void fail_type(const TomlTable& table, std::string_view key, const toml::node& node,
                            std::string_view expected) {
  table.fail(key, fmt::format("'{}' is {}; {} is expected", key, describe(node), expected));
}

}  // namespace

std::optional<std::string> TomlTable::find_string(std::string_view key) const {
  const auto* node = state_->ask(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_string()) fail_type(*this, key, *node, "a text in quotes");
  return node->as_string()->get();
}

std::optional<double> TomlTable::find_number(std::string_view key) const {
  const auto* node = state_->ask(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_number()) fail_type(*this, key, *node, "a number");
  const double value = node->value<double>().value_or(NAN);
  if (!std::isfinite(value)) fail(key, fmt::format("'{}' is not a finite number", key));
  return value;
}

std::optional<std::int64_t> TomlTable::find_integer(std::string_view key) const {
  const auto* node = state_->ask(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_integer()) {
    fail(key, fmt::format("'{}' must be a whole number", key));
  }
  return node->as_integer()->get();
}

std::optional<bool> TomlTable::find_boolean(std::string_view key) const {
  const auto* node = state_->ask(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_boolean()) fail_type(*this, key, *node, "true or false");
  return node->as_boolean()->get();
}

std::optional<std::vector<std::string>> TomlTable::find_strings(std::string_view key) const {
  const auto* node = state_->ask(key);
  if (node == nullptr) return std::nullopt;
  if (node->is_string()) return std::vector{node->as_string()->get()};
  if (!node->is_array()) fail_type(*this, key, *node, "a list of texts");
  std::vector<std::string> items;
  for (const auto& item : *node->as_array()) {
    if (!item.is_string()) fail_type(*this, key, item, "a text in quotes in each place");
    items.push_back(item.as_string()->get());
  }
  return items;
}

std::optional<std::vector<double>> TomlTable::find_numbers(std::string_view key) const {
  const auto* node = state_->ask(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_array()) fail_type(*this, key, *node, "a list of numbers");
  std::vector<double> items;
  for (const auto& item : *node->as_array()) {
    if (!item.is_number()) fail_type(*this, key, item, "a number in each place");
    items.push_back(item.value<double>().value_or(NAN));
    if (!std::isfinite(items.back()))
      fail(key, fmt::format("'{}' has a number that is not finite", key));
  }
  return items;
}

std::optional<std::vector<std::array<double, 2>>> TomlTable::find_pairs(
    std::string_view key) const {
  const auto* node = state_->ask(key);
  if (node == nullptr) return std::nullopt;
  constexpr const char* kExpected = "a list of pairs of numbers";
  if (!node->is_array()) fail_type(*this, key, *node, kExpected);
  std::vector<std::array<double, 2>> pairs;
  for (const auto& item : *node->as_array()) {
    const auto* pair = item.as_array();
    if (pair == nullptr) fail_type(*this, key, item, kExpected);
    const bool good = pair->size() == 2 && (*pair)[0].is_number() && (*pair)[1].is_number();
    if (!good) fail(key, fmt::format("'{}' has a place that is no pair of numbers", key));
    pairs.push_back(
        {(*pair)[0].value<double>().value_or(NAN), (*pair)[1].value<double>().value_or(NAN)});
    if (std::isfinite(pairs.back()[0]) && std::isfinite(pairs.back()[1])) continue;
    fail(key, fmt::format("'{}' has a number that is not finite", key));
  }
  return pairs;
}

std::optional<TomlTable> TomlTable::find_table(std::string_view key) const {
  const auto* node = state_->ask(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_table()) fail_type(*this, key, *node, "a table");
  return TomlTable(state_->child(*node->as_table(), fmt::format("{}{}.", state_->prefix, key)));
}

std::vector<TomlTable> TomlTable::find_tables(std::string_view key) const {
  std::vector<TomlTable> tables;
  const auto* node = state_->ask(key);
  if (node == nullptr) return tables;
  if (!node->is_array()) fail_type(*this, key, *node, "a list of tables");
  for (const auto& item : *node->as_array()) {
    if (!item.is_table()) fail_type(*this, key, item, "a table in each place");
    tables.emplace_back(state_->child(
        *item.as_table(), fmt::format("{}{}[{}].", state_->prefix, key, tables.size() + 1)));
  }
  return tables;
}

TomlTable::TextsAndTables TomlTable::find_texts_and_tables(std::string_view key) const {
  TextsAndTables found;
  const auto* node = state_->ask(key);
  if (node == nullptr) return found;
  if (node->is_string()) return {{node->as_string()->get()}, {}};
  if (!node->is_array()) fail_type(*this, key, *node, "a list of texts and tables");
  for (std::size_t n = 0; const auto& item : *node->as_array()) {
    const std::string prefix = fmt::format("{}{}[{}].", state_->prefix, key, ++n);
    if (item.is_string()) {
      found.texts.push_back(item.as_string()->get());
    } else if (item.is_table()) {
      found.tables.emplace_back(state_->child(*item.as_table(), prefix));
    } else {
      fail_type(*this, key, item, "a text in quotes or a table in each place");
    }
  }
  return found;
}

std::string TomlTable::read_string(std::string_view key) const {
  auto value = find_string(key);
  if (!value) fail("", fmt::format("the key '{}' is missing", key));
  if (value->empty()) fail(key, fmt::format("'{}' is empty", key));
  return *std::move(value);
}

double TomlTable::read_number(std::string_view key) const {
  const auto value = find_number(key);
  if (!value) fail("", fmt::format("the key '{}' is missing", key));
  return *value;
}

std::int64_t TomlTable::read_integer(std::string_view key) const {
  const auto value = find_integer(key);
  if (!value) fail("", fmt::format("the key '{}' is missing", key));
  return *value;
}

TomlTable TomlTable::read_table(std::string_view key) const {
  auto value = find_table(key);
  if (!value) fail("", fmt::format("the table '{}' is missing", key));
  return *std::move(value);
}

std::string TomlTable::read_toml(std::string_view key) const {
  const auto* node = state_->ask(key);
  if (node == nullptr) fail("", fmt::format("the key '{}' is missing", key));
  return to_toml(*node);
}

std::vector<std::string> TomlTable::read_toml_list(std::string_view key) const {
  const auto* node = state_->ask(key);
  if (node == nullptr) fail("", fmt::format("the key '{}' is missing", key));
  if (!node->is_array()) fail_type(*this, key, *node, "a list");
  std::vector<std::string> items;
  for (const auto& item : *node->as_array()) items.push_back(to_toml(item));
  return items;
}

TomlKind TomlTable::kind(std::string_view key) const {
  const auto* node = state_->ask(key);
  if (node == nullptr) return TomlKind::kMissing;
  if (node->is_string()) return TomlKind::kString;
  if (node->is_number()) return TomlKind::kNumber;
  if (node->is_boolean()) return TomlKind::kBoolean;
  if (node->is_array()) return TomlKind::kArray;
  if (node->is_table()) return TomlKind::kTable;
  fail_type(*this, key, *node, "another kind of value");
}

std::vector<std::string> TomlTable::keys() const {
  std::vector<std::string> names;
  for (const auto& [key, node] : *state_->table) names.emplace_back(key.str());
  std::sort(names.begin(), names.end());
  return names;
}

void TomlTable::expect_no_more() const {
  for (const auto& key : keys()) {
    if (std::find(state_->asked.begin(), state_->asked.end(), key) != state_->asked.end()) continue;
    const auto nearest = find_nearest_name(key, state_->asked);
    std::string known;
    for (const auto& name : state_->asked) known += (known.empty() ? "" : ", ") + name;
    fail(key, fmt::format("unknown key '{}'", key),
         nearest ? fmt::format("did you mean '{}'?", *nearest)
                 : fmt::format("keys known here: {}", known.empty() ? "none" : known));
  }
  for (const auto& child : state_->children) TomlTable(child).expect_no_more();
}

std::string TomlTable::where(std::string_view key) const {
  const auto* node = key.empty() ? nullptr : state_->table->get(key);
  const auto line =
      node != nullptr ? node->source().begin.line : state_->table->source().begin.line;
  auto place = state_->file;
  if (line > 0) place += fmt::format(", line {}", line);
  auto path = state_->prefix + std::string(key);
  if (!path.empty() && path.back() == '.') path.pop_back();
  return path.empty() ? place : fmt::format("{}, {}", place, path);
}

void TomlTable::fail(std::string_view key, const std::string& what, const std::string& hint) const {
  throw ConfigError({.what = what, .where = where(key), .hint = hint});
}

TomlTable parse_toml(std::string_view content, const std::string& name) {
  if (is_too_deep(content)) {
    throw ConfigError({.what = "a key has too many parts",
                       .where = name,
                       .hint = "write at most 100 words with dots between them"});
  }
  try {
    auto root = std::make_shared<const toml::table>(toml::parse(content, name));
    const auto* table = root.get();
    return TomlTable(
        std::make_shared<TomlTable::State>(TomlTable::State{std::move(root), table, name, ""}));
  } catch (const toml::parse_error& error) {
    throw ConfigError({.what = fmt::format("this is not valid TOML: {}", error.description()),
                       .where = fmt::format("{}, line {}, column {}", name,
                                            error.source().begin.line, error.source().begin.column),
                       .hint = "texts need quotes, and each key stands once in its table"});
  }
}

TomlTable read_toml_file(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    throw ConfigError({.what = "the file does not exist or is not a file",
                       .where = file.string(),
                       .hint = "check the path; a path inside a file is relative to that file"});
  }
  if (std::filesystem::file_size(file, error) > kMostBytes) {
    throw ConfigError({.what = "the file is larger than 64 MiB",
                       .where = file.string(),
                       .hint = "is it the right one? A file of settings has some kilobytes"});
  }
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  if (!stream) throw ConfigError({.what = "the file cannot be read", .where = file.string()});
  return parse_toml(content.str(), file.string());
}

}  // namespace pahunch
