#include <fmt/format.h>

#include <ostream>

#include "geo/base/error.h"
#include "geo/io/csv_line.h"
#include "geo/network/site_blocks.h"
#include "planner/commands/commands.h"
#include "planner/csv/open_input.h"
#include "planner/matrix/graph_matrix.h"
#include "planner/matrix/place_table.h"
#include "planner/options/output_options.h"
#include "planner/options/scenario_options.h"
#include "planner/study/study.h"

namespace pahunch {
namespace {

constexpr const char* kAll = "all";

std::vector<Column> matrix_columns() {
  return {{.name = "from", .meaning = "id of the place"},
          {.name = "to", .meaning = "id of the site"},
          {.name = "cost",
           .type = ColumnType::kReal,
           .decimals = 6,
           .unit = "min",
           .meaning = "travel time; empty: no way"},
          {.name = "status", .meaning = "reached, no-service, cut-off or off-network"}};
}

PlaceTable settlements_of(const Study& study) {
  PlaceTable table;
  for (const Settlement& item : study.dataset.settlements.settlements) table.ids.push_back(item.id);
  table.points = study.places;
  return table;
}

PlaceTable centres_of(const Study& study) {
  PlaceTable table;
  for (const Centre& item : study.dataset.centres.centres) table.ids.push_back(item.id);
  table.points = study.sites;
  return table;
}

PlaceTable read_file(const std::string& file, const Study& study) {
  auto in = open_input(file);
  return read_places(in, file, *study.projection);
}

/// Why a pair has no time, in the order in which coverage judges it.
ReachStatus status_of(const TravelModel& model, PlaceIdx place, bool site_on_network) {
  const PlaceState state = model.state(place);
  if (state == PlaceState::kAttached && !site_on_network) return ReachStatus::kOffNetwork;
  return judge_unreachable({.place = state, .out_of_service = model.out_of_service()});
}

class MatrixCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "matrix", "Travel times from many places to many places, streamed to CSV",
        "Writes from,to,cost,status: a row for every pair, those without a way too (an empty cost\n"
        "and a reason). Cost is in minutes at six decimals, which tells milliseconds apart. Rows\n"
        "are grouped by `to`, each group in the order of `from`; sixteen groups are in memory at a "
        "time.\n\n"
        "`from` is where she is, `to` where help is; --direction says who travels. A file of\n"
        "places has the columns id, lon, lat.\n\n"
        "--data may also be a DIMACS graph (.gr, .gr.gz): then places are nodes (a column id, or\n"
        "all), and cost is in the unit of its arcs, from `from` to `to`.",
        "# every settlement to every centre\n"
        "pahunch matrix --from all --to all -o times.csv\n"
        "# the vehicle from your sites to your places\n"
        "pahunch matrix --from places.csv --to sites.csv --profile rescue-van --direction "
        "from-centre\n"
        "# a public graph, to check this program by\n"
        "pahunch matrix --data USA-road-t.NY.gr.gz --from all --to nodes.csv"};
  }

  void setup(CLI::App& app) override {
    app.add_option("--from", from_, "Places: a CSV file, or all (the settlements)")
        ->required()
        ->type_name("CSV|all");
    app.add_option("--to", to_, "Sites: a CSV file, or all (the centres, open or not)")
        ->required()
        ->type_name("CSV|all");
    scenario_.add_to(app, ScenarioOptions::FileAs::kOption);
    output_.add_to(app, "File of the matrix (default: standard output)");
  }

  void run(Session& session) override {
    if (is_graph_file(scenario_.data())) return run_on_graph(session);
    const Scenario scenario = scenario_.read();
    if (scenario_.dumped(scenario, session.console)) return;
    ResultStream result(output_, session.console);
    const Study study = load_study(scenario, session.progress);
    note_modelled(study.dataset, session.console);
    const PlaceTable places = from_ == kAll ? settlements_of(study) : read_file(from_, study);
    const PlaceTable sites = to_ == kAll ? centres_of(study) : read_file(to_, study);
    const auto model = make_model(study, scenario_choice(scenario), {places.points, sites.points},
                                  session.progress);
    result.stream() << csv_header(matrix_columns());
    session.progress.begin("travel times", sites.ids.size());
    std::vector<SiteIdx> all;
    for (std::size_t site = 0; site < sites.ids.size(); ++site) all.emplace_back(site);
    for_each_site_in_order(*model, all, [&](std::size_t site, const auto& times) {
      write_group({*model, places, all[site], sites.ids[site]}, times, result.stream());
      session.progress.advance(1);
    });
    result.finish();
  }

 private:
  void run_on_graph(Session& session) {
    scenario_.require_only_data("a graph has no seasons, centres or profiles");
    ResultStream result(output_, session.console);
    write_graph_matrix({scenario_.data(), from_, to_}, result.stream(), session.progress);
    result.finish();
  }

  struct Group {
    const TravelModel& model;
    const PlaceTable& places;
    SiteIdx site;
    const std::string& site_id;
  };

  static void write_group(const Group& group, const IdxVector<PlaceIdx, TravelTime>& times,
                          std::ostream& out) {
    const auto columns = matrix_columns();
    const bool on_network = group.model.site_snap_distance_m(group.site).has_value();
    for (const PlaceIdx place : indices(times)) {
      const TravelTime time = times[place];
      const ReachStatus status =
          time.reachable() ? ReachStatus::kReached : status_of(group.model, place, on_network);
      const std::vector<Cell> cells = {group.places.ids[place.value()], group.site_id,
                                       time.reachable() ? Cell(time.minutes()) : Cell(),
                                       std::string(to_string(status))};
      out << csv_line(columns, cells);
    }
    if (out) return;
    throw DataError({.what = "the matrix could not be written", .hint = "is the disk full?"});
  }

  std::string from_, to_;
  ScenarioOptions scenario_;
  OutputOptions output_;
};

}  // namespace

std::unique_ptr<Command> make_matrix_command() { return std::make_unique<MatrixCommand>(); }

}  // namespace pahunch
