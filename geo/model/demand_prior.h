/// \file
/// What is believed of the need for help and of who reports it: the content of `demand.toml`. Every
/// number has a range and a source; "assumed" where nothing was found.
#pragma once

#include "geo/model/profile.h"

namespace pahunch {

struct DemandPrior {
  /// Share of the need an hour away that comes to a centre, over the share of that next door.
  /// Yearly totals of a state do not identify it: any value gives the same totals.
  SourcedValue report_at_hour{0.5, 0.1, 1, "assumed"};
  /// Extra variance of a district's year over that of chance, of a mean of 1.
  SourcedValue district_variance{0.11, 0.05, 0.25, "assumed"};
  SourcedValue p_helpline{0.3, 0.1, 0.6, "assumed"};    ///< come by 181
  SourcedValue p_emergency{0.2, 0.05, 0.4, "assumed"};  ///< come by 112; the rest walk in
  SourcedValue p_night{0.2, 0.05, 0.4, "assumed"};      ///< call between 20 and 8 o'clock
};

}  // namespace pahunch
