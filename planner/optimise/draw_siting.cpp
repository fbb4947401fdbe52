#include "planner/optimise/draw_siting.h"

#include <fmt/format.h>

#include "planner/markdown_text.h"
#include "planner/optimise/siting_markdown.h"
#include "planner/plot/gnuplot.h"
#include "planner/plot/plot_list.h"

namespace pahunch {
namespace {

RunData siting_data(const SitingResult& result, const RunSummary& summary, const Sheets& sheets) {
  RunData data{.summary = nlohmann::ordered_json::parse(summary_json(summary)),
               .siting = nlohmann::ordered_json::parse(siting_json(result)),
               .version = PAHUNCH_VERSION};
  for (const Sheet& sheet : sheets) {
    data.tables.emplace(sheet.table.name, as_written(sheet.table));
  }
  return data;
}

}  // namespace

std::string draw_siting(const SitingResult& result, const RunSummary& summary, const Sheets& sheets,
                        RunFolder& folder, Session& session) {
  const RunData data = siting_data(result, summary, sheets);
  std::vector<Plot> plots;
  add_siting_plots(data, plots);
  if (plots.empty()) return "";
  if (!has_gnuplot()) {
    session.console.warn(fmt::format("no plots: {}; {}", kNoGnuplot, kInstallGnuplot));
    return "";
  }
  std::string section = "## Plots\n";
  for (const Plot& plot : plots) {
    const std::string name = plot.table.name + ".svg";
    draw_plot(plot, {provenance_words(data), notice_words(data)}, {}, folder.path(name));
    folder.add(name, -1);
    section += fmt::format("\n![{}]({})\n", markdown_text(plot.title), name);
  }
  return section;
}

}  // namespace pahunch
