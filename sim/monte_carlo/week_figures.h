/// \file
/// The weekly review: what each week of the year brings to each centre, to each district by its
/// centres, and to all of them, over the replicate years of all draws.
///
/// Of each figure the mean and how the years spread are kept (CountHistogram): memory flat in the
/// years, and the same numbers in whatever order they come.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "geo/model/dataset.h"
#include "sim/operations/week_tally.h"
#include "sim/statistics/count_histogram.h"

namespace pahunch {

using WeekAreaIdx = Idx<struct WeekAreaTag>;

/// What weekly figures are of: the centres in their order, then the districts, then the whole.
class WeekAreas {
 public:
  WeekAreas() = default;
  explicit WeekAreas(const Dataset& dataset)
      : n_centres_(dataset.centres.centres.size()), n_districts_(dataset.districts.areas.size()) {}

  [[nodiscard]] std::size_t size() const { return n_centres_ + n_districts_ + 1; }
  // NOLINTNEXTLINE(readability-convert-member-functions-to-static): as the other two are called
  [[nodiscard]] WeekAreaIdx of_centre(CentreIdx at) const { return WeekAreaIdx(at.value()); }
  [[nodiscard]] WeekAreaIdx of_district(AreaIdx at) const {
    return WeekAreaIdx(n_centres_ + at.value());
  }
  [[nodiscard]] WeekAreaIdx whole() const { return WeekAreaIdx(n_centres_ + n_districts_); }

 private:
  std::size_t n_centres_ = 0, n_districts_ = 0;
};

/// A year of an area. Without an open centre there is nothing to review.
struct AreaWeeks {
  std::uint32_t n_centres = 0;
  YearWeeks year;
};
using WeeksByArea = IdxVector<WeekAreaIdx, AreaWeeks>;

/// Sums over the open centres.
WeeksByArea sum_weeks(const Dataset& dataset, const std::vector<CentreIdx>& open,
                      const IdxVector<CentreIdx, YearWeeks>& centres);

enum class WeekFigure : std::uint8_t { kCases, kDisposed, kOpen, kBeds, kWait, kFollowUps };
inline constexpr std::size_t kNWeekFigures = 6;
/// Of beds and of hours in what is counted.
inline constexpr double kWeekBedUnit = 0.01, kWeekHourUnit = 1.0 / 60;

/// One figure of an area and a week.
struct WeekSeries {
  std::int64_t sum = 0;     ///< cases; hundredths of a bed; minutes waited
  std::int64_t weight = 0;  ///< what the sum is divided by: years; of waits, cases helped
  CountHistogram by_year;   ///< in the unit of the sum; of waits, the mean of the week's cases
  void merge(const WeekSeries& later);
};

/// An area of one set of centres.
struct WeekFigures {
  std::int64_t n_years = 0;
  std::int64_t n_bed_years = 0;  ///< beds, summed over the years
  /// By week and figure, that of a week side by side; empty where no centre is open.
  std::vector<WeekSeries> series;

  /// Precondition: there is a year.
  [[nodiscard]] const WeekSeries& of(std::size_t week, WeekFigure figure) const {
    return series[week * kNWeekFigures + static_cast<std::size_t>(figure)];
  }
  void add(const YearWeeks& year);
  void merge(const WeekFigures& later);
};
using WeekBook = IdxVector<WeekAreaIdx, WeekFigures>;

void add_year(const WeeksByArea& year, WeekBook& book);
/// Precondition: as many areas, or none yet.
void merge(const WeekBook& later, WeekBook& book);

}  // namespace pahunch
