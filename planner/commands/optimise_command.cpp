#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "geo/base/error.h"
#include "planner/commands/commands.h"
#include "planner/interrupt.h"
#include "planner/json_text.h"
#include "planner/optimise/answer_report.h"
#include "planner/optimise/matrix_input.h"
#include "planner/optimise/siting_run.h"
#include "planner/options/output_options.h"
#include "planner/options/scenario_options.h"
#include "planner/siting/equity/solve_fair_cover.h"

namespace pahunch {
namespace {

class OptimiseCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "optimise", "Choose sites, with a proven gap",
        "From a dataset: the first set of the scenario is open in every answer, sites are chosen\n"
        "among the dataset's candidates (by default as many as are planned, for most rural women\n"
        "within the headline's limit), and a folder is written: the sites with what each is "
        "worth,\n"
        "the official rule held against the best, coverage tables and maps of all sets, and\n"
        "chosen.toml, a scenario for `pahunch run`. Limits are minutes.\n\n"
        "From a ready matrix and a demand table: in the matrix `from` is the demand, `to` the "
        "site;\n"
        "its costs are kept as they are, in any unit; a missing pair or an empty cost is\n"
        "unreachable. Places without demand have no say. All sites of the matrix are candidates\n"
        "but those of --lock, which are open in every answer, and of --forbid.\n\n"
        "Limits are inclusive. cover: most demand within --limit. gradual: by --steps. backup:\n"
        "within --limit of two. median: least sum of demand times cost. centre: least largest\n"
        "cost. set-cover: fewest sites that cover --target. ufl: least cost of sites (--costs) "
        "and\n"
        "of demand times cost together. cpmp: median with capacities. worst-tenth: least mean\n"
        "cost of the worst-off tenth of the demand, or of --share.\n\n"
        "--capacity, of cpmp and cover, says how much each site can take. --assign optimal sends\n"
        "each place whole, or with --split in parts, where it is best for all together; nearest\n"
        "sends it to its nearest open site, and no choice overfills one. On a dataset --capacity\n"
        "staff is what the staff of a centre can carry, and all is counted in cases a year.\n\n"
        "--least-share and --most-gini make cover fair to areas, such as --per district;\n"
        "--pareto shows what it costs to be better in a second respect.\n\n"
        "Bad roads, of cover on a dataset: --floods chooses for the mean over moments of years\n"
        "with floods, --tail for the worst of them, --worst-of for the worst of named months or\n"
        "files of closures. What is chosen stands beside the sites for dry roads, on fresh draws.\n"
        "\n"
        "The answer has a bound that no other choice can pass, is proven best where the gap is\n"
        "nothing, and is reckoned again by other code. At --time-limit or Ctrl-C the best found\n"
        "so far is written with its bound. A problem without an answer is refused with the\n"
        "smallest change that would give it one.",
        "# the best 26 sites for Bihar, and what the official rule costs\n"
        "pahunch optimise\n"
        "# ten more among sub-division headquarters, at most one a district\n"
        "pahunch optimise --p 10 --candidates 'sub-division headquarters' --per district "
        "--at-most 2\n"
        "# ten more for the worst twentieth of 1000 moments of years with floods\n"
        "pahunch optimise --p 10 --floods 1000 --tail 0.95\n"
        "# ten more for the worst of the months of 2021, July 2024 and a bridge out\n"
        "pahunch optimise --p 10 --worst-of 2021,2024-07,bridge.toml\n"
        "# 26 more, so that no centre gets more cases than its staff can carry in half their "
        "hours\n"
        "pahunch optimise --objective cpmp --capacity staff --busy 0.5 --split\n"
        "# 26 more sites that cover most within 60 minutes, from tables\n"
        "pahunch optimise --matrix od.csv --demand d.csv --objective cover --p 26 --limit 60\n"
        "# the fewest sites for 95% of the demand, as JSON\n"
        "pahunch optimise --matrix od.csv --demand d.csv --objective set-cover --limit 60 --target "
        "0.95 --json"};
  }

  void setup(CLI::App& app) override {
    options_.add_to(app);
    options_.add_dataset_to(app);
    setup_tables(app);
    scenario_.add_to(app, ScenarioOptions::FileAs::kPositional);
    app.add_flag("--json", json_, "The answer as JSON")->group("Output");
    output_.add_to(app,
                   "Folder of the answer (default out/NAME-sites); with a matrix, file of the "
                   "answer (default: standard output)");
  }

  void run(Session& session) override {
    if (files_.matrix.empty()) {
      run_dataset(session);
    } else {
      options_.require_no_dataset_options();
      run_tables(session);
    }
  }

 private:
  void setup_tables(CLI::App& app) {
    constexpr const char* kGroup = "Ready matrix";
    auto* matrix = app.add_option("--matrix", files_.matrix, "Costs: from,to,cost");
    auto* demand = app.add_option("--demand", files_.demand, "Demand: id,demand");
    matrix->type_name("CSV")->needs(demand)->group(kGroup);
    demand->type_name("CSV")->needs(matrix)->group(kGroup);
    app.add_flag("--wide", files_.wide, "The matrix has a row a place and a column a site")
        ->needs(matrix)
        ->group(kGroup);
    const auto add_column = [&](const char* flag, std::string& name, const char* what) {
      app.add_option(flag, name, what)->type_name("NAME")->needs(matrix)->group(kGroup);
    };
    add_column("--from-col", files_.columns.from, "Column of the place");
    add_column("--to-col", files_.columns.to, "Column of the site");
    add_column("--cost-col", files_.columns.cost, "Column of the cost");
    add_column("--demand-col", files_.columns.weight, "Column of the demand");
  }

  void run_dataset(Session& session) {
    const Scenario scenario = scenario_.read();
    if (scenario_.dumped(scenario, session.console)) return;
    const std::filesystem::path folder =
        output_.out.empty() ? std::filesystem::path("out") / (scenario.name + "-sites")
                            : std::filesystem::path(output_.out);
    run_siting(scenario, options_, {folder, output_.if_exists()}, session,
               [&](const RunReport& report) {
                 session.console.out() << (json_ ? report.json : report.text) << std::flush;
                 session.console.note("the files are in " + folder.string() +
                                      ": read siting.md first; sites.geojson is the map");
               });
  }

  void run_tables(Session& session) {
    scenario_.require_only_data("a ready matrix has no dataset");
    const SitingObjective objective = options_.objective_asked();
    const MatrixInput input = read_matrix_input(files_, options_, objective, session.console);
    ResultStream result(output_, session.console);
    session.progress.begin("choosing sites", 0);
    const SolveLimits limits = solve_limits(options_);
    const SitingAnswer answer =
        input.fairness.is_asked()
            ? solve_fair_cover(input.problem, input.rules, objective, input.fairness, limits)
            : solve_siting(input.problem, input.rules, objective, limits);
    refuse_without_sites(answer, files_.matrix);
    AnswerReport report = {.problem = input.problem,
                           .objective = objective,
                           .answer = answer,
                           .places = input.places,
                           .name = options_.objective,
                           .factor = input.factor};
    if (input.fairness.is_asked()) {
      report.areas =
          cover_areas(input.problem, input.fairness.areas, objective.limit, answer.sites);
    }
    result.stream() << (json_ ? dump_json(report.json()) : report.text());
    result.finish();
  }

  MatrixFiles files_;
  bool json_ = false;
  OptimiseOptions options_;
  ScenarioOptions scenario_;
  OutputOptions output_;
};

}  // namespace

std::unique_ptr<Command> make_optimise_command() { return std::make_unique<OptimiseCommand>(); }

}  // namespace pahunch
