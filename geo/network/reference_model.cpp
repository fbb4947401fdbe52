#include <algorithm>
#include <map>
#include <optional>

#include "geo/network/mode_engine.h"
#include "geo/network/travel_model.h"

namespace pahunch {
namespace {

ModeOptions mode_options(const TravelOptions& options, const Profile& profile, SearchWith search) {
  return {profile, options.season, options.direction, options.main_component_only, search};
}

std::optional<double> nearest_m(std::span<const Attachment> attachments) {
  if (attachments.empty()) return std::nullopt;
  return attachments.front().off_road_m;
}

/// The main profile, and the fallback where it cannot be or is slower.
class ProfileModel final : public TravelModel {
 public:
  ProfileModel(const TravelInputs& inputs, const TravelOptions& options, SearchWith search,
               Progress& progress)
      : n_places_(inputs.places.size()),
        n_sites_(inputs.sites.size()),
        out_of_service_(is_out_of_service(options)),
        main_(inputs, mode_options(options, options.profile, search), progress) {
    if (options.fallback) {
      fallback_.emplace(inputs, mode_options(options, *options.fallback, search), progress);
    }
  }

  [[nodiscard]] std::size_t n_places() const override { return n_places_; }
  [[nodiscard]] std::size_t n_sites() const override { return n_sites_; }

  [[nodiscard]] IdxVector<PlaceIdx, Nearest> nearest(std::span<const SiteIdx> open) const override {
    IdxVector<PlaceIdx, Nearest> best(n_places_);
    if (!out_of_service_) take_faster(main_.nearest(open), Mode::kMain, best);
    if (fallback_) take_faster(fallback_->nearest(open), Mode::kFallback, best);
    return best;
  }

  [[nodiscard]] TimeRows times(std::span<const SiteIdx> sites) const override {
    TimeRows best(sites.size(),
                  IdxVector<PlaceIdx, TravelTime>(n_places_, TravelTime::unreachable()));
    if (!out_of_service_) best = main_.times(sites);
    if (!fallback_) return best;
    const TimeRows other = fallback_->times(sites);
    for (std::size_t i = 0; i < best.size(); ++i) {
      for (const PlaceIdx place : indices(best[i])) {
        best[i][place] = std::min(best[i][place], other[i][place]);
      }
    }
    return best;
  }

  [[nodiscard]] Legs legs(PlaceIdx place, SiteIdx site) const override {
    return legs_to(site, std::span(&place, 1)).front();
  }

  [[nodiscard]] std::vector<Legs> legs(
      std::span<const std::pair<PlaceIdx, SiteIdx>> pairs) const override {
    std::map<SiteIdx, std::vector<std::size_t>> by_site;
    for (std::size_t i = 0; i < pairs.size(); ++i) by_site[pairs[i].second].push_back(i);
    std::vector<Legs> result(pairs.size());
    for (const auto& [site, at] : by_site) {
      std::vector<PlaceIdx> places;
      for (const std::size_t i : at) places.push_back(pairs[i].first);
      const std::vector<Legs> found = legs_to(site, places);
      for (std::size_t i = 0; i < at.size(); ++i) result[at[i]] = found[i];
    }
    return result;
  }

  [[nodiscard]] Route route(PlaceIdx place, SiteIdx site) const override {
    if (legs(place, site).mode == Mode::kMain) {
      return out_of_service_ ? Route{} : main_.route(place, site);
    }
    Route route = fallback_->route(place, site);
    route.legs.mode = Mode::kFallback;
    for (Route::Step& step : route.steps) step.mode = Mode::kFallback;
    return route;
  }

  [[nodiscard]] PlaceState state(PlaceIdx place) const override {
    const PlaceState main = main_.access().state(place);
    return fallback_ ? better_of(main, fallback_->access().state(place)) : main;
  }

  [[nodiscard]] std::optional<double> snap_distance_m(PlaceIdx place) const override {
    return nearest_m(main_.access().places.of(place.value()));
  }
  [[nodiscard]] std::optional<double> site_snap_distance_m(SiteIdx site) const override {
    return nearest_m(main_.access().sites.of(site.value()));
  }
  [[nodiscard]] bool out_of_service() const override { return out_of_service_; }

 private:
  static void take_faster(const IdxVector<PlaceIdx, SiteTime>& found, Mode mode,
                          IdxVector<PlaceIdx, Nearest>& best) {
    for (const PlaceIdx place : indices(found)) {
      const SiteTime& label = found[place];
      if (label.time < best[place].time) best[place] = {label.time, label.site, mode};
    }
  }

  [[nodiscard]] std::vector<Legs> legs_to(SiteIdx site, std::span<const PlaceIdx> places) const {
    std::vector<Legs> best(places.size());
    if (!out_of_service_) best = main_.legs(site, places);
    if (!fallback_) return best;
    const std::vector<Legs> other = fallback_->legs(site, places);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!(other[i].total < best[i].total)) continue;
      best[i] = other[i];
      best[i].mode = Mode::kFallback;
    }
    return best;
  }

  std::size_t n_places_, n_sites_;
  bool out_of_service_;
  ModeEngine main_;
  std::optional<ModeEngine> fallback_;
};

}  // namespace

bool is_out_of_service(const TravelOptions& options) {
  return is_out_of_service(options.profile, options.depart_hour);
}

bool is_out_of_service(const Profile& profile, const std::optional<double>& depart_hour) {
  if (!depart_hour || !profile.service_hours) return false;
  const auto [first, last] = *profile.service_hours;
  return *depart_hour < first || *depart_hour >= last;
}

std::unique_ptr<TravelModel> make_reference_model(const TravelInputs& inputs,
                                                  const TravelOptions& options,
                                                  Progress& progress) {
  return std::make_unique<ProfileModel>(inputs, options, SearchWith::kBoost, progress);
}

std::unique_ptr<TravelModel> make_fast_model(const TravelInputs& inputs,
                                             const TravelOptions& options, Progress& progress) {
  return std::make_unique<ProfileModel>(inputs, options, SearchWith::kEngine, progress);
}

}  // namespace pahunch
