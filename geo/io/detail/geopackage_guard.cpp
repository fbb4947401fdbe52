#include "geo/io/detail/geopackage_guard.h"

#include <cpl_port.h>
#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <string_view>

#include "geo/base/error.h"
#include "geo/io/detail/gdal_errors.h"

namespace pahunch {

namespace {

// SQLite keeps the statement of whatever it creates, and begins it so. A statement that begins in
// another way was put there by hand, and is looked at like that of a virtual table.
constexpr const char* kOddStatements =
    "SELECT name, sql FROM sqlite_master WHERE sql NOT LIKE 'CREATE TABLE %' AND "
    "sql NOT LIKE 'CREATE INDEX %' AND sql NOT LIKE 'CREATE UNIQUE INDEX %' AND "
    "sql NOT LIKE 'CREATE VIEW %' AND sql NOT LIKE 'CREATE TRIGGER %'";

constexpr std::array<const char*, 5> kIndexModules{"rtree", "rtree_i32", "fts3", "fts4", "fts5"};

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_';
}

/// Takes the word in any case, and the blanks after it, off the front.
bool take_word(std::string_view& sql, std::string_view word) {
  if (sql.size() <= word.size() || !EQUALN(sql.data(), word.data(), word.size())) return false;
  sql.remove_prefix(word.size());
  const auto n_blanks = std::min(sql.find_first_not_of(" \t\r\n"), sql.size());
  sql.remove_prefix(n_blanks);
  return n_blanks > 0;
}

/// Takes a plain or quoted name off the front; not one with its own quote in it, which no writer of
/// GeoPackages uses.
bool take_name(std::string_view& sql) {
  const auto quote = sql.empty() || is_word_byte(sql.front()) ? '\0' : sql.front();
  if (quote != '\0' && quote != '"' && quote != '\'') return false;
  const auto end = quote == '\0' ? std::find_if_not(sql.begin(), sql.end(), is_word_byte)
                                 : std::find(sql.begin() + 1, sql.end(), quote);
  if (end == sql.end()) return false;
  sql.remove_prefix(static_cast<std::size_t>(end - sql.begin()) + (quote == '\0' ? 0 : 1));
  return take_word(sql, "");
}

bool is_index(std::string_view sql) {
  if (!take_word(sql, "CREATE") || !take_word(sql, "VIRTUAL") || !take_word(sql, "TABLE") ||
      !take_name(sql) || !take_word(sql, "USING")) {
    return false;
  }
  const std::string module(sql.begin(), std::find_if_not(sql.begin(), sql.end(), is_word_byte));
  return std::any_of(kIndexModules.begin(), kIndexModules.end(),
                     [&](const char* index) { return EQUAL(module.c_str(), index); });
}

void check_statement(const OGRFeature& row, const LayerSpec& spec, const std::string& shown) {
  if (is_index(row.GetFieldAsString("sql"))) return;
  throw DataError({.what = fmt::format("the GeoPackage '{}' has a virtual table, '{}'", shown,
                                       row.GetFieldAsString("name")),
                   .where = spec.place,
                   .why = "such a table can stand for any other file of yours, or for a network",
                   .hint = "export the layer alone into a new GeoPackage"});
}

void check_tables(GDALDataset& dataset, const LayerSpec& spec, const std::string& shown) {
  const GdalErrors errors;
  const auto release = [&](OGRLayer* layer) { dataset.ReleaseResultSet(layer); };
  const std::unique_ptr<OGRLayer, decltype(release)> odd(
      dataset.ExecuteSQL(kOddStatements, nullptr, nullptr), release);
  while (odd) {
    const std::unique_ptr<OGRFeature> row(odd->GetNextFeature());
    if (!row) break;
    check_statement(*row, spec, shown);
  }
  if (!errors.failed()) return;
  throw DataError({.what = fmt::format("the tables of '{}' cannot be listed", shown),
                   .where = spec.place,
                   .why = errors.first(),
                   .hint = "the file is damaged: fetch or export it again"});
}

bool has_word(std::string_view text, const std::string& word) {
  for (auto at = text.begin(); at != text.end();) {
    const auto begin = std::find_if(at, text.end(), is_word_byte);
    at = std::find_if_not(begin, text.end(), is_word_byte);
    if (EQUAL(std::string(begin, at).c_str(), word.c_str())) return true;
  }
  return false;
}

}  // namespace

void check_geopackage(GDALDataset& dataset, const LayerSpec& spec, const std::string& shown) {
  check_tables(dataset, spec, shown);
  if (!has_word(spec.filter, "SELECT")) return;
  throw ConfigError({.what = fmt::format("the filter \"{}\" has a query of its own", spec.filter),
                     .where = spec.place,
                     .why = "a filter chooses rows of its layer, and reads no other table",
                     .hint = "compare columns of the layer with values, without SELECT"});
}

}  // namespace pahunch
