// The laws that drawn cases follow.
#include <boost/math/distributions/poisson.hpp>

#include "sim/operations/clock.h"
#include "tests/sim/demand/drawn_districts.h"
#include "tests/sim/random/law_checks.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr std::size_t kYears = 4000;

/// 6 + 4 cases a year in one district, 5 in another.
DrawnDistricts make_three_villages(double district_variance) {
  DrawnDistricts drawn(2);
  drawn.add("a", AreaIdx(0), 6).add("b", AreaIdx(0), 4).add("c", AreaIdx(1), 5);
  drawn.theta.district_variance = district_variance;
  return drawn;
}

/// Mean of the product of what two villages' years are off their means.
double find_covariance(const DrawnDistricts& drawn, SettlementIdx a, SettlementIdx b) {
  const auto of_a = drawn.count(kYears, a, a), of_b = drawn.count(kYears, b, b);
  double sum = 0;
  for (std::size_t i = 0; i < kYears; ++i) {
    sum += (static_cast<double>(of_a[i]) - drawn.need.per_year[a]) *
           (static_cast<double>(of_b[i]) - drawn.need.per_year[b]);
  }
  return sum / static_cast<double>(kYears);
}

/// All the cases of a hundred years of a busy place.
std::vector<LatentCase> draw_busy_place(const DemandTheta& theta) {
  DrawnDistricts drawn(1);
  drawn.add("a", AreaIdx(0), 300);
  drawn.theta = theta;
  std::vector<LatentCase> all;
  for (std::uint64_t year = 0; year < 100; ++year) {
    const auto cases = drawn.draw(year);
    all.insert(all.end(), cases.begin(), cases.end());
  }
  return all;
}

/// Hours since a time of the day, 0 to 24.
double get_hours_since(TimeMs time, const LatentCase& drawn) {
  return static_cast<double>(wrap(drawn.called_ms - time, kDayMs)) / double{kHourMs};
}

template <class Is>
void check_share(const std::vector<LatentCase>& cases, double p, const Is& is) {
  const auto n = static_cast<double>(cases.size());
  const auto n_such = static_cast<double>(std::count_if(cases.begin(), cases.end(), is));
  CHECK(n_such / n == Approx(p).margin(kSigmas * std::sqrt(p * (1 - p) / n)));
}

}  // namespace

TEST_CASE("without extra variance a district's year is Poisson") {
  const auto counts = make_three_villages(0).count(kYears, SettlementIdx(0), SettlementIdx(1));
  const boost::math::poisson law(10);
  CHECK(follows_count_law(counts, [&](double k) { return k < 0 ? 0 : cdf(law, k); }));
  check_moments(counts, 10, 10);
}

TEST_CASE("a district's year has the mean of its need and the variance mean + extra x mean^2") {
  for (const double extra : {0.05, 0.11, 0.25}) {
    const auto drawn = make_three_villages(extra);
    check_moments(drawn.count(kYears, SettlementIdx(0), SettlementIdx(1)), 10, 10 + extra * 100);
    check_moments(drawn.count(kYears, SettlementIdx(2), SettlementIdx(2)), 5, 5 + extra * 25);
  }
}

TEST_CASE("villages share their district's year, and districts share nothing") {
  const auto drawn = make_three_villages(0.25);
  const SettlementIdx a(0), b(1), c(2);
  // Errors of a covariance: at most about the product of the spreads over the root of the years.
  const double error = std::sqrt(15.0 * 8.0 / kYears);
  CHECK(find_covariance(drawn, a, b) == Approx(0.25 * 6 * 4).margin(kSigmas * error));
  CHECK(find_covariance(drawn, a, b) > kSigmas * error);
  CHECK(std::fabs(find_covariance(drawn, a, c)) < kSigmas * std::sqrt(15.0 * 11.25 / kYears));
}

TEST_CASE("times fill the year, and hours the day or the night") {
  for (const double p_night : {0.0, 0.2, 1.0}) {
    const auto cases = draw_busy_place({.p_night = p_night});
    std::vector<double> days, hours;
    for (const LatentCase& drawn : cases) {
      CHECK((drawn.called_ms >= 0 && drawn.called_ms < kYearMs));
      days.push_back(static_cast<double>(drawn.called_ms / kDayMs));
      hours.push_back(get_hours_since(8 * kHourMs, drawn));
    }
    check_moments(days, 182, (365.0 * 365 - 1) / 12);
    check_share(cases, p_night,
                [](const LatentCase& drawn) { return get_hours_since(20 * kHourMs, drawn) < 12; });
    CHECK(follows_law(hours, [&](double hour) {
      return hour < 12 ? (1 - p_night) * hour / 12 : 1 - p_night + p_night * (hour - 12) / 12;
    }));
  }
}

TEST_CASE("channels have their shares") {
  const auto cases = draw_busy_place({.p_helpline = 0.3, .p_emergency = 0.2});
  const auto came_by = [](Channel channel) {
    return [channel](const LatentCase& drawn) { return drawn.channel == channel; };
  };
  check_share(cases, 0.3, came_by(Channel::kHelpline));
  check_share(cases, 0.2, came_by(Channel::kEmergency));
  check_share(cases, 0.5, came_by(Channel::kWalkIn));
}

TEST_CASE("where all call a number nobody walks in") {
  for (const LatentCase& drawn : draw_busy_place({.p_helpline = 0.6, .p_emergency = 0.4})) {
    CHECK(drawn.channel != Channel::kWalkIn);
  }
}

TEST_CASE("the number that decides on reporting is uniform") {
  std::vector<double> levels;
  for (const LatentCase& drawn : draw_busy_place({})) levels.push_back(drawn.report_level);
  CHECK(follows_law(levels, [](double level) { return level; }));
}
