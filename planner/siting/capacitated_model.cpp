#include "planner/siting/capacitated_model.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "planner/siting/round_off.h"

namespace pahunch {
namespace {

using Slot = CapacitatedModel::Slot;
using Entry = CapacitatedModel::Entry;

bool row_comes_before(const CapacitatedModel& model, std::size_t a, std::size_t b) {
  if (model.loads[a] != model.loads[b]) return model.loads[a] > model.loads[b];
  return std::ranges::lexicographical_compare(
      model.rows[a], model.rows[b], [](const Entry& x, const Entry& y) {
        return x.cost != y.cost ? x.cost < y.cost : x.slot < y.slot;
      });
}

void sort_rows(CapacitatedModel& model) {
  std::vector<std::size_t> order(model.n_rows());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return row_comes_before(model, a, b); });
  CapacitatedModel old = model;
  for (std::size_t at = 0; at < order.size(); ++at) {
    model.points[at] = std::move(old.points[order[at]]);
    model.loads[at] = old.loads[order[at]];
    model.rows[at] = std::move(old.rows[order[at]]);
  }
}

class CapacitatedModelMaker {
 public:
  CapacitatedModelMaker(const SitingProblem& problem, const ChoiceRules& rules,
                        const SitingObjective& objective, CapacityUse use)
      : problem_(problem),
        objective_(objective),
        may_grow_(use == CapacityUse::kMayGrow),
        is_cover_(objective.kind == ObjectiveKind::kRoomCover),
        total_(problem.total_weight()),
        slot_of_(problem.sites.size(), CapacitatedModel::kNoSlot) {
    model_.giving = objective.giving;
    number_slots(rules);
  }

  CapacitatedModel make() {
    for (const DemandIdx at : indices(problem_.weights)) {
      if (problem_.weights[at] > 0) add_point(at);
    }
    sort_rows(model_);
    model_.is_whole = has_whole_costs();
    return std::move(model_);
  }

 private:
  void number_slots(const ChoiceRules& rules) {
    std::vector<SiteIdx> locked = problem_.with_status(SiteStatus::kLocked);
    std::ranges::sort(locked, {}, [&](SiteIdx at) { return problem_.sites[at].id; });
    model_.n_columns = rules.n_columns();
    model_.sites = rules.sites;
    model_.sites.insert(model_.sites.end(), locked.begin(), locked.end());
    for (Slot slot = 0; slot < model_.sites.size(); ++slot) {
      slot_of_[model_.sites[slot].value()] = slot;
      model_.capacities.push_back(problem_.sites[model_.sites[slot]].capacity);
    }
    if (!is_cover_) return;
    model_.nowhere = static_cast<Slot>(model_.sites.size());
    model_.sites.emplace_back();
    model_.capacities.push_back(Site::kNoCapacity);
  }

  void add_point(DemandIdx at) {
    const std::int64_t load = problem_.weights[at];
    std::vector<Entry> row = list_entries(at, load);
    if (is_cover_) row.push_back({model_.nowhere, static_cast<double>(load)});
    cut_needless(row, load);
    if (model_.giving != Giving::kWhole) {
      const auto [known, is_new] = row_of_.try_emplace(key_of(row, load), model_.n_rows());
      if (!is_new) return join(known->second, at, row);
    }
    model_.points.push_back({at});
    model_.loads.push_back(load);
    model_.rows.push_back(std::move(row));
  }

  /// Best first.
  [[nodiscard]] std::vector<Entry> list_entries(DemandIdx at, std::int64_t load) const {
    const bool is_nearest = model_.giving == Giving::kNearest;
    const std::int64_t least = model_.giving == Giving::kWhole ? load : 1;
    const bool once = objective_.weighing == Weighing::kEachOnce;
    std::vector<SiteCost> reached;
    for (const SiteCost& item : problem_.reach.of(at)) {
      const Slot slot = slot_of_[item.site.value()];
      if (slot == CapacitatedModel::kNoSlot || item.cost > objective_.limit) continue;
      const bool has_room = may_grow_ || model_.capacities[slot] >= least;
      if (is_nearest || has_room) reached.push_back(item);
    }
    if (is_nearest) {
      std::ranges::sort(reached, [&](const SiteCost& a, const SiteCost& b) {
        if (a.cost != b.cost) return a.cost < b.cost;
        return problem_.sites[a.site].id < problem_.sites[b.site].id;
      });
    }
    std::vector<Entry> row;
    for (const SiteCost& item : reached) {
      const double cost = is_cover_ ? 0 : item.cost * (once ? 1 : static_cast<double>(load));
      row.push_back({slot_of_[item.site.value()], cost});
    }
    if (is_nearest) return row;
    std::ranges::sort(row, [](const Entry& a, const Entry& b) {
      return a.cost != b.cost ? a.cost < b.cost : a.slot < b.slot;
    });
    return row;
  }

