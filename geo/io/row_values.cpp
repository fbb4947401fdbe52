#include "geo/io/row_values.h"

#include <fmt/format.h>

#include "geo/io/parse_value.h"

namespace pahunch {

namespace {
constexpr double kMostThings = 1e6;
}

std::string RowValues::get_text(const std::optional<LayerRows::Value>& value,
                                const std::string& otherwise) const {
  const auto* text = rows_.get(value);
  return text != nullptr ? *text : otherwise;
}

void RowValues::complain(const std::string& role, const std::string& what,
                         const std::optional<LayerRows::Value>& value,
                         const std::string& text) const {
  recorder_.repair(
      {fmt::format("{} {}", role, what), fmt::format("{} = '{}'", value->column, text)});
}

std::optional<double> RowValues::find_number(const std::optional<LayerRows::Value>& value,
                                             const std::string& role, double low,
                                             double high) const {
  const auto* text = rows_.get(value);
  if (text == nullptr) return std::nullopt;
  const auto number = pahunch::find_number(*text);
  if (!number) {
    complain(role, "is not a number", value, *text);
    return std::nullopt;
  }
  if (*number < low || *number > high) {
    complain(role, "is out of range", value, *text);
    return std::nullopt;
  }
  return number;
}

std::optional<double> RowValues::find_persons(const std::optional<LayerRows::Value>& value,
                                              const std::string& role) const {
  return find_number(value, role, 0, kMostPersons);
}

std::optional<int> RowValues::find_count(const std::optional<LayerRows::Value>& value,
                                         const std::string& role) const {
  const auto number = find_number(value, role, 0, kMostThings);
  if (!number) return std::nullopt;
  const auto whole = find_whole_number(*rows_.get(value));
  if (!whole) {
    complain(role, "is not a whole number", value, *rows_.get(value));
    return std::nullopt;
  }
  return static_cast<int>(*whole);
}

std::string UniqueIds::take(const std::string* id, RowRecorder& recorder) {
  std::string unique = id != nullptr ? *id : recorder.row();
  if (id == nullptr) recorder.repair({"no id, the row's place is used"});
  recorder.rename(unique);
  auto n = ++seen_[unique];
  if (n == 1) return unique;
  std::string numbered;
  do {
    numbered = fmt::format("{}#{}", unique, n++);
  } while (!seen_.emplace(numbered, 1).second);
  recorder.rename(numbered);
  recorder.repair({"repeated id"});
  return numbered;
}

}  // namespace pahunch
