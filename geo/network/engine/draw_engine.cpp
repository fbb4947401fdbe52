#include "geo/network/engine/draw_engine.h"

#include <algorithm>

#include "geo/network/engine/tuned_dijkstra.h"

namespace pahunch::engine {
namespace {

/// Core nodes by the sum of their distances under the base metric; unreached ones last, ties by
/// rank.
std::vector<std::uint32_t> find_sweep_order(const DrawEngine::Inputs& inputs,
                                            const Elimination& low) {
  TunedDijkstra dijkstra(low);
  dijkstra.customise(take_weights(inputs.base));
  TunedDijkstra::Search search(dijkstra);
  std::vector<std::uint64_t> sum(low.n_nodes());
  for (const auto& set : inputs.seed_sets) {
    SeedTable seeds(1);
    for (const auto& seed : set) seeds.add(seed);
    const auto& found = search.run(seeds, inputs.flow);
    for (std::uint32_t v = 0; v < low.n_nodes(); ++v) sum[v] += found.distance(v, 0);
  }
  std::vector<std::uint32_t> nodes(low.node_of.begin() + low.n_eliminated, low.node_of.end());
  std::stable_sort(nodes.begin(), nodes.end(), [&sum](auto a, auto b) { return sum[a] < sum[b]; });
  return nodes;
}

/// The ranks of the core, which are free, follow the order of the sweeps: their weights and labels
/// then lie in memory in the order of use.
Elimination eliminate_for_sweeps(const DrawEngine::Inputs& inputs) {
  auto order = inputs.order;
  const auto nodes =
      find_sweep_order(inputs, eliminate(inputs.graph, order, Extent::kLowDegreeOnly));
  std::copy(nodes.begin(), nodes.end(), order.node.begin() + order.n_low_degree);
  return eliminate(inputs.graph, order, Extent::kLowDegreeOnly);
}

/// Of the weights and labels that a batch keeps for an elimination.
std::size_t count_bytes(const Elimination& e, Symmetry symmetry) {
  const std::size_t n_weights = symmetry == Symmetry::kSymmetric ? 1 : 2;
  const std::size_t n_labels = 2;
  return (n_weights * e.n_slots() + n_labels * e.n_nodes()) * kLanes * sizeof(Ms);
}

}  // namespace

DrawEngine::DrawEngine(const Inputs& inputs)
    : low_(eliminate_for_sweeps(inputs)),
      all_(eliminate(inputs.graph, inputs.order, Extent::kAll)),
      core_(make_core_graph(low_)),
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
      sweeper_(engine.core_) {}

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
  return count_bytes(engine_.low_, engine_.symmetry_) +
         (whole_ ? count_bytes(engine_.all_, engine_.symmetry_) : 0);
}

std::size_t DrawEngine::get_batch_bytes() const {
  return count_bytes(low_, symmetry_) + count_bytes(all_, symmetry_);
}

}  // namespace pahunch::engine