  /// Who is given to a slot behind k that are always open leaves them all but its own load at
  /// most; if they are not filled by that, up to less than a piece each, one of them has room.
  void cut_needless(std::vector<Entry>& row, std::int64_t load) const {
    const std::int64_t piece = model_.giving == Giving::kWhole ? load : 1;
    const bool is_nearest = model_.giving == Giving::kNearest;
    if (may_grow_ && !is_nearest) return;
    std::int64_t spare = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].slot < model_.n_columns) continue;
      spare += std::min(total_, model_.capacities[row[i].slot]) - (piece - 1);
      if (is_nearest || spare > total_ - piece) return row.resize(i + 1);
    }
  }

  using Key = std::vector<std::pair<Slot, double>>;
  [[nodiscard]] Key key_of(const std::vector<Entry>& row, std::int64_t load) const {
    const bool is_nearest = model_.giving == Giving::kNearest;
    Key key;
    for (const Entry& entry : row) {
      key.emplace_back(entry.slot, is_nearest ? 0 : entry.cost / static_cast<double>(load));
    }
    return key;
  }

  void join(std::size_t row, DemandIdx at, const std::vector<Entry>& entries) {
    model_.points[row].push_back(at);
    model_.loads[row] += problem_.weights[at];
    for (std::size_t i = 0; i < entries.size(); ++i) model_.rows[row][i].cost += entries[i].cost;
  }

  [[nodiscard]] bool has_whole_costs() const {
    const bool is_split_once =
        model_.giving == Giving::kSplit && objective_.weighing == Weighing::kEachOnce && !is_cover_;
    double sum = 0;
    bool is_whole = !is_split_once;
    for (const auto& row : model_.rows) {
      double most = 0;
      for (const Entry& entry : row) {
        most = std::max(most, entry.cost);
        is_whole = is_whole && std::floor(entry.cost) == entry.cost;
      }
      sum += most;
    }
    return is_whole && sum < kExactSums && has_whole_units();
  }

  /// Parts of a row cost whole numbers too.
  [[nodiscard]] bool has_whole_units() const {
    if (model_.giving != Giving::kSplit) return true;
    for (std::size_t at = 0; at < model_.n_rows(); ++at) {
      for (const Entry& entry : model_.rows[at]) {
        const double unit = entry.cost / static_cast<double>(model_.loads[at]);
        if (std::floor(unit) != unit) return false;
      }
    }
    return true;
  }

  const SitingProblem& problem_;
  const SitingObjective& objective_;
  bool may_grow_;
  bool is_cover_;
  std::int64_t total_;
  std::vector<Slot> slot_of_;
  std::map<Key, std::size_t> row_of_;
  CapacitatedModel model_;
};

}  // namespace

std::size_t CapacitatedModel::n_entries() const {
  std::size_t n = 0;
  for (const auto& row : rows) n += row.size();
  return n;
}

CapacitatedModel make_capacitated_model(const SitingProblem& problem, const ChoiceRules& rules,
                                        const SitingObjective& objective, CapacityUse use) {
  return CapacitatedModelMaker(problem, rules, objective, use).make();
}

CapacitatedChoice make_whole_choice(const CapacitatedModel& model, std::vector<SiteColumn> open,
                                    const SlotByRow& assignment) {
  CapacitatedChoice choice = {.open = std::move(open), .parts = {}, .cost = 0};
  for (std::size_t row = 0; row < assignment.size(); ++row) {
    choice.parts.push_back({row, assignment[row], model.loads[row]});
    choice.cost += std::ranges::find(model.rows[row], assignment[row], &Entry::slot)->cost;
  }
  return choice;
}

}  // namespace pahunch
