#include <optional>
#include <ostream>

#include "geo/base/error.h"
#include "planner/commands/commands.h"
#include "planner/options/output_options.h"
#include "planner/report/print_pdf.h"
#include "planner/report/sheet_page.h"

namespace pahunch {
namespace {

class ReportCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "report", "Sheets to print on A4, from a run's report: of districts, of the weeks",
        "For the committee of a district: its centres with their load, its women by minutes, its\n"
        "blocks, whom the plan reaches, and what holds the others back. For the weekly review of\n"
        "the corporation: cases in, disposed and open, beds, waits and follow-ups, as the\n"
        "simulation expects them of each week of the year, with the observed beside them where\n"
        "the dataset has them.\n\n"
        "The result is a page for a browser that loads nothing from a network or, where --out\n"
        "ends in .pdf, that page as Chromium prints it. The report of the whole run is\n"
        "report.html in its folder.",
        "# the page of one district\n"
        "pahunch report out/existing-vs-planned --district Patna -o patna.html\n"
        "# all of them, a sheet each, as PDF\n"
        "pahunch report out/existing-vs-planned --district all -o districts.pdf\n"
        "# the year week by week, and what to expect of week 32 in each district\n"
        "pahunch report out/existing-vs-planned --weekly -o weeks.pdf\n"
        "pahunch report out/existing-vs-planned --weekly --week 32 -o week-32.pdf"};
  }

  void setup(CLI::App& app) override {
    app.add_option("RUN", run_, "Folder of the run")->required()->type_name("RUN");
    auto* district = app.add_option("--district", district_, "Id or name of a district, or all");
    district->type_name("NAME");
    auto* weekly = app.add_flag("--weekly", weekly_, "The weekly review")->excludes(district);
    app.add_option("--week", week_, "One week of the review, district by district")
        ->needs(weekly)
        ->type_name("N");
    output_.add_to(app, "HTML or PDF file (default: HTML on standard output)");
  }

  void run(Session& session) override {
    if (std::filesystem::path(output_.out).extension() == ".pdf") return print(session);
    ResultStream result(output_, session.console);
    result.stream() << make_page();
    result.finish();
  }

 private:
  [[nodiscard]] std::string make_page() const {
    if (!weekly_ && district_.empty()) {
      throw UsageError({.what = "it is not said which sheets",
                        .hint = "give --district NAME, --district all, or --weekly"});
    }
    return weekly_ ? make_weekly_page(run_, week_) : make_district_page(run_, district_);
  }

  void print(Session& session) const {
    const ResultFile file(output_);
    WholeFile whole(file.target());
    const std::string page = make_page();
    session.progress.begin("printing", 0);
    print_pdf(page, whole.part());
    whole.commit();
    session.console.note("wrote " + file.target().string());
  }

  std::string run_, district_;
  bool weekly_ = false;
  std::optional<int> week_;
  OutputOptions output_;
};

}  // namespace

std::unique_ptr<Command> make_report_command() { return std::make_unique<ReportCommand>(); }

}  // namespace pahunch
