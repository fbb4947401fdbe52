#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "geo/base/error.h"
#include "geo/io/checksum.h"
#include "geo/io/import/import_dataset.h"
#include "geo/io/read_dataset.h"
#include "planner/commands/commands.h"
#include "planner/json_text.h"
#include "planner/options/output_options.h"
#include "planner/study/load_network.h"

namespace pahunch {
namespace {

using Fields = std::map<std::string, std::string>;

/// "class=ROADCLASS" as a pair; the roles are those of the source.
Fields read_fields(const std::vector<std::string>& pairs, const std::string& option) {
  Fields fields;
  for (const std::string& pair : pairs) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
      throw UsageError({.what = fmt::format("{} needs ROLE=COLUMN, not '{}'", option, pair),
                        .hint = "for example " + option + " class=ROAD_TYPE"});
    }
    fields[pair.substr(0, equals)] = pair.substr(equals + 1);
  }
  return fields;
}

/// One source with its layer and field mapping, as options of the same beginning.
struct SourceOptions {
  std::string file, layer;
  std::vector<std::string> fields;

  void add_to(CLI::App& app, const std::string& name, const std::string& what,
              const std::string& roles) {
    option_ = "--" + name;
    if (name != "roads") {
      app.add_option(option_, file, what)->type_name("FILE")->group("Sources");
    }
    app.add_option(option_ + "-layer", layer, "Its layer, where there are several")
        ->type_name("NAME")
        ->group("Sources");
    app.add_option(option_ + "-field", fields, "What a column means: " + roles)
        ->type_name("ROLE=COLUMN")
        ->group("Sources");
  }
  [[nodiscard]] ImportSource read() const {
    return {file, layer, read_fields(fields, option_ + "-field")};
  }
  [[nodiscard]] std::optional<ImportSource> find() const {
    if (file.empty()) return std::nullopt;
    return read();
  }

 private:
  std::string option_;
};

std::string make_manifest(const ImportRequest& request, const ImportReport& report,
                          const RunFolder& folder) {
  nlohmann::ordered_json json;
  json["made_by"] = "pahunch import";
  json["version"] = PAHUNCH_VERSION;
  json["source"] = {{"file", request.roads.file.filename().string()},
                    {"sha256", read_sha256(request.roads.file)}};
  json["warnings"] = report.warnings;
  for (const auto& file : folder.files()) {
    json["files"].push_back({{"name", file.name}, {"sha256", file.sha256}, {"rows", file.n_rows}});
  }
  return dump_json(json);
}

bool has_turns(const ImportReport& report) {
  return report.n_turns > 0 || !report.turns_refused.empty();
}

std::string turns_text(const ImportReport& report, const std::optional<NetworkSize>& network) {
  std::string text = fmt::format("{} turn restrictions honoured", report.n_turns);
  if (network) {
    text += fmt::format(", with {} more nodes and {} connections", network->n_turn_nodes,
                        network->n_turns);
  }
  text += '\n';
  for (const auto& [reason, n] : report.turns_refused) {
    text += fmt::format("{} turn restrictions not honoured: {}\n", n, reason);
  }
  return text;
}

/// The network is there where it was built.
nlohmann::ordered_json turns_json(const ImportReport& report,
                                  const std::optional<NetworkSize>& network) {
  nlohmann::ordered_json json;
  json["honoured"] = report.n_turns;
  json["not_honoured"] = nlohmann::ordered_json::object();
  for (const auto& [reason, n] : report.turns_refused) json["not_honoured"][reason] = n;
  if (network) {
    json["more_nodes"] = network->n_turn_nodes;
    json["more_connections"] = network->n_turns;
  }
  return json;
}

std::string summary_json(const ImportReport& report, const std::optional<NetworkSize>& network) {
  nlohmann::ordered_json json;
  json["roads"] = report.n_roads;
  json["roads_km"] = json_number(report.roads_km, 3);
  json["settlements"] = report.n_settlements;
  json["centres"] = report.n_centres;
  if (has_turns(report)) json["turn_restrictions"] = turns_json(report, network);
  for (const auto& line : report.lines) {
    json["details"][line.subject][line.item] = json_number(line.value, 3);
  }
  json["warnings"] = report.warnings;
  return dump_json(json);
}

class ImportCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "import", "Build a dataset from OpenStreetMap, any line layer, points, rasters",
        "SOURCE holds the roads: .osm.pbf, .osm, .osm.gz, .osm.bz2, or any line layer (with\n"
        "--roads-field). Settlements come from --settlements (points or polygons), --population\n"
        "(a raster of persons), or the places of the map; candidate sites from --centres, or the\n"
        "hospitals and clinics of the map. --area cuts roads --margin-km outside it and all else\n"
        "at its edge.\n\n"
        "Written are roads.gpkg, settlements.csv, centres.csv, district.geojson, dataset.toml,\n"
        "network.cache (the built network, made anew when the data change), and import.csv, which\n"
        "counts what was left out and not understood. Access, one-ways, limits,\n"
        "surfaces, fords, barriers and ferries are read from the tags. Turn restrictions over a\n"
        "node are honoured (turns.csv); those over a way, at hours or broken are counted.",
        "# an extract of OpenStreetMap, cut to a state, with people from a raster\n"
        "pahunch import bihar.osm.pbf --area bihar.gpkg --population people.tif -o my/bihar\n"
        "# a road layer with columns of its own\n"
        "pahunch import roads.shp --roads-field class=ROAD_CAT --roads-field id=ROAD_ID -o "
        "my/data"};
  }

  void setup(CLI::App& app) override {
    app.add_option("SOURCE", roads_.file, "The roads")->required()->type_name("FILE");
    roads_.add_to(app, "roads", "",
                  "id, class, surface, speed, speed_limit, oneway, bridge, name, access, season");
    area_.add_to(app, "area", "Polygons of the study area", "id, name");
    settlements_.add_to(app, "settlements", "Points or polygons where people live",
                        "id, name, population, lon, lat");
    centres_.add_to(app, "centres", "Points of candidate sites", "id, name, kind, lon, lat");
    app.add_option("--population", population_, "Raster of persons a pixel, for the settlements")
        ->type_name("FILE")
        ->group("Sources");
    app.add_option("--cell-km", request_.cell_km, "Pixels are merged to squares of this size")
        ->capture_default_str()
        ->check(CLI::Range(0.01, 1000.0));
    app.add_option("--margin-km", request_.margin_km, "Roads may lie this far outside the area")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1000.0));
    app.add_option("--women-share", request_.women_share, "Women among the population")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 1.0));
    app.add_option("--name", request_.name, "Name of the dataset")->capture_default_str();
    app.add_option("--attribution", request_.attribution, "Whom the data must name")
        ->type_name("TEXT");
    output_.add_to(app, "Folder of the dataset");
    app.add_flag("--json", json_, "Print the report as JSON")->group("Output");
  }

  void run(Session& session) override {
    if (output_.out.empty()) {
      throw UsageError({.what = "import needs -o, the folder of the new dataset"});
    }
    if (!population_.empty() && !settlements_.file.empty()) {
      throw UsageError({.what = "--population and --settlements exclude each other"});
    }
    fill_request();
    RunFolder folder(output_.out, output_.if_exists());
    const ImportReport report = import_dataset(request_, folder, session.progress);
    folder.write_text("manifest.json", make_manifest(request_, report, folder));
    folder.commit();
    const auto network = prepare_network(report, session.progress);
    tell(report, network, session.console);
  }

 private:
  void fill_request() {
    request_.roads = roads_.read();
    request_.area = area_.find();
    request_.settlements = settlements_.find();
    request_.centres = centres_.find();
    if (!population_.empty()) request_.population = population_;
  }

  /// Reads the new dataset as any other command will, and keeps its network beside it.
  [[nodiscard]] std::optional<NetworkSize> prepare_network(const ImportReport& report,
                                                           Progress& progress) const {
    if (report.n_centres == 0 || report.n_settlements == 0) return std::nullopt;
    const Dataset dataset = read_dataset(output_.out, {}, progress);
    return make_network_cache({output_.out, dataset, dataset.roads.noding}, progress);
  }

  void tell(const ImportReport& report, const std::optional<NetworkSize>& network,
            Console& console) const {
    for (const std::string& warning : report.warnings) console.warn(warning);
    if (json_) {
      console.out() << summary_json(report, network);
      return;
    }
    console.out() << fmt::format("{} roads, {:.1f} km\n{} settlements\n{} candidate sites\n",
                                 report.n_roads, report.roads_km, report.n_settlements,
                                 report.n_centres);
    if (has_turns(report)) console.out() << turns_text(report, network);
    console.note(fmt::format("wrote {}; import.csv there says what was left out", output_.out));
  }

  ImportRequest request_;
  SourceOptions roads_, area_, settlements_, centres_;
  std::string population_;
  OutputOptions output_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_import_command() { return std::make_unique<ImportCommand>(); }

}  // namespace pahunch
