#include "sim/operations/disposal_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "geo/base/error.h"
#include "sim/random/portable_math.h"
#include "sim/random/special_functions.h"

namespace pahunch {
namespace {

constexpr double kMonthDays = 365.0 / 12;
constexpr double kLeastMeanDays = 1.0 / 24;

/// The integral of the distribution function from 0 to x: of a case a day, those disposed x days
/// on.
double integrate_cdf(const DisposalAssumptions& law, double mean_days, double x) {
  if (!(x > 0)) return 0;
  if (law.shape == LawShape::kExponential) {
    return x + mean_days * portable::expm1(-x / mean_days);
  }
  const double variance = portable::log1p(law.cv * law.cv);
  const double sigma = std::sqrt(variance);
  const double z = (portable::log(x / mean_days) + variance / 2) / sigma;
  return x * portable::normal_cdf(z) - mean_days * portable::normal_cdf(z - sigma);
}

/// A year as a stretch of days after the start of the first, each year in its twelve months.
struct YearSpan {
  double begin = 0;
  double end = 0;   ///< of what is covered
  double rate = 0;  ///< cases a day
};

std::vector<YearSpan> lay_out(std::span<const CaseYear> years) {
  std::vector<YearSpan> spans;
  double begin = 0;
  for (const CaseYear& year : years) {
    const double days = year.months * kMonthDays;
    spans.push_back({begin, begin + days, static_cast<double>(year.registered) / days});
    begin += 12 * kMonthDays;
  }
  return spans;
}

/// Disposed within `when` of the cases that came in `from`.
double expect_from(const YearSpan& from, const YearSpan& when,
                   const std::function<double(double)>& integral) {
  const auto up_to = [&](double at) { return integral(at - from.begin) - integral(at - from.end); };
  return from.rate * (up_to(when.end) - up_to(when.begin));
}

/// Disposed within `when` of those who came at that rate since ever until day 0.
double expect_from_before(double rate, const YearSpan& when,
                          const std::function<double(double)>& integral) {
  return rate * (when.end - when.begin - integral(when.end) + integral(when.begin));
}

/// Standard deviation of a count by chance: binomial of the own cases, Poisson of any.
double chance_error(const CaseYear& year, DisposalReading reading, double expected) {
  if (reading == DisposalReading::kAnyCase) return std::sqrt(expected);
  const auto n = static_cast<double>(year.registered);
  return std::sqrt(std::max(expected * (1 - expected / n), 1e-9));
}

DisposalFit try_mean(std::span<const CaseYear> years, const DisposalAssumptions& assumed,
                     double mean_days) {
  DisposalFit fit{.mean_days = mean_days, .years = {}};
  const auto expected = expect_disposals(years, assumed, mean_days);
  for (std::size_t i = 0; i < years.size(); ++i) {
    const auto observed = static_cast<double>(years[i].disposed);
    const double error = chance_error(years[i], assumed.reading, expected[i]);
    const double misfit = (observed - expected[i]) / error;
    fit.years.push_back({observed, expected[i], misfit, 0});
    fit.chi_squared += misfit * misfit;
  }
  return fit;
}

/// The least of a function of the logarithm of the mean: a scan, then golden sections around it.
double find_best_mean(const std::function<double(double)>& misfit) {
  constexpr int kSteps = 400;
  const double low = portable::log(kLeastMeanDays);
  const double step = (portable::log(kMostMeanDays) - low) / kSteps;
  const auto at = [&](double i) { return portable::exp(low + i * step); };
  int best = 0;
  for (int i = 1; i <= kSteps; ++i) best = misfit(at(i)) < misfit(at(best)) ? i : best;
  double left = std::max(best - 1, 0);
  double right = std::min(best + 1, kSteps);
  constexpr double kGolden = 0.6180339887498949;
  for (int i = 0; i < 60; ++i) {
    const double a = right - kGolden * (right - left);
    const double b = left + kGolden * (right - left);
    (misfit(at(a)) < misfit(at(b)) ? right : left) = misfit(at(a)) < misfit(at(b)) ? b : a;
  }
  return at((left + right) / 2);
}

/// The mean that gives the count of year `which`; more days, fewer disposed.
double solve_year(std::span<const CaseYear> years, const DisposalAssumptions& assumed,
                  std::size_t which) {
  const auto observed = static_cast<double>(years[which].disposed);
  const auto expected = [&](double mean_days) {
    return expect_disposals(years, assumed, mean_days)[which];
  };
  if (expected(kLeastMeanDays) < observed) return 0;
  if (expected(kMostMeanDays) > observed) return std::numeric_limits<double>::infinity();
  double low = portable::log(kLeastMeanDays);
  double high = portable::log(kMostMeanDays);
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2;
    (expected(portable::exp(middle)) > observed ? low : high) = middle;
  }
  return portable::exp((low + high) / 2);
}

void expect_usable(const CaseYear& year, DisposalReading reading) {
  const std::string where = fmt::format("cases, year {}", year.year);
  if (year.registered <= 0 || year.months < 1 || year.months > 12 || year.disposed < 0) {
    throw DataError({"a year needs cases and 1 to 12 months", where,
                     "the time to disposal is fitted to the yearly counts"});
  }
  if (reading == DisposalReading::kOwnCases && year.disposed > year.registered) {
    throw DataError({fmt::format("{} cases were disposed of {}", year.disposed, year.registered),
                     where, "a year cannot dispose more of its own cases than it has",
                     "such counts speak for the other reading: any case"});
  }
}

}  // namespace

std::string_view to_string(DisposalReading reading) {
  return reading == DisposalReading::kOwnCases ? "own cases" : "any case";
}

std::vector<double> expect_disposals(std::span<const CaseYear> years,
                                     const DisposalAssumptions& assumed, double mean_days) {
  const auto spans = lay_out(years);
  const auto integral = [&](double x) { return integrate_cdf(assumed, mean_days, x); };
  std::vector<double> expected;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    double sum = expect_from(spans[i], spans[i], integral);
    if (assumed.reading == DisposalReading::kAnyCase) {
      for (std::size_t j = 0; j < i; ++j) sum += expect_from(spans[j], spans[i], integral);
      if (assumed.backlog == Backlog::kSteady) {
        sum += expect_from_before(spans[0].rate, spans[i], integral);
      }
    }
    expected.push_back(sum);
  }
  return expected;
}

DisposalFit fit_disposal(std::span<const CaseYear> years, const DisposalAssumptions& assumed) {
  if (years.empty()) throw DataError({"there are no yearly counts of cases", "cases"});
  for (const CaseYear& year : years) expect_usable(year, assumed.reading);
  const double mean =
      find_best_mean([&](double days) { return try_mean(years, assumed, days).chi_squared; });
  DisposalFit fit = try_mean(years, assumed, mean);
  if (assumed.effects == YearEffects::kByYear) {
    for (std::size_t i = 0; i < years.size(); ++i) {
      fit.years[i].own_mean_days = solve_year(years, assumed, i);
    }
  }
  return fit;
}

}  // namespace pahunch
