#include <fmt/format.h>

#include <ostream>

#include "planner/commands/commands.h"
#include "planner/options/output_options.h"
#include "planner/options/scenario_options.h"
#include "planner/run/run_pipeline.h"

namespace pahunch {
namespace {

class RunCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "run", "Everything: coverage, tables, maps and a summary, in one folder",
        "Compares sets of centres side by side and writes tables (CSV), maps (GeoJSON with QGIS\n"
        "styles, one GeoPackage), a summary and one page to look at in a browser. Without a "
        "scenario it compares Bihar's existing\n"
        "One Stop Centres with the planned ones, on the data that comes with the program.\n\n"
        "The first set is the baseline. Limits are inclusive. Beside the headline stand the same\n"
        "figures on foot, in the other season, by the other assignment, without barriers, and\n"
        "without centres that are not confirmed.\n\n"
        "The folder appears whole or not at all; timing.json in it is the one file that differs\n"
        "from run to run.",
        "# the existing against the planned centres of Bihar\n"
        "pahunch run\n"
        "# what if there were one more, in the monsoon\n"
        "pahunch run --set 'centres.add=[{id=\"X1\", lon=85.3, lat=25.6}]' --season monsoon\n"
        "# your own scenario; begin with the default one\n"
        "pahunch run --dump-config > mine.toml && pahunch run mine.toml -o out/mine"};
  }

  void setup(CLI::App& app) override {
    scenario_.add_to(app, ScenarioOptions::FileAs::kPositional);
    scenario_.add_privacy_to(app);
    output_.add_to(app, "Folder of the run (default out/NAME of the scenario)");
    app.add_flag("--json", json_, "Print summary.json instead of words")->group("Output");
  }

  void run(Session& session) override {
    const Scenario scenario = scenario_.read();
    if (scenario_.dumped(scenario, session.console)) return;
    const auto folder = folder_of(scenario);
    const RunTarget target{folder, if_exists_for(scenario, folder, output_)};
    run_pipeline(scenario, target, session, [&](const RunReport& report) {
      session.console.out() << (json_ ? report.json : report.text) << std::flush;
      tell_files(target, session.console);
    });
  }

 private:
  [[nodiscard]] std::filesystem::path folder_of(const Scenario& scenario) const {
    if (output_.out.empty()) return std::filesystem::path("out") / scenario.name;
    return output_.out;
  }

  void tell_files(const RunTarget& target, Console& console) const {
    const std::string folder = target.folder.string();
    const std::string words = fmt::format(
        "\nThe files are in {0}\n"
        "  read first      {0}/summary.md\n"
        "  look at it      {0}/report.html, in a browser; it can be sent by mail\n"
        "  open in QGIS    {0}/pahunch.qgz, or any .geojson\n"
        "  tables          {0}/blocks.csv, settlements.csv, … explained in fields.csv\n",
        folder);
    if (json_) {
      console.note("the files are in " + folder);
    } else {
      console.out() << words;
    }
  }

  ScenarioOptions scenario_;
  OutputOptions output_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_run_command() { return std::make_unique<RunCommand>(); }

}  // namespace pahunch
