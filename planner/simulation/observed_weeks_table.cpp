#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "planner/privacy/suppress_counts.h"
#include "planner/simulation/week_areas_text.h"
#include "planner/simulation/weeks_table.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using IsoWeek = std::pair<int, int>;  ///< year and week

struct ObservedRow {
  IsoWeek when;
  WeekAreaName area;
  CaseWeek seen;
  bool hidden = false;  ///< its counts are not to be shown
};
using Row = const ObservedRow&;

/// What a scenario moves elsewhere has been nowhere yet; where it was it has its weeks.
bool has_weeks(const Centre& centre) {
  return centre.status == CentreStatus::kExisting && centre.provenance != "scenario";
}

template <class T>
void add_part(const std::optional<T>& more, std::optional<T>& sum) {
  sum = sum && more ? std::optional<T>(*sum + *more) : std::nullopt;
}

/// What is missing of one is missing of the sum.
CaseWeek sum_up(const std::vector<const CaseWeek*>& parts) {
  CaseWeek sum = *parts.front();
  double waited = 0;
  bool is_whole = true;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const CaseWeek& part = *parts[i];
    const auto weight = static_cast<double>(part.registered);
    waited += weight * part.wait_h.value_or(0);
    is_whole = is_whole && (part.wait_h || part.registered == 0);
    if (i == 0) continue;
    sum.registered += part.registered;
    add_part(part.disposed, sum.disposed);
    add_part(part.open, sum.open);
    add_part(part.follow_ups, sum.follow_ups);
    add_part(part.beds, sum.beds);
  }
  sum.wait_h = std::nullopt;
  if (is_whole && sum.registered > 0) sum.wait_h = waited / static_cast<double>(sum.registered);
  return sum;
}

/// The observed weeks of one table, by area and week.
class ObservedWeeks {
 public:
  explicit ObservedWeeks(const Dataset& dataset) : data_(dataset) {
    for (const CaseWeek& week : dataset.case_weeks) {
      weeks_.insert({week.year, week.week});
      seen_[{{week.year, week.week}, week.centre}] = &week;
    }
  }

  [[nodiscard]] std::vector<ObservedRow> list_rows() const {
    std::vector<ObservedRow> rows;
    for (const WeekAreaName& area : name_week_areas(data_)) {
      const auto centres = centres_of(area);
      for (const IsoWeek& when : weeks_) {
        const auto found = find(area, when, centres);
        if (found) rows.push_back({when, area, *found, false});
      }
    }
    return rows;
  }

 private:
  /// The existing centres of an area; of a centre itself, whatever its status.
  [[nodiscard]] std::vector<CentreIdx> centres_of(const WeekAreaName& area) const {
    const WeekAreas areas(data_);
    std::vector<CentreIdx> own;
    for (const CentreIdx at : indices(data_.centres.centres)) {
      const Centre& centre = data_.centres.centres[at];
      const bool exists = has_weeks(centre);
      const bool in_district =
          centre.district.valid() && areas.of_district(centre.district) == area.at;
      const bool is_part = area.at == areas.whole() || in_district;
      if (areas.of_centre(at) == area.at || (exists && is_part)) own.push_back(at);
    }
    return own;
  }
  [[nodiscard]] const CaseWeek* find_row(const IsoWeek& when, CentreIdx centre) const {
    const auto found = seen_.find({when, centre});
    return found == seen_.end() ? nullptr : found->second;
  }
  [[nodiscard]] std::optional<CaseWeek> find(const WeekAreaName& area, const IsoWeek& when,
                                             const std::vector<CentreIdx>& centres) const {
    if (area.at == WeekAreas(data_).whole()) {
      if (const CaseWeek* stated = find_row(when, CentreIdx())) return *stated;
    }
    std::vector<const CaseWeek*> parts;
    for (const CentreIdx at : centres) {
      const CaseWeek* part = find_row(when, at);
      if (part == nullptr) return std::nullopt;
      parts.push_back(part);
    }
    return parts.empty() ? std::nullopt : std::optional(sum_up(parts));
  }

  const Dataset& data_;
  std::set<IsoWeek> weeks_;
  std::map<std::pair<IsoWeek, CentreIdx>, const CaseWeek*> seen_;
};

/// The rows of one week as a hierarchy: all centres of districts, districts of their centres, and
/// centres whose district has no row. What has no row is a part that nobody knows.
class WeekCounts {
 public:
  WeekCounts(const Dataset& dataset, const std::vector<ObservedRow*>& rows) : rows_(rows) {
    add_counts([](const CaseWeek& week) { return std::optional(week.registered); });
    add_counts([](const CaseWeek& week) { return week.disposed; });
    add_counts([](const CaseWeek& week) { return week.open; });
    add_counts([](const CaseWeek& week) { return week.follow_ups; });
    add_sums(dataset);
  }

