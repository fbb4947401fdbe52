#include <ostream>

#include "planner/commands/commands.h"
#include "planner/options/output_options.h"
#include "planner/report/district_page.h"

namespace pahunch {
namespace {

class ReportCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "report", "Pages of districts, to print on A4, from a run's report",
        "For the committee of a district: its centres with their load, its women by minutes, its\n"
        "blocks, whom the plan reaches, and what holds the others back. The result is a page for\n"
        "a browser that loads nothing from a network; print it from there, also to PDF. The\n"
        "report of the whole run is report.html in its folder.",
        "# the page of one district\n"
        "pahunch report out/existing-vs-planned --district Patna -o patna.html\n"
        "# all of them, a sheet each, as PDF\n"
        "pahunch report out/existing-vs-planned --district all -o districts.html\n"
        "chromium --headless --no-pdf-header-footer --print-to-pdf=districts.pdf districts.html"};
  }

  void setup(CLI::App& app) override {
    app.add_option("RUN", run_, "Folder of the run")->required()->type_name("RUN");
    app.add_option("--district", district_, "Id or name of a district, or all")
        ->required()
        ->type_name("NAME");
    output_.add_to(app, "HTML file (default: standard output)");
  }

  void run(Session& session) override {
    ResultStream result(output_, session.console);
    result.stream() << make_district_page(run_, district_);
    result.finish();
  }

 private:
  std::string run_, district_;
  OutputOptions output_;
};

}  // namespace

std::unique_ptr<Command> make_report_command() { return std::make_unique<ReportCommand>(); }

}  // namespace pahunch
