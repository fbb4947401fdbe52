// The field against the reference model, and times on links against a slow search.
#include "geo/network/isochrone/travel_field.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "geo/network/road_access.h"
#include "geo/network/road_state.h"
#include "tests/geo/network/isochrone/random_field.h"

using namespace pahunch;
using namespace pahunch::test;

namespace {

constexpr double kNowhere = 1e18;

/// Milliseconds from the sites by one profile in one sense, by relaxing every link until nothing
/// changes.
class SlowTimes {
 public:
  SlowTimes(const RandomField& f, const Profile& profile, bool to_sites,
            std::span<const SiteIdx> open)
      : f_(f),
        metric_(make_metric(f.network, profile, f.options.season)),
        to_sites_(to_sites),
        at_(f.network.n_nodes(), kNowhere) {
    const TravelInputs inputs = f.inputs();
    const AccessFinder finder(inputs, {profile, metric_, f.options.main_component_only});
    for (const SiteIdx site : open) {
      for (const Attachment& at : finder.attach(f.sites[site.value()])) {
        entries_.push_back({at, static_cast<double>(off_road_time(profile, at.off_road_m).ms())});
      }
    }
    for (const Entry& entry : entries_) {
      const LinkIdx link = entry.at.link;
      improve(f_.network.from[link], entry.ms + along(link, entry.at.frac, 0));
      improve(f_.network.to[link], entry.ms + along(link, entry.at.frac, 1));
    }
    while (relax()) {
    }
  }

  [[nodiscard]] double at(LinkIdx link, double frac) const {
    double best = std::min(at_[f_.network.from[link].value()] + along(link, 0, frac),
                           at_[f_.network.to[link].value()] + along(link, 1, frac));
    for (const Entry& entry : entries_) {
      if (entry.at.link == link) best = std::min(best, entry.ms + along(link, entry.at.frac, frac));
    }
    return best;
  }

 private:
  struct Entry {
    Attachment at;
    double ms;
  };

  /// Going out from the sites along a link; nowhere against its ways.
  [[nodiscard]] double along(LinkIdx link, double from, double to) const {
    if (from == to) return 0;
    if (!metric_.link_time[link].reachable()) return kNowhere;
    const bool rises = (from < to) != to_sites_;
    if (!(rises ? metric_.ways[link].forward : metric_.ways[link].backward)) return kNowhere;
    return std::abs(to - from) * metric_.link_time[link].ms();
  }
  bool improve(NodeIdx node, double ms) {
    if (ms + 1e-6 >= at_[node.value()]) return false;
    at_[node.value()] = ms;
    return true;
  }
  bool relax() {
    bool changed = false;
    for (const LinkIdx link : indices(f_.network.from)) {
      const NodeIdx from = f_.network.from[link], to = f_.network.to[link];
      changed |= improve(to, at_[from.value()] + along(link, 0, 1));
      changed |= improve(from, at_[to.value()] + along(link, 1, 0));
    }
    return changed;
  }

  const RandomField& f_;
  Metric metric_;
  bool to_sites_;
  std::vector<double> at_;
  std::vector<Entry> entries_;
};

/// At a position on a link under one profile, waiting included.
double slow_time(const RandomField& f, const Profile& profile, LinkIdx link, double frac) {
  double best = kNowhere;
  for (std::size_t i = 0; i < f.open.size(); ++i) {
    const auto site = std::span(f.open).subspan(i, 1);
    double ms = TravelTime::from_minutes(profile.waiting_min.value).ms();
    if (f.options.direction != Direction::kFromCentre) {
      ms += SlowTimes(f, profile, true, site).at(link, frac);
    }
    if (f.options.direction != Direction::kToCentre) {
      ms += SlowTimes(f, profile, false, site).at(link, frac);
    }
    best = std::min(best, ms);
  }
  return best;
}

double slow_time(const RandomField& f, LinkIdx link, double frac) {
  const double main = slow_time(f, f.options.profile, link, frac);
  return f.options.fallback ? std::min(main, slow_time(f, *f.options.fallback, link, frac)) : main;
}

}  // namespace

TEST_CASE("the field says of any point what a model with a place there says") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const RandomField f(seed);
    const TravelInputs inputs = f.inputs();
    const TravelField field(inputs, f.options, f.open);
    SilentProgress silent;
    const auto nearest = make_reference_model(inputs, f.options, silent)->nearest(f.open);
    for (const PlaceIdx place : indices(nearest)) {
      INFO("seed " << seed << ", place " << place.value());
      CHECK(field.time_at(f.places[place.value()]) == nearest[place].time);
    }
  }
}

TEST_CASE("in a state of the roads too the field says what a model says") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    RandomField f(seed);
    RoadState state;
    for (const LinkIdx link : indices(f.network.from)) {
      if (f.dice.one_in(4)) state.links.push_back({link, kLinkClosed});
    }
    TravelInputs inputs = f.inputs();
    inputs.state = &state;
    const TravelField field(inputs, f.options, f.open);
    SilentProgress silent;
    const auto nearest = make_reference_model(inputs, f.options, silent)->nearest(f.open);
    for (const PlaceIdx place : indices(nearest)) {
      INFO("seed " << seed << ", place " << place.value());
      CHECK(field.time_at(f.places[place.value()]) == nearest[place].time);
    }
  }
}

TEST_CASE("a position on a road is reached when, and only when, a slow search gets there in time") {
  std::size_t n_reached = 0, n_not = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    RandomField f(seed);
    const TravelInputs inputs = f.inputs();
    const TravelField field(inputs, f.options, f.open);
    const TravelTime limit(static_cast<std::uint32_t>(f.dice.below(1'200'000)));
    for (int i = 0; i < 12; ++i) {
      const LinkIdx link(f.dice.below(f.network.n_links()));
      const double frac = f.dice.between(0.001, 0.999);
      const auto parts = find_reached_parts(field.approaches(link), limit);
      const bool reached = std::ranges::any_of(
          parts, [&](const LinkPart& part) { return part.low <= frac && frac <= part.high; });
      const double slow_ms = slow_time(f, link, frac);
      // Each piece of a trip is rounded to a millisecond: near the limit either may be.
      constexpr double kRounding_ms = 60;
      if (std::abs(slow_ms - limit.ms()) <= kRounding_ms) continue;
      INFO("seed " << seed << ", link " << link.value() << " at " << frac);
      CHECK(reached == (slow_ms < limit.ms()));
      ++(reached ? n_reached : n_not);
    }
  }
  CHECK(n_reached > 50);
  CHECK(n_not > 50);
}
