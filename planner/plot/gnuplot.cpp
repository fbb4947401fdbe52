#include "planner/plot/gnuplot.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "geo/base/error.h"
#include "geo/io/clean_text.h"
#include "geo/io/whole_file.h"
#include "planner/bundled_data.h"
#include "planner/child_process.h"
#include "planner/csv/open_input.h"
#include "planner/plot/gnuplot_files.h"
#include "planner/temporary_folder.h"

namespace pahunch {
namespace fs = std::filesystem;
namespace {

/// Most characters in a line of the title, of the caption, below and beside the plot.
struct LineLengths {
  std::size_t title, caption, across, up;
};

LineLengths line_lengths(PlotSize size) {
  return size == PlotSize::kSlide ? LineLengths{80, 160, 64, 36} : LineLengths{54, 104, 34, 30};
}

PlotKey in_lines(const std::vector<std::string>& lines) {
  return {fmt::format("{}", fmt::join(lines, "\n")), static_cast<double>(lines.size())};
}

/// Title, caption, the axes: text and number of lines.
std::vector<PlotKey> plot_words(const Plot& plot, const PlotCaption& caption, PlotSize size) {
  const LineLengths most = line_lengths(size);
  auto below = wrap_text(caption.provenance, most.caption);
  if (!caption.notice.empty()) {
    const auto notice = wrap_text(caption.notice, most.caption);
    below.insert(below.end(), notice.begin(), notice.end());
  }
  return {in_lines(wrap_text(plot.title, most.title)), in_lines(below),
          in_lines(wrap_text(plot.x_label, most.across)),
          in_lines(wrap_text(plot.y_label, most.up))};
}

std::vector<PlotKey> number_keys(const std::vector<double>& numbers) {
  std::vector<PlotKey> keys;
  keys.reserve(numbers.size());
  for (const double number : numbers) keys.push_back({"", number});
  return keys;
}

constexpr const char* kMessages = "messages";

/// Its exit code, -1 where it did not end in time; none where it could not be started.
std::optional<int> run_gnuplot(std::vector<std::string> arguments, const fs::path& folder) {
  constexpr std::chrono::seconds kMostTime{120};
  constexpr int kNotFound = 127;  // of a C library that starts the child before it looks
  arguments.insert(arguments.begin(), "gnuplot");
  auto child = ChildProcess::start({std::move(arguments), folder / kMessages, folder});
  if (!child) return std::nullopt;
  const int status = child->wait(kMostTime).value_or(-1);
  return status == kNotFound ? std::nullopt : std::optional(status);
}

[[noreturn]] void fail(const Plot& plot, const std::string& messages) {
  constexpr std::size_t kMostShown = 600;
  throw DataError({.what = fmt::format("gnuplot could not draw '{}'", plot.table.name),
                   .where = clean_text(messages.substr(0, kMostShown)),
                   .why = "the plot would be missing or wrong",
                   .hint = "is it gnuplot 5.4 or later, with its cairo terminals (gnuplot-nox)?"});
}

/// Only words of this program: format, size, how many lines.
std::string settings(const Plot& plot, const PlotLook& look) {
  return fmt::format("format='{}'; size='{}'; n_lines={}; n_keys={}", to_string(look.format),
                     to_string(look.size), plot.n_lines, plot.keys.size());
}

}  // namespace

std::string_view to_string(PlotFormat format) { return format == PlotFormat::kSvg ? "svg" : "png"; }

std::string_view to_string(PlotSize size) { return size == PlotSize::kSlide ? "slide" : "column"; }

bool has_gnuplot() {
  const TemporaryFolder work("plot");
  return run_gnuplot({"--version"}, work.path()) == 0;
}

void draw_plot(const Plot& plot, const PlotCaption& caption, const PlotLook& look,
               const fs::path& file) {
  const fs::path scripts = fs::absolute(find_bundled_root() / kPlotScripts);
  const TemporaryFolder work("plot");
  write_whole_file(work.path() / "data.tsv", gnuplot_data(plot.table));
  write_whole_file(work.path() / "words.tsv", gnuplot_keys(plot_words(plot, caption, look.size)));
  write_whole_file(work.path() / "keys.tsv", gnuplot_keys(plot.keys));
  write_whole_file(work.path() / "numbers.tsv", gnuplot_keys(number_keys(plot.numbers)));
  const fs::path picture = work.path() / "picture";
  const auto status =
      run_gnuplot({"-d", "-e", settings(plot, look), (scripts / "style.gp").string(),
                   (scripts / (plot.table.name + ".gp")).string()},
                  work.path());
  if (!status) {
    throw DataError({.what = kNoGnuplot, .why = "it draws the plots", .hint = kInstallGnuplot});
  }
  const bool is_drawn = fs::exists(picture) && fs::file_size(picture) > 0;
  if (status != 0 || !is_drawn) fail(plot, read_whole_file((work.path() / kMessages).string()));
  WholeFile whole(file);
  fs::copy_file(picture, whole.part(), fs::copy_options::overwrite_existing);
  whole.commit();
}

}  // namespace pahunch
