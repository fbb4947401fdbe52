#include "geo/io/layer_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "geo/base/error.h"
#include "geo/io/shown_source.h"

namespace pahunch {

/// A joined table in memory, all columns, by its key.
struct LayerRows::Join {
  JoinSpec spec;
  std::size_t on_slot = 0;
  std::vector<std::string> columns;
  std::unordered_map<std::string, std::vector<std::optional<std::string>>> rows;
  const std::vector<std::optional<std::string>>* current = nullptr;

  Join(JoinSpec join, const LayerSpec& layer, const SourceHome& home,
       std::vector<SourcePath>& paths);
};

LayerRows::Join::Join(JoinSpec join, const LayerSpec& layer, const SourceHome& home,
                      std::vector<SourcePath>& paths)
    : spec(std::move(join)) {
  LayerSpec table;
  table.name = layer.name;
  table.source = spec.source;
  table.place = layer.place;
  OgrSource source(table, home, GeometryNeed::kNone);
  paths.push_back(source.path());
  columns = source.columns();
  const auto key = source.read_slot(spec.key);
  std::vector<std::size_t> slots;
  slots.reserve(columns.size());
  for (const auto& column : columns) slots.push_back(source.read_slot(column));
  SourceRow row;
  while (source.read_next(row)) {
    const auto& word = row.values[key];
    if (!word) continue;
    std::vector<std::optional<std::string>> values;
    values.reserve(slots.size());
    for (const auto slot : slots) values.push_back(row.values[slot]);
    if (rows.emplace(*word, std::move(values)).second) continue;
    throw DataError(
        {.what = fmt::format("the key '{}' stands twice in the column '{}'", *word, spec.key),
         .where = fmt::format("{}, {}", source.where(), row.name),
         .why = "a join needs one row for a key",
         .hint = "remove one of the rows"});
  }
}

LayerRows::LayerRows(const LayerSpec& spec, const SourceHome& home, GeometryNeed need)
    : spec_(spec), source_(spec, home, need) {
  paths_.push_back(source_.path());
  for (const auto& join : spec.joins) {
    joins_.push_back(std::make_unique<Join>(join, spec, home, paths_));
    joins_.back()->on_slot = source_.read_slot(join.on);
  }
}

LayerRows::~LayerRows() = default;

LayerRows::Value LayerRows::add(Place place, const std::string& column) {
  places_.push_back(place);
  return {places_.size() - 1, column};
}

std::optional<LayerRows::Value> LayerRows::find_value(const std::string& role) {
  const auto at = spec_.fields.find(role);
  if (at == spec_.fields.end()) return std::nullopt;
  return read_column(at->second);
}

LayerRows::Value LayerRows::read_column(const std::string& column) {
  for (const auto& join : joins_) {
    if (join->spec.prefix.empty() || !column.starts_with(join->spec.prefix)) continue;
    const auto name = column.substr(join->spec.prefix.size());
    const auto at = std::find(join->columns.begin(), join->columns.end(), name);
    if (at != join->columns.end()) {
      return add({join.get(), static_cast<std::size_t>(at - join->columns.begin())}, column);
    }
    throw DataError(
        {.what = fmt::format("the joined table has no column '{}'", name),
         .where = fmt::format("{}, join with {}", spec_.place, get_shown_source(join->spec.source)),
         .hint = fmt::format("there are: {}", fmt::join(join->columns, ", "))});
  }
  return add({nullptr, source_.read_slot(column)}, column);
}

bool LayerRows::next() {
  if (!source_.read_next(row_)) return false;
  for (auto& join : joins_) {
    const auto& key = row_.values[join->on_slot];
    const auto at = key ? join->rows.find(*key) : join->rows.end();
    join->current = at == join->rows.end() ? nullptr : &at->second;
  }
  return true;
}

const std::string* LayerRows::get(const std::optional<Value>& value) const {
  if (!value) return nullptr;
  const auto& place = places_[value->number];
  if (place.join == nullptr) {
    const auto& text = row_.values[place.slot];
    return text ? &*text : nullptr;
  }
  if (place.join->current == nullptr) return nullptr;
  const auto& text = (*place.join->current)[place.slot];
  return text ? &*text : nullptr;
}

}  // namespace pahunch
