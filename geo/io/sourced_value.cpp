#include "geo/io/sourced_value.h"

#include <fmt/format.h>

namespace pahunch {

void expect_within(const TomlTable& table, std::string_view key, double value, const Bounds& bounds,
                   const std::string& advice) {
  const bool is_enough = bounds.lowest_allowed ? value >= bounds.lowest : value > bounds.lowest;
  if (is_enough && value <= bounds.highest) return;
  table.fail(key, fmt::format("'{}' must be {}, not {}", key, bounds.words, value), advice);
}

SourcedValue read_sourced(const TomlTable& table, std::string_view value_key) {
  SourcedValue result;
  result.value = table.read_number(value_key);
  const auto low = table.find_number("low");
  const auto high = table.find_number("high");
  result.low = low.value_or(result.value);
  result.high = high.value_or(result.value);
  result.source = table.find_string("source").value_or("given");
  if (low && high && *low > *high) {
    table.fail("low",
               fmt::format("the range of '{}' is the wrong way round, {} to {}", value_key,
                           result.low, result.high),
               "low <= value <= high");
  }
  if (result.low > result.value || result.value > result.high) {
    table.fail(value_key,
               fmt::format("{} = {} does not lie in its range, {} to {}", value_key, result.value,
                           result.low, result.high),
               "low <= value <= high");
  }
  return result;
}

void amend_value(const TomlTable& table, std::string_view key, const Bounds& bounds,
                 SourcedValue& target) {
  switch (table.kind(key)) {
    case TomlKind::kMissing:
      static_cast<void>(table.find_number(key));  // makes it a known key
      return;
    case TomlKind::kTable:
      target = read_sourced(table.read_table(key), "value");
      break;
    default: {
      const double value = table.read_number(key);
      target = {value, value, value, "given"};
    }
  }
  expect_within(table, key, target.low, bounds);
  expect_within(table, key, target.high, bounds);
}

}  // namespace pahunch
