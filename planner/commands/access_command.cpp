#include <fmt/format.h>

#include <ostream>

#include "geo/base/error.h"
#include "geo/coverage/reach_lists.h"
#include "geo/io/csv_line.h"
#include "planner/access/access_method.h"
#include "planner/commands/commands.h"
#include "planner/csv/open_input.h"
#include "planner/matrix/ready_matrix.h"
#include "planner/options/output_options.h"
#include "planner/options/scenario_options.h"
#include "planner/study/study.h"

namespace pahunch {
namespace {

constexpr double kWomenUnit = 100000;

/// The shortest text that reads back as the same number.
std::string exact_text(double value) { return fmt::format("{}", value); }

/// Scores of all settlements under one set, from travel times in minutes.
std::vector<double> score_set(const Study& study, const ReachLists& lists, const CentreSet& set,
                              const AccessChoice& choice) {
  std::vector<OdEntry> pairs;
  for (std::size_t site = 0; site < set.open.size(); ++site) {
    for (const SettlementTime& item : lists[set.open[site]]) {
      pairs.push_back(
          {item.settlement.value(), static_cast<std::uint32_t>(site), item.time.minutes()});
    }
  }
  std::vector<double> demand;
  for (const Women women : women_of(study)) {
    demand.push_back(static_cast<double>(women.all));
  }
  const std::vector<double> supply(set.open.size(), 1.0);
  return compute_access({pairs, demand, supply}, choice);
}

std::vector<OdEntry> pairs_of(const ReadyMatrix& matrix) {
  std::vector<OdEntry> pairs;
  for (const MatrixPair& pair : matrix.pairs) {
    pairs.push_back(
        {static_cast<std::uint32_t>(pair.from), static_cast<std::uint32_t>(pair.to), pair.cost});
  }
  return pairs;
}

class AccessCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "access", "Accessibility: 2SFCA, E2SFCA, 3SFCA, gravity",
        "From a dataset (each open centre supplies 1, costs are minutes, scores are centres per\n"
        "100000 women, of gravity centres), or from a ready matrix with a demand and a supply\n"
        "table, whose costs are kept as they are, in any unit. Limits are inclusive. A missing\n"
        "pair or an empty cost is unreachable. In the matrix `from` is the demand, `to` the\n"
        "supply.\n\n"
        "2sfca takes --limit; e2sfca --steps; e2sfca-gauss --sigma; 3sfca and gravity one of\n"
        "--steps, --sigma, --power, --rate, which without --limit reach any cost. A column of "
        "another name than from, to, cost,\n"
        "demand, supply is taken by its position, and the flag that repeats the choice is told.",
        "# of the planned centres, within an hour\n"
        "pahunch access --method 2sfca --limit 60\n"
        "# from tables of another program\n"
        "pahunch access --matrix od.csv --demand d.csv --supply s.csv --method e2sfca --steps "
        "10:1,20:0.68,30:0.22"};
  }

  void setup(CLI::App& app) override {
    setup_method(app);
    setup_tables(app);
    scenario_.add_to(app, ScenarioOptions::FileAs::kOption);
    output_.add_to(app, "File of the scores, CSV (default: standard output)");
  }

  void run(Session& session) override {
    check_access_choice(choice_);
    if (matrix_.empty()) {
      run_dataset(session);
    } else {
      run_tables(session);
    }
  }

 private:
  void setup_method(CLI::App& app) {
    constexpr const char* kGroup = "Method";
    app.add_option("--method", choice_.method, "Which accessibility")
        ->check(CLI::IsMember({"2sfca", "e2sfca", "e2sfca-gauss", "3sfca", "gravity"}))
        ->capture_default_str()
        ->group(kGroup);
    app.add_option("--limit", choice_.limit, "Largest cost, inclusive")
        ->type_name("COST")
        ->group(kGroup);
    app.add_option("--steps", choice_.steps, "Weights by cost, limits inclusive")
        ->type_name("COST:WEIGHT,…")
        ->group(kGroup);
    app.add_option("--sigma", choice_.sigma, "Of a Gaussian pull")
        ->type_name("COST")
        ->group(kGroup);
    app.add_option("--power", choice_.power, "Exponent of a pull that falls as a power of the cost")
        ->type_name("B")
        ->group(kGroup);
    app.add_option("--rate", choice_.rate, "Of a pull that falls exponentially")
        ->type_name("R")
        ->group(kGroup);
  }

  void setup_tables(CLI::App& app) {
    constexpr const char* kGroup = "Ready matrix";
    auto* matrix = app.add_option("--matrix", matrix_, "Costs: from,to,cost")->type_name("CSV");
    auto* demand = app.add_option("--demand", demand_, "Demand: id,demand")->type_name("CSV");
    auto* supply = app.add_option("--supply", supply_, "Supply: id,supply")->type_name("CSV");
    matrix->needs(demand)->needs(supply)->group(kGroup);
    demand->needs(matrix)->group(kGroup);
    supply->needs(matrix)->group(kGroup);
    app.add_flag("--wide", wide_, "The matrix has a row a place and a column a site")
        ->needs(matrix)
        ->group(kGroup);
    const auto add_column = [&](const char* flag, std::string& name, const char* what) {
      app.add_option(flag, name, what)->type_name("NAME")->needs(matrix)->group(kGroup);
    };
    add_column("--from-col", columns_.from, "Column of the place");
    add_column("--to-col", columns_.to, "Column of the site");
    add_column("--cost-col", columns_.cost, "Column of the cost");
    add_column("--demand-col", demand_column_, "Column of the demand");
    add_column("--supply-col", supply_column_, "Column of the supply");
  }

  WeightTable read_table(const std::string& file, const std::string& usual,
                         const std::string& column, const ColumnChoice& columns) const {
    auto in = open_input(file);
    ColumnChoice choice = columns;
    choice.weight = column;
    return read_weights(in, file, usual, choice);
  }

  void run_tables(Session& session) {
    columns_.on_choice = [&session](std::string_view flag, std::string_view column) {
      session.console.note(fmt::format("choosing {} {}", flag, column));
    };
    const WeightTable demand = read_table(demand_, "demand", demand_column_, columns_);
    const WeightTable supply = read_table(supply_, "supply", supply_column_, columns_);
    ResultStream result(output_, session.console);
    auto in = open_input(matrix_);
    const ReadyMatrix matrix =
        read_matrix({in, matrix_, wide_ ? MatrixForm::kWide : MatrixForm::kLong}, columns_,
                    demand.ids, supply.ids);
    if (matrix.n_unknown > 0) {
      session.console.warn(fmt::format(
          "{} pairs of the matrix are left out: their ids are in neither table", matrix.n_unknown));
    }
    const auto pairs = pairs_of(matrix);
    write_scores(demand, compute_access({pairs, demand.weights, supply.weights}, choice_),
                 result.stream());
    result.finish();
  }

  void write_scores(const WeightTable& demand, const std::vector<double>& scores,
                    std::ostream& out) const {
    out << "id,demand," << choice_.method << '\n';
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const std::vector<Column> column = {{.name = "id"}};
      std::string id = csv_line(column, std::vector<Cell>{demand.ids.names()[i]});
      id.pop_back();
      out << id << ',' << exact_text(demand.weights[i]) << ',' << exact_text(scores[i]) << '\n';
    }
  }

  void run_dataset(Session& session) {
    const Scenario scenario = scenario_.read();
    if (scenario_.dumped(scenario, session.console)) return;
    ResultStream result(output_, session.console);
    const Study study = load_study(scenario, session.progress);
    note_modelled(study.dataset, session.console);
    const auto model = make_model(study, scenario_choice(scenario), session.progress);
    std::vector<CentreIdx> all;
    for (const CentreIdx at : indices(study.dataset.centres.centres)) all.push_back(at);
    ReachLists lists = collect_reach_lists(*model, all, largest_cost(), session.progress);
    if (scenario.travel.assignment == Assignment::kOwnDistrict) {
      lists = keep_own_district(lists, study.dataset);
    }
    std::vector<std::vector<double>> scores;
    for (const CentreSet& set : study.sets) scores.push_back(score_set(study, lists, set, choice_));
    write_dataset_scores(study, scores, result.stream());
    result.finish();
  }

  /// Beyond it no pair has any weight.
  [[nodiscard]] TravelTime largest_cost() const {
    return choice_.limit ? TravelTime::from_minutes(*choice_.limit)
                         : TravelTime(TravelTime::kMaxMs);
  }

  void write_dataset_scores(const Study& study, const std::vector<std::vector<double>>& scores,
                            std::ostream& out) const {
    std::vector<Column> columns = {{.name = "id"},
                                   {.name = "name"},
                                   {.name = "block"},
                                   {.name = "women", .type = ColumnType::kInteger}};
    for (const CentreSet& set : study.sets) {
      columns.push_back(
          {.name = choice_.method + "_" + set.name, .type = ColumnType::kReal, .decimals = 6});
    }
    out << csv_header(columns);
    const double unit = choice_.method == "gravity" ? 1 : kWomenUnit;
    const auto women = women_of(study);
    for (const SettlementIdx at : indices(women)) {
      const Settlement& place = study.dataset.settlements.settlements[at];
      std::vector<Cell> cells = {
          place.id, place.name,
          place.block.valid() ? study.dataset.blocks.areas[place.block].name : std::string(),
          women[at].all};
      for (const auto& set_scores : scores) cells.emplace_back(set_scores[at.value()] * unit);
      out << csv_line(columns, cells);
    }
  }

  AccessChoice choice_;
  std::string matrix_, demand_, supply_, demand_column_, supply_column_;
  ColumnChoice columns_;
  bool wide_ = false;
  ScenarioOptions scenario_;
  OutputOptions output_;
};

}  // namespace

std::unique_ptr<Command> make_access_command() { return std::make_unique<AccessCommand>(); }

}  // namespace pahunch
