#include "geo/network/engine/hierarchy_search.h"

#include <cassert>

namespace pahunch::engine {

void search_hierarchy(const SlotMetric& metric, const SeedTable& seeds, Flow flow,
                      LabelField& field) {
  const auto& elimination = metric.elimination();
  assert(elimination.n_eliminated == elimination.n_nodes());
  const auto width = seeds.n_lanes() == 1 ? Width::kOne : Width::kAllLanes;
  field.start(seeds);
  sweep_up(elimination, width, field.touched_low(), {metric.upward(flow), metric.width()},
           field.labels());
  sweep_down(elimination, width, {metric.downward(flow), metric.width(), field.started()},
             field.labels());
}

}  // namespace pahunch::engine
