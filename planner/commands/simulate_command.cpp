#include <fmt/format.h>

#include <ostream>

#include "planner/commands/commands.h"
#include "planner/json_text.h"
#include "planner/markdown_text.h"
#include "planner/options/output_options.h"
#include "planner/options/scenario_options.h"
#include "planner/privacy/generalise.h"
#include "planner/ranks/ranks.h"
#include "planner/run/manifest.h"
#include "planner/run/run_pipeline.h"
#include "planner/run/run_timing.h"
#include "planner/run/simulation_sheets.h"
#include "planner/simulation/resumable_simulation.h"
#include "planner/simulation/share_simulation.h"
#include "planner/simulation/simulation_text.h"

#include <nlohmann/json.hpp>

namespace pahunch {
namespace {

class SimulateCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "simulate", "Years with floods and full centres: who is underserved, and how sure that is",
        "Draws replicate years (floods month by month, roads and centres lost to them, need and\n"
        "who reports it, the centres' beds, vehicles and staff) within draws of every input that "
        "is\n"
        "not known, the same for all sets of centres. Writes the chance of help in time by\n"
        "settlement and block, with the uncertainty of the inputs and that of the number of years\n"
        "apart, what holds each block back, and every input with its range and basis.\n\n"
        "Ctrl-C writes what was simulated until then, marked as partial, and the same command goes "
        "on\n"
        "from there; so it does after a power cut. `pahunch run` does all this too, beside the\n"
        "coverage.",
        "# the bundled study, a small number of years first\n"
        "pahunch simulate --replicates 100 --draws 10 -o out/first\n"
        "# the floods of August 2021 every year, with a bridge shut\n"
        "pahunch simulate --set hazard.replay=2021-08 --set 'closures=[{name=\"bridge\", "
        "line=[[85.0,25.6],[85.1,25.6]]}]'\n"
        "# which inputs move the answer (takes much longer)\n"
        "pahunch simulate --sensitivity morris\n"
        "# on four processes, which may be on several machines; the same bytes\n"
        "mpirun -n 4 pahunch simulate --threads 1 -o out/shared\n"
        "# 3 beds a centre, to the end\n"
        "pahunch simulate --set operations.file=mine.toml -o out/three-beds"};
  }

  void setup(CLI::App& app) override {
    scenario_.add_to(app, ScenarioOptions::FileAs::kPositional);
    scenario_.add_privacy_to(app);
    scenario_.add_centres_to(app);
    scenario_.add_years_to(app);
    scenario_.add_sensitivity_to(app);
    output_.add_to(app, "Folder of the results (default out/NAME-simulated)");
    app.add_flag("--json", json_, "Print simulation.json instead of words")->group("Output");
  }

  void run(Session& session) override {
    const Scenario scenario = scenario_.read();
    if (scenario_.dumped(scenario, session.console)) return;
    const std::filesystem::path target =
        output_.out.empty() ? std::filesystem::path("out") / (scenario.name + "-simulated")
                            : std::filesystem::path(output_.out);
    Ranks& ranks = all_ranks();
    std::optional<RunFolder> folder;
    if (ranks.is_first()) folder.emplace(target, if_exists_for(scenario, target, output_));
    ResumableSimulation simulation(target);
    RunTiming timing;
    const Study study = load_study(scenario, session.progress);
    if (!ranks.is_alone()) share_simulation(study, target, ranks, session);
    if (!ranks.is_first()) return;
    note_modelled(study.dataset, session.console);
    note_closures(study, session.console);
    timing.end_step("load");
    const SimulationReport report = simulation.simulate(study, session);
    timing.end_step("simulation");
    write({study, report}, *folder, session);
    timing.end_step("write");
    folder->write_text("timing.json", timing.to_json());
    folder->commit();
    simulation.note_committed();
    tell({study, report}, session.console);
    session.console.note("the files are in " + target.string() +
                         "; read simulation.md there first");
    simulation.tell_interrupted();
  }

  [[nodiscard]] bool shares_work() const override { return true; }

 private:
  void write(const SimulatedStudy& simulated, RunFolder& folder, Session& session) const {
    const Dataset& data = simulated.study.dataset;
    Sheets sheets;
    add_simulation(simulated, sheets);
    write_sheets(sheets, data.working_crs, folder, session);
    std::string notice;
    const std::string kept = privacy_words(simulated.study.scenario.privacy);
    for (const std::string& words : {markdown_text(data.words.notice), kept}) {
      if (!words.empty()) notice += fmt::format("> {}\n\n", words);
    }
    folder.write_text("simulation.md",
                      fmt::format("# {}\n\n{}", markdown_text(data.words.title), notice) +
                          simulation_opening(simulated) + simulation_details(simulated));
    folder.write_text("simulation.json", dump_json(simulation_json(simulated)));
    folder.write_text(kManifestName, write_manifest(simulated, folder.files()));
  }

  void tell(const SimulatedStudy& simulated, Console& console) const {
    console.out() << (json_ ? dump_json(simulation_json(simulated)) : simulation_lines(simulated))
                  << std::flush;
  }

  ScenarioOptions scenario_;
  OutputOptions output_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_simulate_command() { return std::make_unique<SimulateCommand>(); }

}  // namespace pahunch
