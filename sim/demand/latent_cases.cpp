#include "sim/demand/latent_cases.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>

#include "sim/random/gamma.h"
#include "sim/random/poisson.h"
#include "sim/random/thinning.h"

namespace pahunch {
namespace {

constexpr double kHourMs_d = 3'600'000;
constexpr double kDayStarts_h = 8, kDayEnds_h = 20;

/// Of each district that is asked for: its year over the mean.
class DistrictYears {
 public:
  DistrictYears(const DemandTheta& theta, const DemandYear& year)
      : variance_(theta.district_variance), year_(year) {}

  double get(std::uint64_t district) {
    const auto [found, is_new] = factor_.try_emplace(district, 1.0);
    if (is_new && variance_ > 0) {
      RandomStream random({year_.seed, year_.replicate, Purpose::kNeedYear, district});
      found->second = GammaDistribution::from_mean(1, variance_)(random);
    }
    return found->second;
  }

 private:
  double variance_;
  DemandYear year_;
  std::unordered_map<std::uint64_t, double> factor_;
};

/// The night runs from 20 o'clock to 8 o'clock of the next day.
double draw_hour(double p_night, RandomStream& random) {
  const bool night = Thinning(random).keeps(p_night);
  const double u = random.uniform();
  const double day_h = kDayEnds_h - kDayStarts_h;
  if (!night) return kDayStarts_h + day_h * u;
  const double hour = kDayEnds_h + (24 - day_h) * u;
  return hour < 24 ? hour : hour - 24;
}

std::int64_t draw_time(double p_night, RandomStream random) {
  const auto day = static_cast<std::int64_t>(random.uniform_index(kDaysInYear));
  return day * 24 * static_cast<std::int64_t>(kHourMs_d) +
         static_cast<std::int64_t>(draw_hour(p_night, random) * kHourMs_d);
}

Channel draw_channel(const DemandTheta& theta, RandomStream random) {
  const double u = random.uniform();
  if (u < theta.p_helpline) return Channel::kHelpline;
  return u < theta.p_helpline + theta.p_emergency ? Channel::kEmergency : Channel::kWalkIn;
}

/// The streams of a year's cases.
struct CaseStreams {
  explicit CaseStreams(const DemandYear& year)
      : time(year.seed, year.replicate, Purpose::kCaseTime),
        channel(year.seed, year.replicate, Purpose::kChannel),
        reporting(year.seed, year.replicate, Purpose::kReporting) {}
  StreamFamily time, channel, reporting;
};

LatentCase draw_case(const DemandTheta& theta, const CaseStreams& streams, std::uint64_t key) {
  LatentCase drawn{.key = key};
  drawn.called_ms = draw_time(theta.p_night, RandomStream(streams.time, key));
  drawn.channel = draw_channel(theta, RandomStream(streams.channel, key));
  RandomStream reporting(streams.reporting, key);
  drawn.report_level = Thinning(reporting).level();
  return drawn;
}

}  // namespace

DemandKeys::DemandKeys(const SettlementLayer& layer, const AreaLayer& districts) {
  std::vector<std::uint64_t> of_district;
  for (const Area& area : districts.areas) of_district.push_back(entity_key(area.id));
  for (const Settlement& item : layer.settlements) {
    settlement.push_back(entity_key(item.id));
    district.push_back(item.district.valid() ? of_district[item.district.value()] : 0);
  }
}

std::vector<LatentCase> draw_latent_cases(const Need& need, const DemandTheta& theta,
                                          const DemandKeys& keys, const DemandYear& year) {
  std::vector<LatentCase> cases;
  DistrictYears districts(theta, year);
  const CaseStreams streams(year);
  const StreamFamily needs(year.seed, year.replicate, Purpose::kLatentNeed);
  for (const SettlementIdx at : indices(need.per_year)) {
    const double mean = need.per_year[at] * districts.get(keys.district[at]);
    if (!(mean > 0)) continue;
    RandomStream random(needs, keys.settlement[at]);
    const std::int64_t n = PoissonDistribution(mean)(random);
    for (std::int64_t ordinal = 0; ordinal < n; ++ordinal) {
      cases.push_back(draw_case(
          theta, streams, entity_key(keys.settlement[at], static_cast<std::uint64_t>(ordinal))));
      cases.back().settlement = at;
    }
  }
  std::ranges::sort(cases, [](const LatentCase& a, const LatentCase& b) {
    return std::tie(a.called_ms, a.key) < std::tie(b.called_ms, b.key);
  });
  return cases;
}

}  // namespace pahunch
