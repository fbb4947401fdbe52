#include "planner/plot/write_plots.h"

#include "geo/base/parallel.h"
#include "geo/io/describe_fields.h"
#include "geo/io/write_table.h"

namespace pahunch {
namespace {

std::string picture_name(const Plot& plot, PlotFormat format) {
  return plot.table.name + "." + std::string(to_string(format));
}

}  // namespace

void write_plots(const std::vector<Plot>& plots, const PlotRequest& request, RunFolder& folder,
                 Progress& progress) {
  const auto& formats = request.formats;
  progress.begin("drawing plots", plots.size() * formats.size());
  for_each_in_parallel(plots.size() * formats.size(), [&](std::size_t i) {
    const Plot& plot = plots[i / formats.size()];
    const PlotFormat format = formats[i % formats.size()];
    draw_plot(plot, request.caption, {format, request.size},
              folder.path(picture_name(plot, format)));
    progress.advance(1);
  });
  std::vector<const Table*> tables;
  for (const Plot& plot : plots) {
    for (const PlotFormat format : formats) folder.add(picture_name(plot, format), -1);
    const std::string csv = plot.table.name + ".csv";
    folder.add(csv, write_csv(plot.table, folder.path(csv)).n_rows);
    tables.push_back(&plot.table);
  }
  folder.add("fields.csv", write_csv(describe_fields(tables), folder.path("fields.csv")).n_rows);
}

}  // namespace pahunch
