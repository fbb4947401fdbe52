#include "geo/network/engine/draw_engine.h"

#include <algorithm>
#include <numeric>

#include "geo/network/engine/tuned_dijkstra.h"

namespace pahunch::engine {
namespace {

/// Core ranks by distance under the base metric; unreached ones last, ties by rank.
std::vector<std::uint32_t> find_sweep_order(const DrawEngine::Inputs& inputs,
                                            const Elimination& low) {
  TunedDijkstra dijkstra(low);
  dijkstra.customise(take_weights(inputs.base));
  SeedTable seeds(1);
  for (const auto& seed : inputs.seeds) seeds.add(seed);
  TunedDijkstra::Search search(dijkstra);
  const auto& found = search.run(seeds, inputs.flow);

  std::vector<std::uint32_t> ranks(low.n_nodes() - low.n_eliminated);
  std::iota(ranks.begin(), ranks.end(), low.n_eliminated);
  std::stable_sort(ranks.begin(), ranks.end(), [&](auto a, auto b) {
    return found.distance(low.node_of[a], 0) < found.distance(low.node_of[b], 0);
  });
  return ranks;
}

}  // namespace

DrawEngine::DrawEngine(const Inputs& inputs)
    : low_(eliminate(inputs.graph, inputs.order, Extent::kLowDegreeOnly)),
      all_(eliminate(inputs.graph, inputs.order, Extent::kAll)),
      core_(make_core_graph(low_, find_sweep_order(inputs, low_))),
      flow_(inputs.flow),
      symmetry_(inputs.symmetry),
      max_scans_(std::uint64_t{inputs.max_scans_per_node} * core_.n_nodes()) {}

DrawEngine::Batch::Whole::Whole(const DrawEngine& engine)
    : metric(engine.all_, Width::kAllLanes, engine.symmetry_),
      field(engine.all_, Width::kAllLanes, Answer::kDistanceAndLabel) {}

DrawEngine::Batch::Batch(const DrawEngine& engine)
    : engine_(engine),
      metric_(engine.low_, Width::kAllLanes, engine.symmetry_),
      field_(engine.low_, Width::kAllLanes, Answer::kDistanceAndLabel),
      sweeper_(engine.low_, engine.core_) {}

void DrawEngine::Batch::set_draws(FillWeights fill) {
  fill_ = std::move(fill);
  low_customised_ = false;
  if (whole_) whole_->customised = false;
}

const LabelField& DrawEngine::Batch::find_nearest(const SeedTable& seeds) {
  // A draw that once needed the whole hierarchy is likely to need it again.
  if (whole_ && whole_->customised) return search_whole(seeds);
  return sweep(seeds) ? field_ : search_whole(seeds);
}

bool DrawEngine::Batch::sweep(const SeedTable& seeds) {
  if (!low_customised_) metric_.customise(fill_);
  low_customised_ = true;
  const auto& low = engine_.low_;
  field_.start(seeds);
  sweep_up(low, Width::kAllLanes, field_.touched_low(), {metric_.upward(engine_.flow_)},
           field_.labels());
  if (!sweeper_.solve(metric_, engine_.flow_, engine_.max_scans_, field_)) return false;
  sweep_down(low, Width::kAllLanes,
             {metric_.downward(engine_.flow_), Width::kAllLanes, field_.started()},
             field_.labels());
  return true;
}

const LabelField& DrawEngine::Batch::search_whole(const SeedTable& seeds) {
  if (!whole_) whole_.emplace(engine_);
  if (!whole_->customised) whole_->metric.customise(fill_);
  whole_->customised = true;
  ++n_fallbacks_;
  search_hierarchy(whole_->metric, seeds, engine_.flow_, whole_->field);
  return whole_->field;
}

std::size_t DrawEngine::Batch::n_bytes() const {
  const auto n_field = engine_.low_.n_nodes() * kLanes * 2 * sizeof(Ms);
  return metric_.n_bytes() + n_field + (whole_ ? whole_->metric.n_bytes() + n_field : 0);
}

}  // namespace pahunch::engine
