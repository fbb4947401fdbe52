/// \file
/// Reading the centres. A centre outside the study area is left out (roads may be used across the
/// border, centres may not); one without a known status too. The district is the dataset's word (id
/// or name), else the district that the place lies in.
#pragma once

#include "geo/io/read_context.h"

namespace pahunch {

CentreLayer read_centres(const LayerSpec& spec, const AreaContext& context, ReadBooks& books);

/// Sites where a centre could stand, by the same rules but without a status. An id that a centre
/// has already is left out. Precondition: the centres are read.
CentreLayer read_candidates(const LayerSpec& spec, const AreaContext& context, ReadBooks& books);

}  // namespace pahunch
