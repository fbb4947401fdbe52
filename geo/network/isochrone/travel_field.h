/// \file
/// Travel time to the nearest open site as a field: asked for any point, or for any link.
///
/// `time_at` is what a travel model (travel_model.h) with a place there would answer, to the
/// millisecond: off-road legs, barriers, waiting, walks straight there, hours of service and the
/// fallback profile included. `approaches` is the same for travellers who are on a link, by road
/// only.
///
/// Immutable, thread-safe. Building: one sweep a profile and sense; for round trips two for each
/// open site, all kept (8 bytes a node each). A question costs about that of one attachment.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "geo/network/approach.h"
#include "geo/network/travel_model.h"

namespace pahunch {

class TravelField {
 public:
  /// `inputs.places` is not used; all references must outlive the field.
  TravelField(const TravelInputs& inputs, const TravelOptions& options,
              std::span<const SiteIdx> open);
  ~TravelField();

  [[nodiscard]] TravelTime time_at(Xy point) const;
  /// Of the profile and, where there is one, its fallback.
  [[nodiscard]] std::vector<Approach> approaches(LinkIdx link) const;

 private:
  class Mode;
  [[nodiscard]] double distance_to_open_m(Xy point) const;

  TravelInputs inputs_;
  std::vector<Xy> open_at_;
  TravelOptions options_;
  std::vector<std::unique_ptr<const Mode>> modes_;
};

}  // namespace pahunch
