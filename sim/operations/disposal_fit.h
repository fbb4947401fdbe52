/// \file
/// How long cases take to be disposed, as far as yearly counts of registered and disposed can tell.
///
/// Whether "disposed" counts the year's own cases or any disposed within it is not known, so both
/// readings are fitted. Cases come evenly over the months covered; the time to disposal has one law
/// with one mean, the same in all years. Before the first year cases are taken to have come for
/// ever at that year's rate (this concerns the reading `kAnyCase` only). One mean and several
/// counts: the misfit is the news, and is told by year.
#pragma once

#include <span>
#include <vector>

#include "geo/model/dataset.h"
#include "geo/model/operations.h"

namespace pahunch {

enum class DisposalReading : std::uint8_t { kOwnCases, kAnyCase };
std::string_view to_string(DisposalReading reading);  ///< "own cases", "any case"

/// What was open when the first year began; concerns `kAnyCase` only, and is not known either.
enum class Backlog : std::uint8_t {
  kNone,    ///< the centres began with that year
  kSteady,  ///< cases had come for ever at that year's rate: its count then says nothing
};

/// Beside the common mean: the mean that would give each year's count by itself.
enum class YearEffects : std::uint8_t { kNone, kByYear };

struct DisposalAssumptions {
  DisposalReading reading = DisposalReading::kOwnCases;
  LawShape shape = LawShape::kExponential;  ///< or lognormal
  double cv = 1;                            ///< of the lognormal law
  Backlog backlog = Backlog::kNone;
  YearEffects effects = YearEffects::kNone;
};

struct DisposalYear {
  double observed = 0;
  double expected = 0;
  /// (observed - expected) over the standard deviation that chance alone would give; beyond 3 or so
  /// the model does not hold for the year.
  double misfit = 0;
  /// With year effects, asked for by name: the mean that, in all years, gives this year's count
  /// exactly; infinite or 0 where none does.
  double own_mean_days = 0;
};

/// The longest mean that is tried.
inline constexpr double kMostMeanDays = 36'500;

struct DisposalFit {
  double mean_days = 0;
  std::vector<DisposalYear> years;
  double chi_squared = 0;  ///< sum of squared misfits, on years - 1 degrees of freedom
};

/// The mean with the least sum of squared misfits, between an hour and a hundred years. Throws
/// DataError where there are no years, or one has no cases or months, or more disposed than the
/// reading allows (own cases: than registered).
DisposalFit fit_disposal(std::span<const CaseYear> years, const DisposalAssumptions& assumed);

/// Expected disposals of each year for a given mean.
std::vector<double> expect_disposals(std::span<const CaseYear> years,
                                     const DisposalAssumptions& assumed, double mean_days);

}  // namespace pahunch
