#include "planner/optimise/matrix_input.h"

#include <fmt/format.h>

#include "planner/csv/open_input.h"
#include "planner/optimise/site_rules.h"

namespace pahunch {
namespace {

MatrixSource source_of(std::istream& in, const MatrixFiles& files) {
  return {in, files.matrix, files.wide ? MatrixForm::kWide : MatrixForm::kLong};
}

Fairness read_fairness(const OptimiseOptions& options, const NameIndex& places, Console& console) {
  Fairness fairness = {.least_share = options.least_share, .most_gini = options.most_gini};
  if (options.areas.empty()) return fairness;
  auto in = open_input(options.areas);
  AreaTable table = read_areas(in, options.areas, places);
  warn_left_out(console, table.n_unknown, "rows of --areas", "their places have no demand");
  fairness.areas = std::move(table.areas);
  return fairness;
}

}  // namespace

MatrixInput read_matrix_input(const MatrixFiles& files, const OptimiseOptions& options,
                              const SitingObjective& objective, Console& console) {
  ColumnChoice columns = files.columns;
  columns.on_choice = [&console](std::string_view flag, std::string_view column) {
    console.note(fmt::format("choosing {} {}", flag, column));
  };
  MatrixInput input;
  auto demand_in = open_input(files.demand);
  const WeightTable demand = read_weights(demand_in, files.demand, "demand", columns);
  input.places = demand.ids;
  auto first = open_input(files.matrix);
  input.sites = read_site_ids(source_of(first, files), columns);
  auto second = open_input(files.matrix);
  const ReadyMatrix matrix =
      read_matrix(source_of(second, files), columns, input.places, input.sites);
  warn_left_out(console, matrix.n_unknown, "pairs of the matrix", "their places have no demand");
  const WholeWeights weights = make_whole(demand.weights, files.demand);
  input.factor = weights.factor;
  input.problem = make_problem(matrix, weights.weights, input.sites);
  input.rules = read_site_rules(options, input.sites, input.factor, input.problem, console);
  input.fairness = read_fairness(options, input.places, console);
  const bool adds =
      objective.kind == ObjectiveKind::kFacility && objective.weighing == Weighing::kWeight;
  if (adds) scale_costs(input.factor, input.problem, input.rules);
  return input;
}

}  // namespace pahunch