  void hide(std::int64_t threshold) const {
    const auto hidden = suppress_counts(table_, threshold);
    for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i]->hidden = hidden[i];
  }

 private:
  template <class Get>
  void add_counts(Get get) {
    auto& counts = table_.counts.emplace_back();
    for (const ObservedRow* row : rows_) counts.push_back(get(row->seen));
    counts.push_back(std::nullopt);  // what has no row
  }

  [[nodiscard]] std::optional<std::size_t> find(WeekAreaIdx area) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i]->area.at == area) return i;
    }
    return std::nullopt;
  }

  /// All that has no row is one part, however many centres it is of.
  static void add_row(std::size_t row, CountSum& sum) {
    if (std::ranges::find(sum.parts, row) == sum.parts.end()) sum.parts.push_back(row);
  }

  void add_sums(const Dataset& dataset) {
    const WeekAreas areas(dataset);
    std::map<std::size_t, CountSum> sums;  // by total
    const auto whole = find(areas.whole());
    for (const AreaIdx at : indices(dataset.districts.areas)) {
      const auto district = find(areas.of_district(at));
      if (district && whole) sums[*whole].parts.push_back(*district);
    }
    for (const CentreIdx at : indices(dataset.centres.centres)) {
      const Centre& centre = dataset.centres.centres[at];
      if (!has_weeks(centre)) continue;
      const auto district =
          centre.district.valid() ? find(areas.of_district(centre.district)) : std::nullopt;
      const auto total = district ? district : whole;
      if (total) add_row(find(areas.of_centre(at)).value_or(rows_.size()), sums[*total]);
    }
    for (auto& [total, sum] : sums) {
      sum.total = total;
      table_.sums.push_back(std::move(sum));
    }
  }

  const std::vector<ObservedRow*>& rows_;
  CountTable table_;
};

void hide_small(const Dataset& dataset, std::int64_t threshold, std::vector<ObservedRow>& rows) {
  std::map<IsoWeek, std::vector<ObservedRow*>> weeks;
  for (ObservedRow& row : rows) weeks[row.when].push_back(&row);
  for (const auto& [when, of_week] : weeks) WeekCounts(dataset, of_week).hide(threshold);
}

Cell whole_cell(const std::optional<Persons>& value) { return value ? count_cell(*value) : Cell(); }

}  // namespace

Table make_observed_weeks_table(const Dataset& dataset, const PrivacySettings& privacy) {
  auto rows = ObservedWeeks(dataset).list_rows();
  const std::int64_t threshold = privacy.threshold();
  if (threshold > 0) hide_small(dataset, threshold, rows);
  const auto shown = [](Row row, const Cell& cell) { return row.hidden ? Cell() : cell; };
  const auto unprotected = [threshold](const Cell& cell) { return threshold > 0 ? Cell() : cell; };
  TableSpec<ObservedRow> spec;
  spec.add(text_column("period", "ISO week, observed"),
           [](Row row) { return Cell(fmt::format("{}-W{:02}", row.when.first, row.when.second)); });
  add_area_columns(spec);
  spec.add(integer_column("week", "", "number of the ISO week"),
           [](Row row) { return count_cell(row.when.second); });
  spec.add(integer_column("cases", "cases", "observed: registered in the week"),
           [&](Row row) { return shown(row, count_cell(row.seen.registered)); });
  spec.add(integer_column("disposed", "cases", "observed: disposed in the week"),
           [&](Row row) { return shown(row, whole_cell(row.seen.disposed)); });
  spec.add(integer_column("open", "cases", "observed: not yet disposed at the week's end"),
           [&](Row row) { return unprotected(whole_cell(row.seen.open)); });
  spec.add(real_column("beds", "beds", "observed: in use, mean of the week"),
           [&](Row row) { return unprotected(real_cell(row.seen.beds)); });
  spec.add(real_column("wait", "h", "observed: mean wait until first help of the week's cases"),
           [&](Row row) { return unprotected(real_cell(row.seen.wait_h)); });
  spec.add(integer_column("follow_ups", "contacts", "observed: due in the week"),
           [&](Row row) { return shown(row, whole_cell(row.seen.follow_ups)); });
  if (threshold > 0) {
    spec.add(integer_column("hidden", "",
                            fmt::format("1: a count from 1 to {}, or one that would give it away, "
                                        "is not shown",
                                        threshold - 1)),
             [](Row row) { return flag_cell(row.hidden); });
  }
  spec.add(text_column("source", "of the figures, as the dataset says"),
           [](Row row) { return Cell(row.seen.source); });
  return spec.make("observed_weeks", rows);
}

}  // namespace pahunch
