#include "geo/io/read_cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <set>
#include <tuple>

#include "geo/io/row_values.h"

namespace pahunch {
namespace {

constexpr int kMonthsOfYear = 12;
constexpr double kMostHours = 10'000;

using Role = std::optional<LayerRows::Value>;

struct CaseRoles {
  explicit CaseRoles(LayerRows& rows)
      : year(rows.find_value("year")),
        registered(rows.find_value("registered")),
        disposed(rows.find_value("disposed")),
        months(rows.find_value("months")),
        source(rows.find_value("source")),
        centre(rows.find_value("centre")),
        open(rows.find_value("open")),
        beds(rows.find_value("beds_in_use")),
        wait(rows.find_value("wait_hours")),
        follow_ups(rows.find_value("follow_ups")) {}
  Role year, registered, disposed, months, source, centre, open, beds, wait, follow_ups;
};

/// Of an ISO week: "2025-W14".
struct WeekName {
  int year = 0, week = 0;
};

std::optional<WeekName> find_week_name(const std::string& text) {
  static const std::regex kWeek("([0-9]{4})-?[Ww]([0-9]{1,2})");
  std::smatch parts;
  if (!std::regex_match(text, parts, kWeek)) return std::nullopt;
  return WeekName{std::stoi(parts[1]), std::stoi(parts[2])};
}

/// 52, or 53 where 1 January or 31 December is a Thursday (ISO 8601).
int count_weeks(int year) {
  const auto last_day = [](int y) { return (y + y / 4 - y / 100 + y / 400) % 7; };
  return last_day(year) == 4 || last_day(year - 1) == 3 ? 53 : 52;
}

class CaseReader {
 public:
  CaseReader(LayerRows& rows, RowRecorder& recorder, const CentreLayer& centres)
      : recorder_(recorder), values_(rows, recorder), roles_(rows) {
    for (const CentreIdx at : indices(centres.centres)) by_id_.emplace(centres.centres[at].id, at);
  }

  void read_row(CaseTable& table) {
    const std::string period = values_.get_text(roles_.year);
    const auto registered = values_.find_persons(roles_.registered, "registered");
    const auto week = find_week_name(period);
    if (period.empty() || !registered) {
      recorder_.leave_out({"no year or no registered cases", period});
    } else if (week) {
      read_week(*week, std::llround(*registered), table);
    } else {
      read_year(period, std::llround(*registered), table);
    }
  }

 private:
  /// Years are of all centres together: their mean is what the state registers.
  void read_year(const std::string& period, Persons registered, CaseTable& table) {
    if (const std::string id = values_.get_text(roles_.centre); !id.empty()) {
      return recorder_.leave_out({"a year of one centre, where years are of all centres together",
                                  fmt::format("{} of {}", id, period)});
    }
    const int months = values_.find_count(roles_.months, "months").value_or(kMonthsOfYear);
    if (months < 1 || months > kMonthsOfYear) {
      return recorder_.leave_out(
          {"a year has 1 to 12 months", fmt::format("{}: {} months", period, months)});
    }
    if (!seen_years_.insert(period).second) {
      return recorder_.leave_out({"a year twice, the first row counts", period});
    }
    const auto disposed = values_.find_persons(roles_.disposed, "disposed").value_or(0);
    table.years.push_back({.year = period,
                           .registered = registered,
                           .disposed = std::llround(disposed),
                           .months = months,
                           .source = values_.get_text(roles_.source)});
  }

  void read_week(const WeekName& name, Persons registered, CaseTable& table) {
    const std::string shown = fmt::format("{}-W{:02}", name.year, name.week);
    if (name.week < 1 || name.week > count_weeks(name.year)) {
      return recorder_.leave_out(
          {"the year has no such week",
           fmt::format("{}; {} has the weeks 1 to {}", shown, name.year, count_weeks(name.year))});
    }
    const std::string id = values_.get_text(roles_.centre);
    const auto centre = by_id_.find(id);
    if (!id.empty() && centre == by_id_.end()) {
      return recorder_.leave_out({"unknown centre", fmt::format("{} of {}", id, shown)});
    }
    const CentreIdx of = id.empty() ? CentreIdx() : centre->second;
    if (!seen_.insert({name.year, name.week, of}).second) {
      return recorder_.leave_out({"a week twice, the first row counts",
                                  fmt::format("{} of {}", shown, id.empty() ? "all centres" : id)});
    }
    table.weeks.push_back({.year = name.year,
                           .week = name.week,
                           .centre = of,
                           .registered = registered,
                           .disposed = find_whole(roles_.disposed, "disposed"),
                           .open = find_whole(roles_.open, "open"),
                           .follow_ups = find_whole(roles_.follow_ups, "follow_ups"),
                           .beds = values_.find_persons(roles_.beds, "beds_in_use"),
                           .wait_h = values_.find_number(roles_.wait, "wait_hours", 0, kMostHours),
                           .source = values_.get_text(roles_.source)});
  }

  [[nodiscard]] std::optional<Persons> find_whole(const Role& role, const char* name) const {
    const auto value = values_.find_persons(role, name);
    return value ? std::optional<Persons>(std::llround(*value)) : std::nullopt;
  }

  RowRecorder& recorder_;
  RowValues values_;
  CaseRoles roles_;
  std::map<std::string, CentreIdx> by_id_;
  std::set<std::tuple<int, int, CentreIdx>> seen_;
  std::set<std::string> seen_years_;
};

}  // namespace

CaseTable read_cases(const LayerSpec& spec, const CentreLayer& centres, ReadBooks& books) {
  LayerRows rows(spec, books.home, GeometryNeed::kNone);
  books.begin(rows);
  RowRecorder recorder(spec, rows.source().where(), books.bad_rows);
  CaseReader reader(rows, recorder, centres);
  CaseTable table;
  while (rows.next()) {
    recorder.begin(rows.row().name);
    books.progress.advance(1);
    reader.read_row(table);
  }
  books.finish(recorder);
  std::ranges::sort(table.years, {}, &CaseYear::year);
  std::ranges::sort(table.weeks, {}, [](const CaseWeek& week) {
    return std::tuple(week.year, week.week, week.centre);
  });
  return table;
}

}  // namespace pahunch
