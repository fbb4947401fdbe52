/// \file
/// The flood model as far as a table identifies it, and what is left to the prior.
///
/// Level of a block in a month of a year = susceptibility of the block + calendar curve of the
/// month
/// + year + rest of the month, common to all + residual of the block. Inundated fraction = level²
/// above 0 (tobit_fit.h). Fitted here: susceptibility, curve, spread of the rest, spread, range and
/// persistence of the residual. Prior: the spread of years, whose range is that of the prior
/// widened to what the observed years leave open and never narrower; months without a flood or not
/// seen; persistence of the common effect; dependence of extremes; days within a month.
///
/// Four years carry no statement rarer than one year in five, and no trend: none is fitted.
#pragma once

#include "sim/flood/flood_calendar.h"
#include "sim/flood/flood_decay.h"
#include "sim/flood/susceptibility.h"
#include "sim/flood/uncertain_parameter.h"

namespace pahunch {

struct FloodFit {
  FloodPrior prior;
  std::vector<FloodBlock> blocks;
  TobitFit tobit;
  FloodDecay decay;
  FloodPersistence persistence;
  FloodCalendar calendar;
  Susceptibility surface;
  SourcedValue year_sd;    ///< the prior's, its range widened to the years' own
  Estimate90 month_sd;     ///< of the rest of a month, less what the field's own mean adds
  double residual_sd = 0;  ///< of a block, freed of what centring took away
  double shared_frac = 1;  ///< of its variance that neighbours share
};

FloodFit fit_floods(const FloodTable& table, const FloodPrior& prior);

/// One place in the range of each of these is a parameter draw; see flood_theta.h.
std::vector<UncertainParameter> list_flood_parameters(const FloodFit& fit);

}  // namespace pahunch
