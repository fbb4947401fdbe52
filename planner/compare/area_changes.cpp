#include "planner/compare/area_changes.h"

#include <map>
#include <utility>

#include "planner/tables/run_tables.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

using AreaKey = std::pair<std::string, std::string>;

/// The rows of each area; `key` names it.
template <class Key>
std::map<AreaKey, RunRows> split_rows(const RunRows& rows, Key key) {
  std::map<AreaKey, RunRows> parts;
  for (const auto& [id, row] : rows) parts[key(row)].emplace(id, row);
  return parts;
}

template <class Key>
std::vector<AreaChanges> compare_areas(const RunRows& before, const RunRows& after,
                                       const std::vector<double>& limits_min, Key key) {
  const auto then = split_rows(before, key);
  auto now = split_rows(after, key);
  for (const auto& [area, rows] : then) now.try_emplace(area);
  std::vector<AreaChanges> areas;
  static const RunRows kNone;
  for (const auto& [area, rows] : now) {
    const auto was = then.find(area);
    areas.push_back({area.first, area.second,
                     compare_limits(was == then.end() ? kNone : was->second, rows, limits_min)});
  }
  return areas;
}

void add_limit(TableSpec<AreaChanges>& spec, std::size_t at, double limit_min) {
  struct Counted {
    const char* who;
    std::int64_t ComparedLimit::*before;
    std::int64_t ComparedLimit::*after;
    std::int64_t ComparedLimit::*gained;
    std::int64_t ComparedLimit::*lost;
  };
  const std::string limit = limit_text(limit_min);
  for (const auto& [who, before, after, gained, lost] :
       {Counted{"women", &ComparedLimit::before, &ComparedLimit::after, &ComparedLimit::gained,
                &ComparedLimit::lost},
        Counted{"rural", &ComparedLimit::rural_before, &ComparedLimit::rural_after,
                &ComparedLimit::rural_gained, &ComparedLimit::rural_lost}}) {
    const std::string name = std::string(who) + "_" + limit + "_";
    spec.add(integer_column(name + "before", "women", "within the limit in the first run"),
             [at, before](const AreaChanges& area) { return count_cell(area.limits[at].*before); });
    spec.add(integer_column(name + "after", "women", "within it in the second run"),
             [at, after](const AreaChanges& area) { return count_cell(area.limits[at].*after); });
    spec.add(integer_column(name + "change", "women", "from the first run to the second"),
             [at, before, after](const AreaChanges& area) {
               return count_cell(area.limits[at].*after - area.limits[at].*before);
             });
    spec.add(integer_column(name + "gained", "women", "within it in the second run alone"),
             [at, gained](const AreaChanges& area) { return count_cell(area.limits[at].*gained); });
    spec.add(integer_column(name + "lost", "women", "within it in the first run alone"),
             [at, lost](const AreaChanges& area) { return count_cell(area.limits[at].*lost); });
  }
}

}  // namespace

std::vector<AreaChanges> compare_districts(const RunRows& before, const RunRows& after,
                                           const std::vector<double>& limits_min) {
  return compare_areas(before, after, limits_min,
                       [](const RunRow& row) { return AreaKey(row.district, ""); });
}

std::vector<AreaChanges> compare_blocks(const RunRows& before, const RunRows& after,
                                        const std::vector<double>& limits_min) {
  return compare_areas(before, after, limits_min,
                       [](const RunRow& row) { return AreaKey(row.district, row.block); });
}

Table make_area_changes_table(const std::string& name, const std::vector<AreaChanges>& areas,
                              const std::vector<double>& limits_min) {
  TableSpec<AreaChanges> spec;
  spec.add(text_column("district", "its name"),
           [](const AreaChanges& area) { return Cell(area.district); });
  spec.add(text_column("block", "its name; empty: the whole district"),
           [](const AreaChanges& area) { return Cell(area.block); });
  for (std::size_t i = 0; i < limits_min.size(); ++i) add_limit(spec, i, limits_min[i]);
  return spec.make(name, areas);
}

}  // namespace pahunch
