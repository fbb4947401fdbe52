#include "planner/compare/compare_runs.h"

#include <algorithm>
#include <cmath>

#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

constexpr double kSameMin = 0.001;

RowChange change_of(std::optional<double> before, std::optional<double> after) {
  if (before && !after) return RowChange::kWayLost;
  if (!before && after) return RowChange::kWayFound;
  if (!before || std::abs(*after - *before) < kSameMin) return RowChange::kSame;
  return *after < *before ? RowChange::kFaster : RowChange::kSlower;
}

/// Those of a settlement who are within a limit.
struct WomenWithin {
  std::int64_t all = 0, rural = 0;
};

WomenWithin women_within(const RunRows& rows, const std::string& id, double limit_min) {
  const auto at = rows.find(id);
  if (at == rows.end() || !is_within(at->second, limit_min)) return {};
  return {at->second.women, at->second.rural_women};
}

void add_women(const WomenWithin& before, const WomenWithin& after, ComparedLimit& limit) {
  constexpr std::int64_t kNobody = 0;
  limit.before += before.all;
  limit.after += after.all;
  limit.gained += std::max(after.all - before.all, kNobody);
  limit.lost += std::max(before.all - after.all, kNobody);
  limit.rural_before += before.rural;
  limit.rural_after += after.rural;
  limit.rural_gained += std::max(after.rural - before.rural, kNobody);
  limit.rural_lost += std::max(before.rural - after.rural, kNobody);
}

/// Centres that opened, closed or moved from one run to the other.
class CentreFates {
 public:
  CentreFates(const RunCentres& before, const RunCentres& after) : before_(before), after_(after) {}

  /// Of the nearest centre after; none where it is the same in both.
  [[nodiscard]] std::optional<ChangeReason> of_after(const std::string& id) const {
    if (!after_.contains(id)) return std::nullopt;
    if (!before_.contains(id)) return ChangeReason::kNewCentre;
    return of_moved(id);
  }
  /// Of the nearest centre before.
  [[nodiscard]] std::optional<ChangeReason> of_before(const std::string& id) const {
    if (!before_.contains(id)) return std::nullopt;
    if (!after_.contains(id)) return ChangeReason::kClosedCentre;
    return of_moved(id);
  }

 private:
  [[nodiscard]] std::optional<ChangeReason> of_moved(const std::string& id) const {
    if (has_moved(before_.at(id), after_.at(id))) return ChangeReason::kMovedCentre;
    return std::nullopt;
  }
  const RunCentres& before_;
  const RunCentres& after_;
};

ChangeReason reason_of(const ComparedRow& row, const CentreFates& fates) {
  if (row.change == RowChange::kSame) return ChangeReason::kNone;
  if (row.change == RowChange::kOnlyFirst || row.change == RowChange::kOnlySecond) {
    return ChangeReason::kSettlement;
  }
  const bool gains = row.change == RowChange::kFaster || row.change == RowChange::kWayFound;
  const auto now = fates.of_after(row.centre_after), then = fates.of_before(row.centre_before);
  if (const auto first = gains ? now : then) return *first;
  if (const auto second = gains ? then : now) return *second;
  return row.centre_before == row.centre_after ? ChangeReason::kSameCentre
                                               : ChangeReason::kOtherCentre;
}

}  // namespace

bool has_moved(const RunCentre& before, const RunCentre& after) {
  constexpr double kLeast_m = 1;
  return geodesic_distance_m(before.at, after.at) >= kLeast_m;
}

void find_reasons(const RunCentres& before, const RunCentres& after,
                  std::vector<ComparedRow>& rows) {
  const CentreFates fates(before, after);
  for (ComparedRow& row : rows) row.reason = reason_of(row, fates);
}

std::string_view to_string(ChangeReason reason) {
  switch (reason) {
    case ChangeReason::kNone:
      return "";
    case ChangeReason::kNewCentre:
      return "a new centre";
    case ChangeReason::kClosedCentre:
      return "a closed centre";
    case ChangeReason::kMovedCentre:
      return "a moved centre";
    case ChangeReason::kOtherCentre:
      return "another centre of both runs";
    case ChangeReason::kSameCentre:
      return "another time to the same centre";
    case ChangeReason::kSettlement:
      return "settlement of one run only";
  }
  return "";
}

