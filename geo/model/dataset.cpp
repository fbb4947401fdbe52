#include "geo/model/dataset.h"

#include <algorithm>
#include <utility>

namespace pahunch {
namespace {

/// Invalid where there is no such centre.
CentreIdx find_by_id(const std::vector<Centre>& sorted, const std::string& id) {
  const auto found = std::ranges::lower_bound(sorted, id, {}, &Centre::id);
  if (found == sorted.end() || found->id != id) return {};
  return CentreIdx(static_cast<std::size_t>(found - sorted.begin()));
}

}  // namespace

void replace_centres(Dataset& dataset, std::vector<Centre> centres) {
  std::ranges::sort(centres, {}, &Centre::id);
  auto& known = dataset.centres.centres;
  std::vector<CaseWeek> weeks;
  for (CaseWeek& week : dataset.case_weeks) {
    const bool of_all = !week.centre.valid();
    if (!of_all) week.centre = find_by_id(centres, known[week.centre].id);
    if (of_all || week.centre.valid()) weeks.push_back(std::move(week));
  }
  dataset.case_weeks = std::move(weeks);
  known = IdxVector<CentreIdx, Centre>(std::move(centres));
}

}  // namespace pahunch
