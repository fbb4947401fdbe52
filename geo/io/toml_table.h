/// \file
/// Strict reading of a TOML table: every key must be asked for, or it is an error.
///
/// \code
///   const TomlTable root = read_toml_file("scenario.toml");
///   const auto name = root.read_string("name");                 // obligatory
///   const auto seed = root.find_integer("seed").value_or(1);    // optional
///   if (const auto travel = root.find_table("travel")) { ... }
///   root.expect_no_more();  // "unknown key 'seasn' ... did you mean 'season'?"
/// \endcode
///
/// `find_` gives nothing when the key is missing, `read_` throws then; both throw when the value
/// has another type. All errors are `ConfigError`s that name file, line and key. A key that was
/// asked for, present or not, is a known key. Copies share what was asked.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pahunch {

enum class TomlKind : std::uint8_t { kMissing, kString, kNumber, kBoolean, kArray, kTable };

class TomlTable {
 public:
  struct State;  ///< private to the implementation
  explicit TomlTable(std::shared_ptr<State> state) : state_(std::move(state)) {}

  [[nodiscard]] std::optional<std::string> find_string(std::string_view key) const;
  [[nodiscard]] std::optional<double> find_number(std::string_view key) const;  ///< finite
  [[nodiscard]] std::optional<std::int64_t> find_integer(std::string_view key) const;
  [[nodiscard]] std::optional<bool> find_boolean(std::string_view key) const;
  /// A list of strings; one string alone counts as a list of one.
  [[nodiscard]] std::optional<std::vector<std::string>> find_strings(std::string_view key) const;
  [[nodiscard]] std::optional<std::vector<double>> find_numbers(std::string_view key) const;
  /// A list of pairs of numbers: [[85.1, 25.6], [85.2, 25.6]].
  [[nodiscard]] std::optional<std::vector<std::array<double, 2>>> find_pairs(
      std::string_view key) const;
  [[nodiscard]] std::optional<TomlTable> find_table(std::string_view key) const;
  /// `[[key]]` or `key = [{...}, {...}]`; empty when missing.
  [[nodiscard]] std::vector<TomlTable> find_tables(std::string_view key) const;
  /// A list in which texts and tables may be mixed; one text alone counts as a list of one. Both
  /// are in the list's order; empty when missing.
  struct TextsAndTables;
  [[nodiscard]] TextsAndTables find_texts_and_tables(std::string_view key) const;

  [[nodiscard]] std::string read_string(std::string_view key) const;  ///< not empty
  [[nodiscard]] double read_number(std::string_view key) const;
  [[nodiscard]] std::int64_t read_integer(std::string_view key) const;
  [[nodiscard]] TomlTable read_table(std::string_view key) const;

  /// Any value, as TOML that reads back the same ("[\"a\", \"b\"]"); and each item of a list.
  [[nodiscard]] std::string read_toml(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> read_toml_list(std::string_view key) const;

  /// What kind of value a key has, for keys that may have several.
  [[nodiscard]] TomlKind kind(std::string_view key) const;
  /// The keys in the file, sorted, for tables whose keys are data. Does not count as asking.
  [[nodiscard]] std::vector<std::string> keys() const;

  /// Throws when this table, or any table taken from it, has a key that was never asked for.
  void expect_no_more() const;

  /// "scenario.toml, line 12, travel.season"; for a missing or empty key the place of the table.
  [[nodiscard]] std::string where(std::string_view key) const;

  /// A ConfigError at that key, for values out of range.
  [[noreturn]] void fail(std::string_view key, const std::string& what,
                         const std::string& hint = {}) const;

 private:
  std::shared_ptr<State> state_;
};

struct TomlTable::TextsAndTables {
  std::vector<std::string> texts;
  std::vector<TomlTable> tables;
};

/// Throws ConfigError when the file is missing, not UTF-8 or not TOML (with line and column).
TomlTable read_toml_file(const std::filesystem::path& file);

/// The same from text; `name` stands for the file in messages.
TomlTable parse_toml(std::string_view content, const std::string& name);

}  // namespace pahunch
