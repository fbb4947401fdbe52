#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "geo/base/error.h"
#include "geo/io/write_table.h"
#include "planner/commands/commands.h"
#include "planner/explain/explain_trip.h"
#include "planner/options/output_options.h"
#include "planner/options/trust_options.h"
#include "planner/run/manifest.h"
#include "planner/study/input_files.h"

namespace pahunch {
namespace {

class ExplainCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "explain", "Why a settlement is, or is not, served: legs, route, nearest centres",
        "Travels again as the run did, for one settlement, and shows the parts of its trip under\n"
        "each set: waiting, off the road, on the road. With -o the lines of the routes are\n"
        "written as GeoJSON, a line a step.",
        "# a settlement of the run, with its route to look at in QGIS\n"
        "pahunch explain out/existing-vs-planned --settlement S1 -o route.geojson"};
  }

  void setup(CLI::App& app) override {
    app.add_option("RUN", run_, "Folder of the run")->required()->type_name("RUN");
    app.add_option("--settlement", settlement_, "Id of the settlement, as in settlements.csv")
        ->required()
        ->type_name("ID");
    trust_.add_to(app);
    output_.add_to(app, "GeoJSON file of the routes");
    app.add_flag("--json", json_, "Print the answer as JSON")->group("Output");
  }

  void run(Session& session) override {
    std::optional<ResultFile> file;
    if (!output_.out.empty()) file.emplace(output_);
    Manifest manifest = read_manifest(run_);
    manifest.scenario.sources = trust_.rules;
    const Study study = load_study(manifest.scenario, session.progress);
    warn_of_other_data(manifest, study, session.console);
    warn_of_rough_sites(study.scenario, session.console);
    const SettlementIdx at = get_settlement(study.dataset, settlement_);
    const auto model = make_model(study, scenario_choice(study.scenario), session.progress);
    const Explanation explanation = explain_settlement(study, *model, at);
    session.console.out() << (json_ ? explanation_json(explanation)
                                    : explanation_text(explanation));
    if (!file) return;
    write_geojson(make_route_table(explanation), study.dataset.working_crs, file->target());
    session.console.note("wrote " + output_.out);
  }

 private:
  static void warn_of_other_data(const Manifest& manifest, const Study& study, Console& console) {
    for (const InputFile& now : list_inputs(study.dataset, study.scenario, {})) {
      const auto then = std::ranges::find(manifest.inputs, now.path, &InputFile::path);
      if (then != manifest.inputs.end() && then->sha256 == now.sha256) continue;
      console.warn(
          fmt::format("{} was changed since the run; the answer is that of today", now.path));
    }
  }

  static void warn_of_rough_sites(const Scenario& scenario, Console& console) {
    const WhatIf& what_if = scenario.what_if;
    if (!scenario.privacy.is_public || (what_if.add_sites.empty() && what_if.move.empty())) return;
    console.warn(
        "the run is public: its new and moved sites are taken in the middle of their squares, so "
        "that trips to them are not those of the run");
  }

  std::string run_, settlement_;
  TrustOptions trust_;
  OutputOptions output_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_explain_command() { return std::make_unique<ExplainCommand>(); }

}  // namespace pahunch
