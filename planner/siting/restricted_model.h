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
  std::vector<SiteColumn> original;      ///< by column of `model`
  std::vector<SiteColumn> open;          ///< columns of the original that are open
  std::vector<std::uint32_t> rows = {};  ///< rows of the model that was restricted, by row
  /// No choice is left: there is none that is better.
  bool is_impossible = false;
};

/// Open columns become last resorts, closed ones go, rules are what is left of them. A row without
/// an entry is in the constant.
RestrictedModel restrict_model(const LossModel& model, const ChoiceRules& rules,
                               const Fixing& fixing);

/// A restriction of a restricted model, with columns of the model that `outer` restricts; its rows
/// are still those of `outer`.
RestrictedModel nest(const RestrictedModel& outer, RestrictedModel inner);

/// The choice of the original model behind one of a restricted model, ascending.
std::vector<SiteColumn> original_choice(const RestrictedModel& restricted,
                                        const std::vector<SiteColumn>& open);

/// A model with nothing restricted.
RestrictedModel unrestricted(const LossModel& model, const ChoiceRules& rules);

}  // namespace pahunch
