#include <fmt/format.h>

#include <ostream>

#include "geo/base/error.h"
#include "planner/commands/commands.h"
#include "planner/csv/open_input.h"
#include "planner/interrupt.h"
#include "planner/matrix/ready_matrix.h"
#include "planner/optimise/answer_report.h"
#include "planner/optimise/optimise_options.h"
#include "planner/optimise/site_tables.h"
#include "planner/options/output_options.h"

namespace pahunch {
namespace {

/// What the tables hold, as a problem.
struct OptimiseInput {
  NameIndex places, sites;
  SitingProblem problem;
  SitingRules rules;
  double factor = 1;  ///< of the weights
};

class OptimiseCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "optimise", "Choose sites, with a proven gap",
        "From a ready matrix and a demand table. In the matrix `from` is the demand, `to` the "
        "site;\n"
        "its costs are kept as they are, in any unit; a missing pair or an empty cost is\n"
        "unreachable. Limits are inclusive. Places without demand have no say. All sites of the\n"
        "matrix are candidates but those of --lock, which are open in every answer, and of\n"
        "--forbid.\n\n"
        "cover: most demand within --limit. gradual: by --steps. backup: within --limit of two.\n"
        "median: least sum of demand times cost. centre: least largest cost. set-cover: fewest\n"
        "sites that cover --target. ufl: least cost of sites (--costs) and of demand times cost\n"
        "together. cpmp: median with capacities, each place given whole to one site.\n\n"
        "The answer has a bound that no other choice can pass, is proven best where the gap is\n"
        "nothing, and is reckoned again by other code. At --time-limit or Ctrl-C the best found\n"
        "so far is written with its bound. A problem without an answer is refused with the\n"
        "smallest change that would give it one.",
        "# 26 more sites that cover most within 60 minutes\n"
        "pahunch optimise --matrix od.csv --demand d.csv --objective cover --p 26 --limit 60\n"
        "# the fewest sites for 95% of the demand, as JSON\n"
        "pahunch optimise --matrix od.csv --demand d.csv --objective set-cover --limit 60 --target "
        "0.95 --json"};
  }

  void setup(CLI::App& app) override {
    constexpr const char* kGroup = "Ready matrix";
    auto* matrix = app.add_option("--matrix", matrix_, "Costs: from,to,cost")
                       ->type_name("CSV")
                       ->required()
                       ->group(kGroup);
    app.add_option("--demand", demand_, "Demand: id,demand")
        ->type_name("CSV")
        ->required()
        ->group(kGroup);
    app.add_flag("--wide", wide_, "The matrix has a row a place and a column a site")
        ->needs(matrix)
        ->group(kGroup);
    const auto add_column = [&](const char* flag, std::string& name, const char* what) {
      app.add_option(flag, name, what)->type_name("NAME")->group(kGroup);
    };
    add_column("--from-col", columns_.from, "Column of the place");
    add_column("--to-col", columns_.to, "Column of the site");
    add_column("--cost-col", columns_.cost, "Column of the cost");
    add_column("--demand-col", columns_.weight, "Column of the demand");
    options_.add_to(app);
    app.add_flag("--json", json_, "The answer as JSON")->group("Output");
    output_.add_to(app, "File of the answer (default: standard output)");
  }

  void run(Session& session) override {
    const SitingObjective objective = options_.objective_asked();
    const OptimiseInput input = read_input(session.console, objective);
    ResultStream result(output_, session.console);
    session.progress.begin("choosing sites", 0);
    const SitingAnswer answer =
        solve_siting(input.problem, input.rules, objective,
                     {.time_s = options_.time_limit_s, .gap = options_.gap, .should_stop = [] {
                        return is_interrupted();
                      }});
    refuse_without_sites(answer);
    const AnswerReport report = {.problem = input.problem,
                                 .objective = objective,
                                 .answer = answer,
                                 .places = input.places,
                                 .name = options_.objective,
                                 .factor = input.factor};
    result.stream() << (json_ ? report.json() : report.text());
    result.finish();
  }

 private:
  [[nodiscard]] MatrixSource source(std::istream& in) const {
    return {in, matrix_, wide_ ? MatrixForm::kWide : MatrixForm::kLong};
  }

  OptimiseInput read_input(Console& console, const SitingObjective& objective) {
    columns_.on_choice = [&console](std::string_view flag, std::string_view column) {
      console.note(fmt::format("choosing {} {}", flag, column));
    };
    OptimiseInput input;
    const WeightTable demand = read_table(demand_, "demand");
    input.places = demand.ids;
    auto first = open_input(matrix_);
    input.sites = read_site_ids(source(first), columns_);
    auto second = open_input(matrix_);
    const ReadyMatrix matrix = read_matrix(source(second), columns_, input.places, input.sites);
    warn_unknown(console, matrix.n_unknown, "pairs of the matrix", "their places have no demand");
    WholeWeights weights = make_whole(demand.weights, demand_);
    input.factor = weights.factor;
    input.problem = make_problem(matrix, weights.weights, input.sites);
    set_status(input.problem, input.sites, options_.lock, SiteStatus::kLocked);
    set_status(input.problem, input.sites, options_.forbid, SiteStatus::kForbidden);
    read_rules(input, console);
    scale_costs(input, objective);
    return input;
  }

  [[nodiscard]] WeightTable read_table(const std::string& file, const std::string& usual) const {
    auto in = open_input(file);
    ColumnChoice choice = columns_;
    if (usual != "demand") choice.weight.clear();
    return read_weights(in, file, usual, choice);
  }

  void read_rules(OptimiseInput& input, Console& console) {
    input.rules.n_new = options_.n_new;
    input.rules.budget = options_.budget;
    constexpr const char* kNoSite = "they are of no site of the matrix";
    if (!options_.costs.empty()) {
      const WeightTable table = read_table(options_.costs, "cost");
      warn_unknown(console, set_costs(input.problem, input.sites, table, options_.costs),
                   "rows of --costs", kNoSite);
    }
    if (!options_.capacity.empty()) {
      const WeightTable table = read_table(options_.capacity, "supply");
      warn_unknown(
          console,
          set_capacities(input.problem, input.sites, table, options_.capacity, input.factor),
          "rows of --capacity", kNoSite);
    }
    if (!options_.groups.empty()) read_group_rules(input, console);
    if (!options_.exclusive.empty()) {
      auto in = open_input(options_.exclusive);
      input.rules.exclusive = read_exclusive(in, options_.exclusive, input.sites);
    }
  }

  void read_group_rules(OptimiseInput& input, Console& console) {
    auto in = open_input(options_.groups);
    GroupTable table = read_groups(in, options_.groups, input.sites);
    warn_unknown(console, table.n_unknown, "rows of --groups", "they are of no site of the matrix");
    for (SiteGroup& group : table.groups) {
      group.at_most = options_.at_most;
      group.at_least = options_.at_least.value_or(0);
    }
    input.rules.groups = std::move(table.groups);
  }

  /// What sites cost is added to weights times costs: both in the unit of the whole weights.
  static void scale_costs(OptimiseInput& input, const SitingObjective& objective) {
    const bool adds =
        objective.kind == ObjectiveKind::kFacility && objective.weighing == Weighing::kWeight;
    if (!adds || input.factor == 1) return;
    for (Site& site : input.problem.sites) site.cost *= input.factor;
    if (input.rules.budget) *input.rules.budget *= input.factor;
  }

  static void warn_unknown(Console& console, std::size_t n, const char* what, const char* why) {
    if (n > 0) console.warn(fmt::format("{} {} are left out: {}", n, what, why));
  }

  void refuse_without_sites(const SitingAnswer& answer) const {
    if (answer.infeasible) {
      throw DataError({.what = "there is no answer: " + answer.infeasible->what,
                       .where = matrix_,
                       .hint = answer.infeasible->relaxation});
    }
    if (answer.has_sites()) return;
    stop_if_interrupted();
    throw DataError(
        {.what = "the time was over before there was any choice", .hint = "raise --time-limit"});
  }

  std::string matrix_, demand_;
  ColumnChoice columns_;
  bool wide_ = false, json_ = false;
  OptimiseOptions options_;
  OutputOptions output_;
};

}  // namespace

std::unique_ptr<Command> make_optimise_command() { return std::make_unique<OptimiseCommand>(); }

}  // namespace pahunch
