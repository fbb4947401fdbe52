/// \file
/// The pictures of a run's plots, with the data beside each, in a folder.
#pragma once

#include <string>
#include <vector>

#include "geo/base/progress.h"
#include "geo/io/run_folder.h"
#include "planner/plot/gnuplot.h"
#include "planner/plot/plot.h"

namespace pahunch {

struct PlotRequest {
  std::vector<PlotFormat> formats = {PlotFormat::kSvg, PlotFormat::kPng};
  PlotSize size = PlotSize::kSlide;
  PlotCaption caption;
};

/// NAME.csv (exactly what is drawn) and a picture a format of each plot, and fields.csv. Throws
/// DataError where gnuplot is missing or fails.
void write_plots(const std::vector<Plot>& plots, const PlotRequest& request, RunFolder& folder,
                 Progress& progress);

}  // namespace pahunch
