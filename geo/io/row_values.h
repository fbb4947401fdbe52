/// \file
/// Values of a row that may be bad: parsed, with what is wrong recorded under the name of what they
/// mean.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "geo/io/layer_rows.h"
#include "geo/io/row_recorder.h"

namespace pahunch {

/// More persons than any place on earth has: a value in another unit, or rows that ran together.
inline constexpr double kMostPersons = 1e8;

class RowValues {
 public:
  RowValues(LayerRows& rows, RowRecorder& recorder) : rows_(rows), recorder_(recorder) {}

  /// The text, or `otherwise`.
  [[nodiscard]] std::string get_text(const std::optional<LayerRows::Value>& value,
                                     const std::string& otherwise = "") const;
  /// Nothing when there is no text. Nothing, and a bad row, when it is no number or not within
  /// [low, high]; `role` names it: "speed is not a number", "speed is out of range".
  [[nodiscard]] std::optional<double> find_number(const std::optional<LayerRows::Value>& value,
                                                  const std::string& role, double low,
                                                  double high) const;
  /// Persons: a number that is not negative and not absurd; fractions are allowed.
  [[nodiscard]] std::optional<double> find_persons(const std::optional<LayerRows::Value>& value,
                                                   const std::string& role) const;
  /// A whole number from 0 to a million.
  [[nodiscard]] std::optional<int> find_count(const std::optional<LayerRows::Value>& value,
                                              const std::string& role) const;

 private:
  void complain(const std::string& role, const std::string& what,
                const std::optional<LayerRows::Value>& value, const std::string& text) const;

  LayerRows& rows_;
  RowRecorder& recorder_;
};

/// The id of a row, made unique: a missing id becomes the row's name ("line 17"), a repeated one
/// gets "#2", "#3" behind it; both make the row a bad one.
class UniqueIds {
 public:
  std::string take(const std::string* id, RowRecorder& recorder);

 private:
  std::map<std::string, int> seen_;
};

}  // namespace pahunch
