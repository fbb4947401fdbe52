/// \file
/// A travel model that is a table of minutes: one row a place, one column a site.
#pragma once

#include <vector>

#include "geo/network/travel_model.h"

namespace pahunch::test {

constexpr double kNever = -1;  ///< a pair without a way

using Minutes = std::vector<std::vector<double>>;

class TableModel final : public TravelModel {
 public:
  explicit TableModel(Minutes minutes, std::size_t n_sites = 0)
      : minutes_(std::move(minutes)),
        n_sites_(minutes_.empty() ? n_sites : minutes_.front().size()),
        states(minutes_.size(), PlaceState::kAttached) {}

  TableModel(TableModel&& other) noexcept
      : minutes_(std::move(other.minutes_)),
        n_sites_(other.n_sites_),
        states(std::move(other.states)) {}

  [[nodiscard]] std::size_t n_places() const override { return minutes_.size(); }
  [[nodiscard]] std::size_t n_sites() const override { return n_sites_; }

  [[nodiscard]] TravelTime time(std::size_t place, std::size_t site) const {
    const double minutes = minutes_[place][site];
    return minutes == kNever ? TravelTime::unreachable() : TravelTime::from_minutes(minutes);
  }

  [[nodiscard]] IdxVector<PlaceIdx, Nearest> nearest(std::span<const SiteIdx> open) const override {
    IdxVector<PlaceIdx, Nearest> result(n_places());
    for (const PlaceIdx place : indices(result)) {
      Nearest& best = result[place];
      for (const SiteIdx site : open) {
        const TravelTime t = time(place.value(), site.value());
        if (t < best.time || (t.reachable() && t == best.time && site < best.site)) {
          best = {t, site, Mode::kMain};
        }
      }
    }
    return result;
  }

  using TravelModel::times;
  [[nodiscard]] TimeRows times(std::span<const SiteIdx> sites) const override {
    TimeRows rows(sites.size());
    for (std::size_t i = 0; i < sites.size(); ++i) {
      for (std::size_t p = 0; p < n_places(); ++p) rows[i].push_back(time(p, sites[i].value()));
    }
    return rows;
  }

  [[nodiscard]] Legs legs(PlaceIdx place, SiteIdx site) const override {
    Legs legs;
    legs.total = legs.road = time(place.value(), site.value());
    if (wrong_legs) legs.total = legs.total + TravelTime(1);
    return legs;
  }
  [[nodiscard]] std::vector<Legs> legs(
      std::span<const std::pair<PlaceIdx, SiteIdx>> pairs) const override {
    std::vector<Legs> result;
    for (const auto& [place, site] : pairs) result.push_back(legs(place, site));
    return result;
  }
  [[nodiscard]] Route route(PlaceIdx place, SiteIdx site) const override {
    return {legs(place, site), {}};
  }

  [[nodiscard]] PlaceState state(PlaceIdx place) const override { return states[place.value()]; }
  [[nodiscard]] std::optional<double> snap_distance_m(PlaceIdx /*place*/) const override {
    return 0.0;
  }
  [[nodiscard]] std::optional<double> site_snap_distance_m(SiteIdx /*site*/) const override {
    return 0.0;
  }
  [[nodiscard]] bool out_of_service() const override { return no_service; }

 private:
  Minutes minutes_;
  std::size_t n_sites_;

 public:
  std::vector<PlaceState> states;
  bool no_service = false;
  bool wrong_legs = false;
};

}  // namespace pahunch::test
