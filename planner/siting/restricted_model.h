/// \file
/// A model in which some columns are known to be open or closed, and some rows to be served by
/// their first entries.
#pragma once

#include "planner/siting/loss_model.h"

namespace pahunch {

enum class ColumnState : std::uint8_t { kFree, kOpen, kClosed };

/// What is known of every choice that is better than the best one so far.
struct Fixing {
  Fixing() = default;
  /// Nothing is known.
  explicit Fixing(const LossModel& model);

  std::vector<ColumnState> columns;
  std::vector<std::uint32_t> row_length;  ///< one of so many first entries is open …
  std::vector<bool> is_served;            ///< … if this is so
};

struct RestrictedModel {
  LossModel model;
  ChoiceRules rules;
  std::vector<SiteColumn> original;  ///< by column of `model`
  std::vector<SiteColumn> open;      ///< columns of the original that are open
  /// No choice is left: there is none that is better.
  bool is_impossible = false;
};

/// Open columns become last resorts, closed ones go, rules are what is left of them. A row without
/// an entry is in the constant.
RestrictedModel restrict_model(const LossModel& model, const ChoiceRules& rules,
                               const Fixing& fixing);

}  // namespace pahunch
