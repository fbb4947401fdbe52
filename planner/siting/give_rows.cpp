#include "planner/siting/give_rows.h"

#include <algorithm>

#include "planner/siting/assign_rows.h"
#include "planner/siting/nearest_loads.h"
#include "planner/siting/transport.h"

namespace pahunch {

std::optional<CapacitatedChoice> give_rows(const CapacitatedModel& model,
                                           const std::vector<SiteColumn>& open) {
  switch (model.giving) {
    case Giving::kSplit:
      return transport_rows(model, open);
    case Giving::kNearest:
      return give_to_nearest(model, open);
    default:
      return assign_rows(model, open);
  }
}

std::vector<GivenShare> list_shares(const SitingProblem& problem, const CapacitatedModel& model,
                                    const CapacitatedChoice& choice) {
  std::vector<GivenShare> shares;
  std::size_t row = static_cast<std::size_t>(-1), point = 0;
  std::int64_t left_of_point = 0;
  for (const GivenPart& part : choice.parts) {
    if (part.row != row) {
      row = part.row;
      point = 0;
      left_of_point = problem.weights[model.points[row][0]];
    }
    for (std::int64_t left = part.weight; left > 0;) {
      if (left_of_point == 0) left_of_point = problem.weights[model.points[row][++point]];
      const std::int64_t given = std::min(left, left_of_point);
      left -= given;
      left_of_point -= given;
      if (part.slot == model.nowhere) continue;
      shares.push_back({model.points[row][point], model.sites[part.slot], given});
    }
  }
  std::ranges::sort(shares, [&](const GivenShare& a, const GivenShare& b) {
    if (a.demand != b.demand) return a.demand < b.demand;
    return problem.sites[a.site].id < problem.sites[b.site].id;
  });
  return shares;
}

}  // namespace pahunch
