#include "geo/network/road_access.h"

#include <algorithm>
#include <optional>

#include "geo/base/parallel.h"
#include "geo/network/detail/segment_tree.h"

namespace pahunch {
namespace {

constexpr std::size_t kGrain = 256;  ///< points to a task, and to a word of progress

template <class Work>
void for_each_point(std::size_t n, Progress& progress, Work work) {
  for_each_in_parallel((n + kGrain - 1) / kGrain, [&](std::size_t task) {
    const std::size_t end = std::min(n, (task + 1) * kGrain);
    for (std::size_t i = task * kGrain; i != end; ++i) work(i);
    progress.advance(end - task * kGrain);
  });
}

/// The links that places may attach to, by whether this season leaves them open.
struct LinksByUse {
  std::vector<LinkIdx> open, closed;
};

LinksByUse find_links(const Network& network, const AccessRule& rule) {
  std::optional<Components> components;
  if (rule.main_component_only) {
    components =
        find_components(network, Connection::kStrong, get_any_season_rule(network, rule.profile));
  }
  LinksByUse links;
  for (const LinkIdx link : indices(network.from)) {
    if (components && !components->in_main(network, link)) continue;
    if (rule.metric.use[link] == LinkUse::kOpen) links.open.push_back(link);
    if (rule.metric.use[link] == LinkUse::kClosed) links.closed.push_back(link);
  }
  return links;
}

class AccessFinder {
 public:
  AccessFinder(const TravelInputs& inputs, const AccessRule& rule, Progress& progress)
      : inputs_(inputs),
        profile_(rule.profile),
        progress_(progress),
        links_(find_links(inputs.network, rule)),
        open_(inputs.network, links_.open),
        closed_(inputs.network, links_.closed),
        barriers_(inputs.barriers) {}

  RoadAccess find() {
    progress_.begin("putting places on the roads", inputs_.places.size() + inputs_.sites.size());
    RoadAccess access;
    access.sites = attach(inputs_.sites);
    access.places = attach(inputs_.places);
    access.place_closed = find_closed(access.places);
    access.direct = find_direct();
    return access;
  }

 private:
  [[nodiscard]] const BarrierIndex* barriers() const {
    return profile_.respect_barriers ? &barriers_ : nullptr;
  }
  [[nodiscard]] SnapRule snap_rule(std::size_t attachments) const {
    return {inputs_.ground, barriers(), attachments, profile_.max_access_m.value};
  }

  AttachmentTable attach(std::span<const Xy> points) {
    std::vector<std::vector<Attachment>> lists(points.size());
    const SnapRule rule = snap_rule(static_cast<std::size_t>(profile_.attachments));
    for_each_point(points.size(), progress_,
                   [&](std::size_t i) { lists[i] = open_.find_nearest(points[i], rule); });
    return AttachmentTable(lists);
  }

  IdxVector<PlaceIdx, bool> find_closed(const AttachmentTable& attached) {
    std::vector<char> closed(inputs_.places.size(), 0);  // not bits: written from several threads
    SilentProgress silent;
    for_each_point(closed.size(), silent, [&](std::size_t i) {
      const bool looks = attached.of(i).empty() && !closed_.empty();
      closed[i] = looks && !closed_.find_nearest(inputs_.places[i], snap_rule(1)).empty();
    });
    return IdxVector<PlaceIdx, bool>(std::vector<bool>(closed.begin(), closed.end()));
  }

  IdxVector<PlaceIdx, std::vector<DirectSite>> find_direct() {
    IdxVector<PlaceIdx, std::vector<DirectSite>> direct(inputs_.places.size());
    if (!(profile_.direct_max_m > 0)) return direct;
    std::vector<detail::OwnedSegment> points;
    for (std::uint32_t s = 0; s < inputs_.sites.size(); ++s) {
      const Xy at = inputs_.sites[s];
      if (at.valid()) points.push_back({{at, at}, s, 0});
    }
    const detail::SegmentTree sites(points);
    SilentProgress silent;
    for_each_point(direct.size(), silent,
                   [&](std::size_t i) { direct.raw()[i] = find_direct_sites(i, sites); });
    return direct;
  }

  [[nodiscard]] std::vector<DirectSite> find_direct_sites(std::size_t place,
                                                          const detail::SegmentTree& sites) const {
    std::vector<DirectSite> found;
    const Xy from = inputs_.places[place];
    if (!from.valid()) return found;
    Box box;
    box.extend(from);
    const double within_m = profile_.direct_max_m / least_ground_per_plane(from, inputs_.ground);
    sites.for_each_in(box.grown(within_m), [&](const detail::OwnedSegment& site) {
      const double straight_m = inputs_.ground.distance_m(from, site.segment.a);
      if (straight_m > profile_.direct_max_m) return;
      if (barriers() != nullptr && barriers()->blocks(from, site.segment.a)) return;
      found.push_back({SiteIdx(site.owner), straight_m});
    });
    std::sort(found.begin(), found.end(),
              [](const DirectSite& a, const DirectSite& b) { return a.site < b.site; });
    return found;
  }

  const TravelInputs& inputs_;
  const Profile& profile_;
  Progress& progress_;
  LinksByUse links_;
  LinkIndex open_, closed_;
  BarrierIndex barriers_;
};

}  // namespace

AttachmentTable::AttachmentTable(const std::vector<std::vector<Attachment>>& lists) {
  first_.reserve(lists.size() + 1);
  for (const auto& list : lists) {
    items_.insert(items_.end(), list.begin(), list.end());
    first_.push_back(items_.size());
  }
}

RoadAccess find_road_access(const TravelInputs& inputs, const AccessRule& rule,
                            Progress& progress) {
  return AccessFinder(inputs, rule, progress).find();
}

}  // namespace pahunch
