/// \file
/// One-to-all searches in a customised hierarchy without a core: up from the seeds, then one sweep
/// down over all nodes (Delling, Goldberg, Nowatzyk, Werneck: PHAST, 2011), sixteen side by side.
#pragma once

#include "geo/network/engine/label_field.h"
#include "geo/network/engine/slot_metric.h"

namespace pahunch::engine {

/// Sets the distances (and labels, where the field keeps them) of all nodes. The metric may have
/// one lane where the field has many: then all searches use the same weights. Precondition:
/// everything is eliminated.
void search_hierarchy(const SlotMetric& metric, const SeedTable& seeds, Flow flow,
                      LabelField& field);

}  // namespace pahunch::engine
