#include <fmt/format.h>

#include <ostream>

#include "geo/base/error.h"
#include "geo/io/csv_line.h"
#include "planner/commands/commands.h"
#include "planner/options/output_options.h"
#include "planner/options/scenario_options.h"
#include "planner/run/run_pipeline.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

Table make_table(const std::string& name, const RunResult& result) {
  if (name == "settlements") return make_settlements_table(result);
  if (name == "centres") return make_centres_table(result);
  if (name == "districts") return make_areas_table(result, AreaLevel::kDistrict);
  if (name == "subdivisions") return make_areas_table(result, AreaLevel::kSubdivision);
  return make_areas_table(result, AreaLevel::kBlock);
}

class CoverageCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {"coverage", "Travel time and coverage of one or more sets of centres, side by side",
            "Answers without writing a folder: the headline in words, or one table as CSV.\n\n"
            "Sets are those of the scenario, or are given here; the first is the baseline.",
            "# three sets, by district\n"
            "pahunch coverage --centres today=existing --centres plan=existing,planned --table "
            "districts\n"
            "# every settlement, on foot, to a file\n"
            "pahunch coverage --profile walk --table settlements -o walk.csv"};
  }

  void setup(CLI::App& app) override {
    scenario_.add_to(app, ScenarioOptions::FileAs::kPositional);
    scenario_.add_centres_to(app);
    app.add_option("--table", table_, "Write this table as CSV instead of words")
        ->check(CLI::IsMember({"settlements", "centres", "blocks", "subdivisions", "districts"}))
        ->group("Output");
    output_.add_to(app, "File of the table or the words (default: standard output)");
    app.add_flag("--json", json_, "Print the figures as JSON instead of words")->group("Output");
  }

  void run(Session& session) override {
    const Scenario scenario = scenario_.read();
    if (scenario_.dumped(scenario, session.console)) return;
    ResultStream result(output_, session.console);
    const Study study = load_study(scenario, session.progress);
    note_closures(study, session.console);
    const auto model = make_model(study, scenario_choice(scenario), session.progress);
    const CoverageResult coverage = run_coverage({study.dataset, *model, study.sets},
                                                 coverage_options(scenario), session.progress);
    const TerminalStyle style = output_.out.empty() ? session.console.style() : TerminalStyle();
    const CentreChecks checks = shown_checks(scenario.privacy, check_centres(*model));
    write({study, coverage, checks}, result.stream(), style);
    result.finish();
  }

 private:
  struct Answer {
    const Study& study;
    const CoverageResult& coverage;
    CentreChecks checks;
  };

  void write(const Answer& answer, std::ostream& out, const TerminalStyle& style) const {
    if (!table_.empty()) {
      const Table table = make_table(table_, {answer.study, answer.coverage, answer.checks});
      out << csv_header(table.columns);
      for (const auto& row : table.rows) out << csv_line(table.columns, row);
      return;
    }
    const auto& sets = answer.coverage.sets;
    const RunSummary summary{
        answer.study,
        answer.coverage,
        answer.checks,
        make_headline(answer.coverage),
        {},
        find_worst_areas(answer.coverage, sets.back(), answer.study.dataset, kWorstBlocks)};
    out << (json_ ? summary_json(summary) : summary_text(summary, style));
  }

  ScenarioOptions scenario_;
  OutputOptions output_;
  std::string table_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_coverage_command() { return std::make_unique<CoverageCommand>(); }

}  // namespace pahunch
