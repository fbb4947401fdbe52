/// \file
/// Rows given whole to open slots within their capacities, quickly and well.
#pragma once

#include <optional>

#include "planner/siting/capacitated_model.h"

namespace pahunch {

/// Those rows first that lose most by not getting their best (Martello and Toth 1981), then
/// bettered by moving rows and swapping two; of many rows the transport rounded. None: they did not
/// fit this way.
std::optional<CapacitatedChoice> assign_rows(const CapacitatedModel& model,
                                             const std::vector<SiteColumn>& open);

}  // namespace pahunch