std::string_view to_string(RowChange change) {
  switch (change) {
    case RowChange::kSame:
      return "same";
    case RowChange::kFaster:
      return "faster";
    case RowChange::kSlower:
      return "slower";
    case RowChange::kWayFound:
      return "way found";
    case RowChange::kWayLost:
      return "way lost";
    case RowChange::kOnlyFirst:
      return "only in the first run";
    case RowChange::kOnlySecond:
      return "only in the second run";
  }
  return "";
}

std::vector<ComparedRow> compare_rows(const RunRows& before, const RunRows& after) {
  std::vector<ComparedRow> rows;
  for (const auto& [id, row] : before) {
    const auto found = after.find(id);
    if (found == after.end()) {
      rows.push_back({id, row, row.minutes, {}, RowChange::kOnlyFirst, row.centre});
    } else {
      const auto minutes = found->second.minutes;
      rows.push_back({id, found->second, row.minutes, minutes, change_of(row.minutes, minutes),
                      row.centre, found->second.centre});
    }
  }
  for (const auto& [id, row] : after) {
    if (!before.contains(id))
      rows.push_back({id, row, {}, row.minutes, RowChange::kOnlySecond, "", row.centre});
  }
  return rows;
}

std::vector<ComparedLimit> compare_limits(const RunRows& before, const RunRows& after,
                                          const std::vector<double>& limits_min) {
  std::vector<ComparedLimit> limits;
  for (const double limit_min : limits_min) {
    ComparedLimit limit{.limit_min = limit_min};
    for (const auto& [id, row] : before) {
      add_women(women_within(before, id, limit_min), women_within(after, id, limit_min), limit);
    }
    for (const auto& [id, row] : after) {
      if (!before.contains(id)) add_women({}, women_within(after, id, limit_min), limit);
    }
    limits.push_back(limit);
  }
  return limits;
}

Table make_changes_table(const std::vector<ComparedRow>& rows, const Projection& projection) {
  using RowPtr = const ComparedRow*;
  TableSpec<RowPtr> spec;
  const auto add_text = [&](const char* name, const char* meaning, auto text) {
    spec.add(text_column(name, meaning, InGeoJson::kYes),
             [text](const RowPtr& row) { return Cell(std::string(text(*row))); });
  };
  add_text("id", "of the settlement", [](const ComparedRow& r) { return r.id; });
  add_text("name", "of the settlement", [](const ComparedRow& r) { return r.row.name; });
  add_text("district", "in which it lies", [](const ComparedRow& r) { return r.row.district; });
  add_text("block", "in which it lies", [](const ComparedRow& r) { return r.row.block; });
  add_text("change", "from the first run to the second",
           [](const ComparedRow& r) { return to_string(r.change); });
  add_text("reason", "of the change, as far as the nearest centre tells",
           [](const ComparedRow& r) { return to_string(r.reason); });
  spec.add(integer_column("women", "women", "who live there", InGeoJson::kYes),
           [](const RowPtr& row) { return count_cell(row->row.women); });
  spec.add(real_column("min_before", "min", "in the first run", InGeoJson::kYes),
           [](const RowPtr& row) { return real_cell(row->before_min); });
  spec.add(real_column("min_after", "min", "in the second run", InGeoJson::kYes),
           [](const RowPtr& row) { return real_cell(row->after_min); });
  add_text("centre_before", "id of the nearest in the first run",
           [](const ComparedRow& r) { return r.centre_before; });
  add_text("centre_after", "id of the nearest in the second run",
           [](const ComparedRow& r) { return r.centre_after; });
  std::vector<RowPtr> changed;
  for (const ComparedRow& row : rows) {
    if (row.change != RowChange::kSame) changed.push_back(&row);
  }
  Table table = spec.make("changes", changed);
  table.geometry_type = GeometryType::kPoint;
  for (const RowPtr& row : changed) table.geometry.emplace_back(projection.to_xy(row->row.at));
  return table;
}

}  // namespace pahunch
