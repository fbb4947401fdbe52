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

detail::SegmentTree make_site_tree(std::span<const Xy> sites) {
  std::vector<detail::OwnedSegment> points;
  for (std::uint32_t s = 0; s < sites.size(); ++s) {
    if (sites[s].valid()) points.push_back({{sites[s], sites[s]}, s, 0});
  }
  return detail::SegmentTree(points);
}

AttachmentTable attach_all(const AccessFinder& finder, std::span<const Xy> points,
                           Progress& progress) {
  std::vector<std::vector<Attachment>> lists(points.size());
  for_each_point(points.size(), progress,
                 [&](std::size_t i) { lists[i] = finder.attach(points[i]); });
  return AttachmentTable(lists);
}

}  // namespace

UsableLinks find_usable_links(const Network& network, const AccessRule& rule) {
  std::optional<Components> components;
  if (rule.main_component_only) {
    components =
        find_components(network, Connection::kStrong, get_any_season_rule(network, rule.profile));
  }
  UsableLinks links;
  for (const LinkIdx link : indices(network.from)) {
    if (components && !components->link_in_main[link]) continue;
    if (rule.metric.use[link] == LinkUse::kOpen) links.open.push_back(link);
    if (rule.metric.use[link] == LinkUse::kClosed) links.closed.push_back(link);
  }
  return links;
}

struct AccessFinder::Indices {
  Indices(const TravelInputs& inputs, const UsableLinks& links)
      : open(inputs.network, links.open),
        closed(inputs.network, links.closed),
        barriers(inputs.barriers),
        sites(make_site_tree(inputs.sites)) {}

  [[nodiscard]] SnapRule snap_rule(const Ground& ground, const Profile& profile) const {
    return {ground, profile.respect_barriers ? &barriers : nullptr,
            static_cast<std::size_t>(profile.attachments), profile.max_access_m.value};
  }

  LinkIndex open, closed;
  BarrierIndex barriers;
  detail::SegmentTree sites;
};

AccessFinder::AccessFinder(const TravelInputs& inputs, const AccessRule& rule)
    : inputs_(inputs),
      profile_(rule.profile),
      indices_(std::make_unique<const Indices>(inputs, find_usable_links(inputs.network, rule))) {}

AccessFinder::~AccessFinder() = default;

std::vector<Attachment> AccessFinder::attach(Xy point) const {
  return indices_->open.find_nearest(point, indices_->snap_rule(inputs_.ground, profile_));
}

bool AccessFinder::is_closed(Xy point) const {
  if (indices_->closed.empty()) return false;
  SnapRule rule = indices_->snap_rule(inputs_.ground, profile_);
  rule.attachments = 1;
  return !indices_->closed.find_nearest(point, rule).empty();
}

std::vector<DirectSite> AccessFinder::find_direct(Xy point) const {
  std::vector<DirectSite> found;
  if (!(profile_.direct_max_m > 0) || !point.valid()) return found;
  Box box;
  box.extend(point);
  const double within_m = profile_.direct_max_m / least_ground_per_plane(point, inputs_.ground);
  indices_->sites.for_each_in(box.grown(within_m), [&](const detail::OwnedSegment& site) {
    const double straight_m = inputs_.ground.distance_m(point, site.segment.a);
    if (straight_m > profile_.direct_max_m) return;
    if (profile_.respect_barriers && indices_->barriers.blocks(point, site.segment.a)) return;
    found.push_back({SiteIdx(site.owner), straight_m});
  });
  std::sort(found.begin(), found.end(),
            [](const DirectSite& a, const DirectSite& b) { return a.site < b.site; });
  return found;
}

AttachmentTable::AttachmentTable(const std::vector<std::vector<Attachment>>& lists) {
  first_.reserve(lists.size() + 1);
  for (const auto& list : lists) {
    items_.insert(items_.end(), list.begin(), list.end());
    first_.push_back(items_.size());
  }
}

RoadAccess find_road_access(const TravelInputs& inputs, const AccessRule& rule,
                            Progress& progress) {
  const AccessFinder finder(inputs, rule);
  progress.begin("putting places on the roads", inputs.places.size() + inputs.sites.size());
  RoadAccess access;
  access.sites = attach_all(finder, inputs.sites, progress);
  access.places = attach_all(finder, inputs.places, progress);
  access.direct = IdxVector<PlaceIdx, std::vector<DirectSite>>(inputs.places.size());
  std::vector<char> closed(inputs.places.size(), 0);  // not bits: written from several threads
  SilentProgress silent;
  for_each_point(closed.size(), silent, [&](std::size_t i) {
    closed[i] = access.places.of(i).empty() && finder.is_closed(inputs.places[i]);
    access.direct.raw()[i] = finder.find_direct(inputs.places[i]);
  });
  access.place_closed = IdxVector<PlaceIdx, bool>(std::vector<bool>(closed.begin(), closed.end()));
  return access;
}

}  // namespace pahunch
