/// \file
/// Road access that several models share: the seasons and profiles of one run put the same places
/// on the same roads over and over.
///
/// Access is found once for each set of places, sites, links, barriers and rule of snapping, and
/// kept as long as the memo. One memo serves one network and ground; these and the barriers must
/// outlive it unchanged. Thread-safe. Memory: that of the distinct accesses and their points.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "geo/network/road_access.h"

namespace pahunch {

class AccessMemo {
 public:
  /// The same as `find_road_access`.
  std::shared_ptr<const RoadAccess> get(const TravelInputs& inputs, const AccessRule& rule,
                                        Progress& progress) const;

 private:
  /// All that access depends on, beside what one memo has in common.
  struct Key {
    std::vector<Xy> places, sites;
    UsableLinks links;
    const BarrierLayer* barriers = nullptr;  ///< null: nothing blocks
    int attachments = 0;
    double max_access_m = 0, direct_max_m = 0;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct Entry {
    Key key;
    std::shared_ptr<const RoadAccess> access;
  };
  static Key key_of(const TravelInputs& inputs, const AccessRule& rule);

  mutable std::mutex mutex_;
  mutable std::vector<Entry> entries_;  ///< few
};

/// From the memo of the inputs, or found for this model alone.
std::shared_ptr<const RoadAccess> get_road_access(const TravelInputs& inputs,
                                                  const AccessRule& rule, Progress& progress);

}  // namespace pahunch
