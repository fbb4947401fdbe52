#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"
#include "planner/commands/commands.h"
#include "planner/csv/open_input.h"
#include "planner/options/output_options.h"
#include "planner/plot/plot_list.h"
#include "planner/plot/write_plots.h"
#include "planner/run/manifest.h"

namespace pahunch {
namespace {

constexpr std::array kFormatsToDraw = {PlotFormat::kSvg, PlotFormat::kPng};
constexpr std::array kSizes = {PlotSize::kSlide, PlotSize::kColumn};

template <class Kinds>
auto get_kind(const Kinds& kinds, const std::string& word, const std::string& what) {
  std::vector<std::string_view> names;
  for (const auto kind : kinds) {
    if (to_string(kind) == word) return kind;
    names.push_back(to_string(kind));
  }
  throw UsageError({.what = fmt::format("there is no {} '{}'", what, word),
                    .hint = fmt::format("there are: {}", fmt::join(names, ", "))});
}

class PlotCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "plot", "The plots of a run as SVG and PNG, for papers and slides",
        "Draws what the tables of a run, or of chosen sites, can tell: how many women reach a\n"
        "centre and in how many minutes, bands, how evenly, districts, the worst blocks, waits,\n"
        "what moves the answer, how the model stands against the record; more sites, a second\n"
        "aim, the official rule, the order of opening. Beside each picture stands a CSV file of\n"
        "exactly what is drawn, explained in fields.csv. Drawn by gnuplot, which must be\n"
        "installed (Debian: gnuplot-nox).",
        "# all plots of a run, in out/existing-vs-planned-plots\n"
        "pahunch plot out/existing-vs-planned\n"
        "# two of them, for a column of a paper\n"
        "pahunch plot out/existing-vs-planned --only lorenz,bands --size column --format svg -o "
        "figures"};
  }

  void setup(CLI::App& app) override {
    app.add_option("RUN", run_, "Folder of the run")->required()->type_name("RUN");
    app.add_option("--only", only_, "Only these plots, parted by commas")
        ->type_name("NAMES")
        ->delimiter(',')
        ->type_size(1)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false);
    app.add_option("--format", formats_, "svg, png or both (default svg,png)")
        ->type_name("FORMATS")
        ->delimiter(',')
        ->type_size(1)
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->allow_extra_args(false);
    app.add_option("--size", size_, "For a slide, or a column of a paper (default slide)")
        ->type_name("SIZE:{slide,column}");
    output_.add_to(app, "Folder of the plots (default RUN-plots)");
  }

  void run(Session& session) override {
    PlotRequest request = make_request();
    const RunData data = read_run_data(run_);
    request.caption = {provenance_words(data), notice_words(data)};
    const auto plots = choose(make_plots(data));
    const auto target = folder_name();
    RunFolder folder(target, output_.if_exists());
    write_plots(plots, request, folder, session.progress);
    folder.write_text(kManifestName,
                      read_whole_file((std::filesystem::path(run_) / kManifestName).string()));
    folder.commit();
    session.console.note(fmt::format("drew {} plots in {}", plots.size(), target.string()));
  }

 private:
  [[nodiscard]] PlotRequest make_request() const {
    PlotRequest request;
    if (!size_.empty()) request.size = get_kind(kSizes, size_, "size");
    if (formats_.empty()) return request;
    request.formats.clear();
    for (const std::string& word : formats_) {
      const PlotFormat format = get_kind(kFormatsToDraw, word, "format");
      if (std::ranges::find(request.formats, format) == request.formats.end()) {
        request.formats.push_back(format);
      }
    }
    return request;
  }

  [[nodiscard]] std::vector<Plot> choose(std::vector<Plot> plots) const {
    std::vector<std::string> names;
    for (const Plot& plot : plots) names.push_back(plot.table.name);
    for (const std::string& wanted : only_) {
      if (std::ranges::find(names, wanted) != names.end()) continue;
      throw UsageError({.what = fmt::format("the run has no plot '{}'", wanted),
                        .where = run_,
                        .hint = fmt::format("its plots are: {}", fmt::join(names, ", "))});
    }
    if (only_.empty()) return plots;
    std::erase_if(plots, [&](const Plot& plot) {
      return std::ranges::find(only_, plot.table.name) == only_.end();
    });
    return plots;
  }

  [[nodiscard]] std::filesystem::path folder_name() const {
    if (!output_.out.empty()) return output_.out;
    const auto run = (std::filesystem::path(run_) / "").lexically_normal().parent_path();
    return run.string() + "-plots";
  }

  std::string run_, size_;
  std::vector<std::string> only_, formats_;
  OutputOptions output_;
};

}  // namespace

std::unique_ptr<Command> make_plot_command() { return std::make_unique<PlotCommand>(); }

}  // namespace pahunch
