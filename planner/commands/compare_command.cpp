#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "geo/base/error.h"
#include "geo/io/write_table.h"
#include "planner/commands/commands.h"
#include "planner/compare/comparison.h"
#include "planner/compare/write_comparison.h"
#include "planner/options/output_options.h"

namespace pahunch {
namespace {

class CompareCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "compare", "What changed between two runs, where and why, as tables and a map",
        "Compares the last set of each run (or the one named), settlement by settlement, over the\n"
        "limits of the second run, by the minutes written in their tables; says which settings,\n"
        "input files and centres differ, and by which of them each settlement changed, as far as\n"
        "its nearest centre tells. With -o the settlements that changed are written: one file\n"
        "(.csv, .geojson or .gpkg), or, under a name without an ending, a folder with maps, a "
        "QGIS\n"
        "project, districts, blocks, compare.md, the page to read first, and compare.html, the "
        "same\n"
        "with a map to move about in, for any browser.",
        "# the plan in the dry season and in the monsoon\n"
        "pahunch run -o out/dry && pahunch run --season monsoon -o out/monsoon\n"
        "pahunch compare out/dry out/monsoon -o out/difference\n"
        "# before and after within one run, as one file\n"
        "pahunch compare out/dry out/dry --first-set baseline --second-set plan -o "
        "changes.geojson"};
  }

  void setup(CLI::App& app) override {
    app.add_option("FIRST", first_, "Folder of the first run")->required()->type_name("RUN");
    app.add_option("SECOND", second_, "Folder of the second run")->required()->type_name("RUN");
    app.add_option("--first-set", first_set_, "Set of the first run (default: its last)")
        ->type_name("NAME");
    app.add_option("--second-set", second_set_, "Set of the second run (default: its last)")
        ->type_name("NAME");
    output_.add_to(app, "Folder of the comparison, or a file: .csv, .geojson or .gpkg");
    app.add_flag("--json", json_, "Print the figures as JSON")->group("Output");
  }

  void run(Session& session) override {
    check_extension();
    std::optional<ResultFile> file;
    std::optional<RunFolder> folder;
    if (is_folder()) folder.emplace(output_.out, output_.if_exists());
    if (!output_.out.empty() && !is_folder()) file.emplace(output_);
    const RunSide before = read_side(first_, first_set_);
    const RunSide after = read_side(second_, second_set_);
    const Comparison comparison = compare_sides(before, after);
    session.console.out() << (json_ ? comparison_json(comparison) : comparison_text(comparison));
    if (file) write_changes(comparison, *file);
    if (folder) {
      write_comparison(comparison, *folder, session);
      folder->commit();
    }
    if (!output_.out.empty()) session.console.note("wrote " + output_.out);
  }

 private:
  [[nodiscard]] std::string extension() const {
    return std::filesystem::path(output_.out).extension().string();
  }

  [[nodiscard]] bool is_folder() const { return !output_.out.empty() && extension().empty(); }

  void check_extension() const {
    constexpr std::array<std::string_view, 4> known = {"", ".csv", ".geojson", ".gpkg"};
    if (std::ranges::find(known, extension()) != known.end()) return;
    throw UsageError(
        {.what = fmt::format("'{}' has none of the endings that can be written", output_.out),
         .hint = "end the name in .csv, .geojson or .gpkg; a name without an ending is a folder"});
  }

  void write_changes(const Comparison& comparison, const ResultFile& file) const {
    const std::string& crs = comparison.after.manifest.working_crs;
    const Table table = make_changes_table(comparison.rows, Projection(crs));
    if (extension() == ".csv") {
      write_csv(table, file.target());
    } else if (extension() == ".geojson") {
      write_geojson(table, crs, file.target());
    } else {
      const std::array layers = {StyledTable{table, ""}};
      write_geopackage(layers, crs, file.target());
    }
  }

  std::string first_, second_, first_set_, second_set_;
  OutputOptions output_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_compare_command() { return std::make_unique<CompareCommand>(); }

}  // namespace pahunch
