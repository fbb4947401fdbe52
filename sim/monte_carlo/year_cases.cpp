#include "sim/monte_carlo/year_cases.h"

#include "sim/random/random_stream.h"

namespace pahunch {
namespace {

/// No number of a case: marks the women of the year before, as a settlement's cases are numbered
/// anew each year.
constexpr std::uint64_t kYearBeforeMark = ~std::uint64_t{0};

}  // namespace

CaseCounts& CaseCounts::operator+=(const CaseCounts& other) {
  n_need += other.n_need;
  n_registered += other.n_registered;
  n_unreported += other.n_unreported;
  n_unreachable += other.n_unreachable;
  return *this;
}

YearCases::YearCases(const World& world, const Reporting& reporting, std::size_t set)
    : world_(world), reporting_(reporting), set_(set) {}

YearCases::Fate YearCases::add(const LatentCase& drawn, const Trip& reported_by, const Trip& own,
                               TimeMs called_at) {
  // The level is the least share of reporting at which she still stays at home.
  if (!(drawn.report_level < reporting_.share(reported_by.time))) {
    return reported_by.time.reachable() ? Fate::kUnreported : Fate::kUnreachable;
  }
  if (!own.time.reachable()) return Fate::kUnreachable;
  first_option_.push_back(options_.size());
  const auto options = world_.neighbours[set_].options_from(own.site, own.time);
  options_.insert(options_.end(), options.begin(), options.end());
  arrivals_.push_back({.key = drawn.key, .called_at = called_at, .channel = drawn.channel});
  return Fate::kRegistered;
}

void YearCases::add_before(std::span<const LatentCase> cases, const Trips& today, const Trips& own,
                           TimeMs shift_ms) {
  const bool induced = world_.rules.induced == InducedDemand::kOn;
  for (LatentCase drawn : cases) {
    drawn.key = entity_key(drawn.key, kYearBeforeMark);
    const Trip& trip = own[drawn.settlement];
    add(drawn, induced ? trip : today[drawn.settlement], trip, drawn.called_ms + shift_ms);
  }
}

void YearCases::add_year(std::span<const LatentCase> cases, const YearTrips& year) {
  const std::size_t reported_by = world_.rules.induced == InducedDemand::kOn ? set_ : 0;
  for (const LatentCase& drawn : cases) {
    const StateIdx state = year.roads.at(drawn.called_ms);
    const Fate fate = add(drawn, year.trips.of(state, reported_by)[drawn.settlement],
                          year.trips.of(state, set_)[drawn.settlement], drawn.called_ms);
    ++counts_.n_need;
    if (fate == Fate::kRegistered) ++counts_.n_registered;
    if (fate == Fate::kUnreported) ++counts_.n_unreported;
    if (fate == Fate::kUnreachable) ++counts_.n_unreachable;
  }
}

std::span<const CaseArrival> YearCases::arrivals() {
  for (std::size_t i = 0; i < arrivals_.size(); ++i) {
    const std::size_t end = i + 1 < first_option_.size() ? first_option_[i + 1] : options_.size();
    arrivals_[i].options = std::span(options_).subspan(first_option_[i], end - first_option_[i]);
  }
  return arrivals_;
}

}  // namespace pahunch
