/// \file
/// Months that no year of the flood table shows: what the answer is when they are run as the prior,
/// and what when they are run as dry.
///
/// Both readings see the same points of the inputs and the same replicates, so that their
/// difference is known better than either. They are few: the answer under the rule that the
/// simulation goes by is in the experiment itself.
#pragma once

#include "sim/monte_carlo/experiment.h"

namespace pahunch {

/// One reading; rural women by draw, under each set.
struct MonthsReading {
  UnobservedMonths rule = UnobservedMonths::kPrior;
  std::vector<std::vector<double>> underserved;  ///< [set][draw]
  std::vector<std::vector<double>> not_served;   ///< [set][draw], on average over the years
};

struct MissingMonths {
  std::vector<std::size_t> months;  ///< 0 is January
  ExperimentSize size;
  std::vector<MonthsReading> readings;  ///< as prior, as dry
};

/// Of the calendar, those that no year shows.
std::vector<std::size_t> find_missing_months(const FloodCalendar& calendar);

/// A tenth of the years of an experiment or fewer, both readings taken together: at most ten draws
/// of two years.
ExperimentSize choose_reading_size(const ExperimentSize& experiment);

/// `priors.flood` is the fit, whichever rule it has.
MissingMonths compare_readings(const World& world, const Priors& priors, const ExperimentSize& size,
                               Progress& progress);

}  // namespace pahunch
