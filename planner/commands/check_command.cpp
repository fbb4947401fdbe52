#include <fmt/format.h>

#include <ostream>

#include "geo/io/write_table.h"
#include "planner/bundled_data.h"
#include "planner/check/check_report.h"
#include "planner/commands/commands.h"
#include "planner/options/output_options.h"
#include "planner/options/trust_options.h"
#include "planner/scenario/read_scenario.h"

namespace pahunch {
namespace {

class CheckCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "check", "Quality of a dataset: rows, boundaries, islands, snaps, suspicious values",
        "Reports all at once: what became of every input row, totals by level, overlaps and gaps,\n"
        "islands of the network and the women on them, how far settlements are from a road,\n"
        "places that are there twice, bridges that end nowhere, and centres that fail their\n"
        "self-check. Single bad rows never stop it; a broken file does.\n\n"
        "With -o the suspicious features are written as layers of a GeoPackage to look at.",
        "# the data that comes with the program\n"
        "pahunch check data/bihar\n"
        "# your own, with the features to look at in QGIS\n"
        "pahunch check my/dataset --profile own-vehicle -o suspicious.gpkg"};
  }

  void setup(CLI::App& app) override {
    app.add_option("DATASET", dataset_, "A folder with a dataset.toml, or that file")
        ->required()
        ->type_name("DIR");
    app.add_option("--profile", profile_, "Whose roads count")
        ->type_name("NAME")
        ->capture_default_str();
    app.add_option("--profiles", profile_files_, "More profile files; repeat for more")
        ->type_name("FILE")
        ->type_size(1)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false);
    trust_.add_to(app);
    output_.add_to(app, "GeoPackage of the suspicious features");
    app.add_flag("--json", json_, "Print the report as JSON")->group("Output");
  }

  void run(Session& session) override {
    Scenario scenario;
    scenario.dataset = resolve_path(dataset_, {});
    scenario.sources = trust_.rules;
    scenario.travel.profile = profile_;
    for (const std::string& file : profile_files_) scenario.travel.profiles.emplace_back(file);
    scenario.sets = {{"all", {"existing", "planned", "candidate"}}};
    std::optional<ResultFile> file;
    if (!output_.out.empty()) file.emplace(output_);
    const Study study = load_study(scenario, session.progress, {.tolerate_bad_rows = true});
    note_modelled(study.dataset, session.console);
    const CheckReport report = make_check_report(study, session.progress);
    session.console.out() << (json_ ? check_json(report) : check_text(report));
    if (file) write_features(report, *file, session.console);
  }

 private:
  void write_features(const CheckReport& report, ResultFile& file, Console& console) const {
    const std::vector<Table> tables = check_tables(report);
    if (tables.empty()) {
      console.note("nothing is suspicious; no file is written");
      return;
    }
    std::vector<StyledTable> layers;
    for (const Table& table : tables) layers.push_back({table, ""});
    write_geopackage(layers, report.study.dataset.working_crs, file.target());
    console.note(fmt::format("wrote {}", file.target().string()));
  }

  std::string dataset_;
  std::string profile_ = "shared-auto";
  std::vector<std::string> profile_files_;
  TrustOptions trust_;
  OutputOptions output_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_check_command() { return std::make_unique<CheckCommand>(); }

}  // namespace pahunch
