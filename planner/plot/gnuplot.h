/// \file
/// Drawing by gnuplot, a child process that is given a script of `data/plots` and data files.
///
/// Nothing of the data is ever part of a command: not of the shell's, as there is none, and not of
/// gnuplot's, which reads all text from files (gnuplot_files.h) and draws it without mark-up.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "planner/plot/plot.h"

namespace pahunch {

enum class PlotFormat : std::uint8_t { kSvg, kPng };
std::string_view to_string(PlotFormat format);  ///< "svg", "png": also the file's ending

/// For which place: a slide (16 to 9, large letters) or a column of a paper.
enum class PlotSize : std::uint8_t { kSlide, kColumn };
std::string_view to_string(PlotSize size);  ///< "slide", "column"

/// What stands below each plot.
struct PlotCaption {
  std::string provenance, notice;
};

struct PlotLook {
  PlotFormat format = PlotFormat::kSvg;
  PlotSize size = PlotSize::kSlide;
};

/// Is there a gnuplot to call?
bool has_gnuplot();

/// What to say, and to do, where there is none.
inline constexpr const char* kNoGnuplot = "gnuplot is not there, or cannot be started";
inline constexpr const char* kInstallGnuplot =
    "install it: on Debian `apt-get install gnuplot-nox`; it is looked for in PATH";

/// Writes the picture to `file`, whole or not at all; SVG has the same bytes for the same plot.
/// Throws DataError where gnuplot is missing or fails.
void draw_plot(const Plot& plot, const PlotCaption& caption, const PlotLook& look,
               const std::filesystem::path& file);

}  // namespace pahunch
