#include "geo/coverage/reach.h"

#include <vector>

#include "geo/base/parallel.h"

namespace pahunch {

std::vector<SiteIdx> to_sites(std::span<const CentreIdx> centres) {
  std::vector<SiteIdx> sites;
  sites.reserve(centres.size());
  for (const CentreIdx centre : centres) sites.emplace_back(centre.value());
  return sites;
}

ReachStatus judge_unreachable(const NoWay& why) {
  switch (why.place) {
    case PlaceState::kOffNetwork:
      return ReachStatus::kOffNetwork;
    case PlaceState::kClosed:
      return ReachStatus::kCutOff;
    case PlaceState::kAttached:
      break;
  }
  if (!why.any_open) return ReachStatus::kBeyond;
  return why.out_of_service ? ReachStatus::kNoService : ReachStatus::kCutOff;
}

namespace {

/// Judges one settlement after another against one set of open centres.
class Judge {
 public:
  Judge(const TravelModel& model, std::span<const CentreIdx> open, TravelTime limit)
      : model_(model),
        n_open_(open.size()),
        limit_(limit),
        nearest_(model.nearest(to_sites(open))) {}

  [[nodiscard]] SettlementReach judge(SettlementIdx settlement) const {
    const PlaceIdx place(settlement.value());
    const Nearest& nearest = nearest_[place];
    if (!nearest.time.reachable()) {
      return {.status = judge_unreachable({.place = model_.state(place),
                                           .any_open = n_open_ > 0,
                                           .out_of_service = model_.out_of_service()})};
    }
    return {.time = nearest.time,
            .centre = CentreIdx(nearest.site.value()),
            .status = nearest.time <= limit_ ? ReachStatus::kReached : ReachStatus::kBeyond,
            .mode = nearest.mode};
  }

 private:
  const TravelModel& model_;
  std::size_t n_open_;
  TravelTime limit_;
  IdxVector<PlaceIdx, Nearest> nearest_;
};

/// Settlements and open centres of one district; the last group has no district and all centres.
struct Group {
  std::vector<SettlementIdx> settlements;
  std::vector<CentreIdx> open;
};

std::vector<Group> group_by_district(const Dataset& dataset, std::span<const CentreIdx> open) {
  const std::size_t n_districts = dataset.districts.areas.size();
  std::vector<Group> groups(n_districts + 1);
  for (const CentreIdx centre : open) {
    const AreaIdx district = dataset.centres.centres[centre].district;
    if (district.valid()) groups[district.value()].open.push_back(centre);
  }
  groups.back().open.assign(open.begin(), open.end());
  for (const SettlementIdx s : indices(dataset.settlements.settlements)) {
    const AreaIdx district = dataset.settlements.settlements[s].district;
    groups[district.valid() ? district.value() : n_districts].settlements.push_back(s);
  }
  return groups;
}

}  // namespace

std::string_view to_string(ReachStatus status) {
  switch (status) {
    case ReachStatus::kReached:
      return "reached";
    case ReachStatus::kBeyond:
      return "beyond";
    case ReachStatus::kNoService:
      return "no-service";
    case ReachStatus::kCutOff:
      return "cut-off";
    case ReachStatus::kOffNetwork:
      return "off-network";
  }
  return "";
}

std::string_view to_string(Assignment assignment) {
  return assignment == Assignment::kNearest ? "nearest" : "own-district";
}

std::optional<Assignment> find_assignment(std::string_view word) {
  for (const auto assignment : {Assignment::kNearest, Assignment::kOwnDistrict}) {
    if (word == to_string(assignment)) return assignment;
  }
  return std::nullopt;
}

SetReach compute_reach(const TravelModel& model, std::span<const CentreIdx> open,
                       TravelTime limit) {
  const Judge judge(model, open, limit);
  SetReach reach(model.n_places());
  for (const SettlementIdx s : indices(reach)) reach[s] = judge.judge(s);
  return reach;
}

SetReach compute_own_district_reach(const TravelModel& model, const Dataset& dataset,
                                    std::span<const CentreIdx> open, TravelTime limit) {
  const std::vector<Group> groups = group_by_district(dataset, open);
  SetReach reach(model.n_places());
  for_each_in_parallel(groups.size(), [&](std::size_t g) {
    if (groups[g].settlements.empty()) return;
    const Judge judge(model, groups[g].open, limit);
    for (const SettlementIdx s : groups[g].settlements) reach[s] = judge.judge(s);
  });
  return reach;
}

}  // namespace pahunch
