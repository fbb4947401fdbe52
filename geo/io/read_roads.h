/// \file
/// Reading roads and barriers.
///
/// Rules for single rows: roads farther than the margin from the study area are left out, which
/// makes no row a bad one; a multi-line becomes several roads with one id; repeated points are
/// dropped; a road without a class, or with a speed of zero or beyond 200 km/h, takes the default
/// class or the speed of its class and counts as bad; an unknown word for one-way is two-way. The
/// fields `access` and `one_way_exempt` hold words of vehicle.h ("all", "foot bus"); an unknown
/// word is open to all, and no exemption. `season` "dry" is a road that the monsoon closes.
#pragma once

#include "geo/io/dataset_spec.h"
#include "geo/io/read_context.h"

namespace pahunch {

RoadLayer read_roads(const RoadSpec& spec, const AreaContext& context, ReadBooks& books);
BarrierLayer read_barriers(const LayerSpec& spec, const AreaContext& context, ReadBooks& books);

}  // namespace pahunch
