/// \file
/// The files that the scripts in `data/plots` read: data and words, never commands.
///
/// gnuplot gives `"` and `\` in a data file a meaning of their own, so they and line ends stand
/// there as private characters, which `said` in `data/plots/style.gp` puts back. Each text begins
/// with "|", so that none looks like a number, a comment or a missing value.
#pragma once

#include <string>
#include <string_view>

#include "planner/plot/plot.h"

namespace pahunch {

/// A text as it stands in the files.
std::string gnuplot_text(std::string_view text);

/// `data.tsv`: the rows of the table; numbers as the CSV file has them.
std::string gnuplot_data(const Table& table);

/// `keys.tsv`: text and number, at least one line; the same for `words.tsv`.
std::string gnuplot_keys(const std::vector<PlotKey>& keys);

/// `text` in lines of about so many characters.
std::vector<std::string> wrap_text(std::string_view text, std::size_t n_most);

}  // namespace pahunch
