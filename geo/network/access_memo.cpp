#include "geo/network/access_memo.h"

#include <algorithm>

namespace pahunch {

AccessMemo::Key AccessMemo::key_of(const TravelInputs& inputs, const AccessRule& rule) {
  const Profile& profile = rule.profile;
  return {.places = {inputs.places.begin(), inputs.places.end()},
          .sites = {inputs.sites.begin(), inputs.sites.end()},
          .links = find_usable_links(inputs.network, rule),
          .barriers = profile.respect_barriers ? &inputs.barriers : nullptr,
          .attachments = profile.attachments,
          .max_access_m = profile.max_access_m.value,
          .direct_max_m = profile.direct_max_m};
}

std::shared_ptr<const RoadAccess> AccessMemo::get(const TravelInputs& inputs,
                                                  const AccessRule& rule,
                                                  Progress& progress) const {
  const Key key = key_of(inputs, rule);
  const std::lock_guard lock(mutex_);
  const auto known = std::ranges::find(entries_, key, &Entry::key);
  if (known != entries_.end()) return known->access;
  auto access = std::make_shared<const RoadAccess>(find_road_access(inputs, rule, progress));
  entries_.push_back({key, access});
  return access;
}

std::shared_ptr<const RoadAccess> get_road_access(const TravelInputs& inputs,
                                                  const AccessRule& rule, Progress& progress) {
  if (inputs.access != nullptr) return inputs.access->get(inputs, rule, progress);
  return std::make_shared<const RoadAccess>(find_road_access(inputs, rule, progress));
}

}  // namespace pahunch
