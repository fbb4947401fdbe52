#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <filesystem>
#include <ostream>
#include <sstream>

#include "geo/base/error.h"
#include "geo/io/style.h"
#include "geo/io/whole_file.h"
#include "geo/io/write_table.h"
#include "planner/bundled_data.h"
#include "planner/commands/commands.h"
#include "planner/isochrone/isochrones_json.h"
#include "planner/isochrone/isochrones_text.h"
#include "planner/json_text.h"
#include "planner/options/output_options.h"
#include "planner/options/scenario_options.h"
#include "planner/summary/run_summary.h"
#include "planner/tables/isochrones_table.h"

namespace pahunch {
namespace {

std::filesystem::path style_beside(const std::filesystem::path& file) {
  return std::filesystem::path(file).replace_extension(".qml");
}

std::vector<double> parse_limits(const std::string& text) {
  std::vector<double> limits_min;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ',');) {
    double limit_min = 0;
    const char* end = part.data() + part.size();
    const auto read = std::from_chars(part.data(), end, limit_min);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(limit_min)) {
      throw UsageError({.what = fmt::format("--limits '{}': '{}' is not a number", text, part),
                        .hint = "write for example --limits 30,60"});
    }
    limits_min.push_back(limit_min);
  }
  return limits_min;
}

/// The file of the map, and of its style where that is one of its own.
class MapFile {
 public:
  /// Throws UsageError for another format, DataError when a file may not be replaced.
  explicit MapFile(const OutputOptions& output) : target_(output.out) {
    const std::string format = target_.extension().string();
    if (format != ".geojson" && format != ".gpkg") {
      throw UsageError({.what = fmt::format("'{}' is neither .geojson nor .gpkg", output.out),
                        .hint = "the ending of the name says the format"});
    }
    static_cast<void>(ResultFile(output));
    if (has_style_file()) {
      static_cast<void>(ResultFile({style_beside(target_).string(), output.overwrite}));
    }
  }

  WriteReport write(const Table& table, const std::string& qml, const std::string& crs) const {
    if (!has_style_file()) {
      const StyledTable layers[] = {{table, qml}};
      return write_geopackage(layers, crs, target_);
    }
    const WriteReport report = write_geojson(table, crs, target_);
    write_whole_file(style_beside(target_), qml);
    return report;
  }

 private:
  [[nodiscard]] bool has_style_file() const { return target_.extension() == ".geojson"; }
  std::filesystem::path target_;
};

class IsochronesCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "isochrones", "Areas, or roads, from which the nearest centre is within each limit",
        "Writes a polygon a set of centres and limit, with its QGIS style: the reached parts of\n"
        "roads and the walks off them, no barrier crossed. Polygons are nested and contain their\n"
        "centres. They are drawn on a grid whose smallest cells have the side\n"
        "isochrones.cell_m; how many settlements and women lie on the wrong side of an outline\n"
        "is said on the terminal, in the columns *_wrong_side and with --json.\n\n"
        "With --lines the reached parts of roads are written instead, cut where the time is the\n"
        "limit. Limits are in minutes and inclusive; those of the scenario where none are given.",
        "# around the existing, and around all planned centres, at the scenario's limits\n"
        "pahunch isochrones -o isochrones.geojson\n"
        "# half an hour and an hour by bus in the rains, one set\n"
        "pahunch isochrones --centres all=existing,planned --limits 30,60 --profile bus --season "
        "monsoon -o bus.gpkg\n"
        "# the roads themselves\n"
        "pahunch isochrones --lines -o roads.gpkg"};
  }

  void setup(CLI::App& app) override {
    scenario_.add_to(app, ScenarioOptions::FileAs::kPositional);
    scenario_.add_centres_to(app);
    app.add_option("--limits", limits_, "Minutes, rising, with commas between")
        ->type_name("A,B,…")
        ->group("Scenario");
    app.add_flag("--lines", lines_, "The reached parts of roads instead of areas")->group("Output");
    output_.add_to(app, "File of the map, .geojson or .gpkg");
    app.get_option("--out")->required();
    app.add_flag("--json", json_, "Print the figures as JSON instead of words")->group("Output");
  }

  void run(Session& session) override {
    const Scenario scenario = scenario_.read();
    if (scenario_.dumped(scenario, session.console)) return;
    const std::vector<double> limits_min =
        limits_.empty() ? scenario.travel.bands_min : parse_limits(limits_);
    check_limits(limits_min);
    const MapFile file(output_);
    const Study study = load_study(scenario, session.progress);
    note_modelled(study.dataset, session.console);
    note_closures(study, session.console);
    warn_of_any_district(scenario, session.console);
    const Answer answer =
        lines_ ? follow_roads(study, limits_min, session) : draw_areas(study, limits_min, session);
    const std::string style = read_style(find_bundled_root() / kStyles, answer.table.name);
    const std::string qml =
        make_limit_style(style, within_column(study.sets.back().name), limits_min);
    const WriteReport report = file.write(answer.table, qml, study.dataset.working_crs);
    for (const std::string& warning : report.warnings) session.console.warn(warning);
    session.console.out() << (json_ ? dump_json(answer.json) : answer.text);
    session.console.note(fmt::format("wrote {}", output_.out));
  }

 private:
  struct Answer {
    Table table;
    std::string text;
    nlohmann::ordered_json json;
  };

  static Answer draw_areas(const Study& study, const std::vector<double>& limits_min,
                           Session& session) {
    const auto model = make_model(study, scenario_choice(study.scenario), session.progress);
    const auto sets = draw_isochrones({study, *model}, limits_min, session.progress);
    return {make_isochrones_table(study, sets),
            isochrones_text(sets, count_all_women(study)),
            {{"isochrones", isochrones_json(sets)}}};
  }

  static Answer follow_roads(const Study& study, const std::vector<double>& limits_min,
                             Session& session) {
    const auto sets = find_reached_roads(study, limits_min, session.progress);
    return {make_isochrone_lines_table(study, sets, limits_min),
            reached_roads_text(sets, limits_min),
            {{"roads", reached_roads_json(sets, limits_min)}}};
  }

  ScenarioOptions scenario_;
  OutputOptions output_;
  std::string limits_;
  bool lines_ = false;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_isochrones_command() { return std::make_unique<IsochronesCommand>(); }

}  // namespace pahunch
