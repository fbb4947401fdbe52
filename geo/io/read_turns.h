/// \file
/// Reading turn restrictions: a table with a row for each, that names two roads by their ids and
/// the place where they meet.
///
/// `kind` is "no" or "only", or OpenStreetMap's word for it (`no_left_turn`, `only_straight_on`);
/// "no" forbids this turn, "only" every other turn from the road `from` there. `vehicles` holds
/// words of vehicle.h; without it all but those on foot are bound, who never are. The place is a
/// vertex of both roads, to 5 mm.
///
/// Rows are left out as bad: of unknown kinds or roads; where the roads do not meet at the place;
/// where a road goes on through it, so that two turns could be meant (unless a one-way says which);
/// against a one-way; and those that bind nobody. Beyond the margin of the study area they are left
/// out without being bad.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "geo/io/read_context.h"

namespace pahunch {

/// `roads` are those of the dataset, already read.
std::vector<TurnRestriction> read_turns(const LayerSpec& spec, const RoadLayer& roads,
                                        const AreaContext& context, ReadBooks& books);

/// None for a word that is not known.
std::optional<TurnKind> find_turn_kind(std::string_view word);

}  // namespace pahunch
