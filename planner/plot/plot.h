/// \file
/// A plot as data: what is drawn, row by row, and the words around it. How it looks stands in the
/// gnuplot script of its name (`data/plots/NAME.gp`).
#pragma once

#include <string>
#include <vector>

#include "geo/io/table.h"

namespace pahunch {

/// An entry of a key, as the script uses it: the name of a set, a band and its colour (0xRRGGBB).
struct PlotKey {
  std::string text;
  double number = 0;
};

struct Plot {
  std::string title;  ///< what is asked
  std::string x_label, y_label;
  std::vector<PlotKey> keys = {};
  std::vector<double> numbers = {};  ///< what else the script needs: a scale, a limit
  std::size_t n_lines = 0;           ///< of things below each other; 0: the height does not depend
  Table table;                       ///< all that is drawn; its name is that of the plot
};

/// Of many people, in which unit they are counted along an axis.
struct CountScale {
  double factor = 1;
  std::string words;  ///< "million", "thousand", ""
};
CountScale count_scale(double largest);

/// "rural women, million".
std::string scaled_label(const std::string& what, const CountScale& scale);

/// 1, 2 or 5 times a power of ten, so that about so many steps fill a range above nothing.
double nice_step(double range, int n_steps);

}  // namespace pahunch
