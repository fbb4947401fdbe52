#include "planner/report/pack_table.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "geo/io/clean_text.h"
#include "geo/io/number_text.h"

namespace pahunch {
namespace {

using Json = PagePack::Json;

/// Text cells as numbers of words, in the order in which they come first.
class WordList {
 public:
  std::int64_t number_of(const std::string& word) {
    const auto [at, is_new] = numbers_.try_emplace(word, static_cast<std::int64_t>(words_.size()));
    if (is_new) words_.push_back(word);
    return at->second;
  }
  [[nodiscard]] const Json& words() const { return words_; }

 private:
  std::unordered_map<std::string, std::int64_t> numbers_;
  Json words_ = Json::array();
};

/// A cell as the whole number that stands for it.
struct WholeNumberOf {
  int decimals;
  double scale;
  WordList& words;
  using Result = std::optional<std::int64_t>;

  Result operator()(std::monostate) const { return std::nullopt; }
  Result operator()(const std::string& text) const { return words.number_of(clean_text(text)); }
  Result operator()(std::int64_t number) const { return number; }
  Result operator()(double number) const {
    return std::llround(round_to_decimals(number, decimals) * scale);
  }
};

const char* type_name(ColumnType type) {
  if (type == ColumnType::kText) return "text";
  return type == ColumnType::kInteger ? "integer" : "real";
}

Json pack_column(const Table& table, std::size_t index, PagePack& pack) {
  const Column& column = table.columns[index];
  const double scale = column.type == ColumnType::kReal ? std::pow(10.0, column.decimals) : 1.0;
  WordList words;
  NumberStream numbers;
  for (const auto& row : table.rows) {
    numbers.add(std::visit(WholeNumberOf{column.decimals, scale, words}, row[index]));
  }
  Json json = {{"name", column.name},
               {"type", type_name(column.type)},
               {"unit", column.unit},
               {"meaning", column.meaning},
               {"scale", scale}};
  if (column.type == ColumnType::kText) json["words"] = words.words();
  json.update(pack.add(numbers));
  return json;
}

bool is_wanted(const std::string& name, const ColumnPrefixes& wanted) {
  return wanted.empty() || std::ranges::any_of(wanted, [&name](std::string_view prefix) {
           return name.starts_with(prefix);
         });
}

}  // namespace

Json pack_table(const Table& table, const ColumnPrefixes& wanted, PagePack& pack) {
  Json columns = Json::array();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (is_wanted(table.columns[i].name, wanted)) columns.push_back(pack_column(table, i, pack));
  }
  return {{"name", table.name}, {"rows", table.rows.size()}, {"columns", std::move(columns)}};
}

}  // namespace pahunch
