#include <fmt/format.h>

#include "geo/io/import/detail/import_parts.h"

namespace pahunch::detail {
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + '"';
}

namespace {

std::string join(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ", ") + quoted(text);
  return out;
}

std::string get_class_map(bool osm) {
  if (!osm) return "default_class = \"unclassified\"\n";
  return "# Classes that the bundled profiles do not name. Edit freely.\n"
         "class_map = { motorway = \"trunk\", living_street = \"residential\", "
         "service = \"residential\", road = \"unclassified\", busway = \"tertiary\" }\n";
}

}  // namespace

void write_dataset_file(const ImportContext& context, const ImportReport& report) {
  const auto& request = context.request;
  const bool osm = is_osm_file(request.roads.file);
  auto attribution = request.attribution;
  if (osm && attribution.empty()) {
    attribution.push_back("Roads: OpenStreetMap contributors, ODbL 1.0");
  }
  std::string text = fmt::format(
      "# Written by `pahunch import`; import.csv says what was read and left out.\n"
      "format = 1\nname = {}\ntitle = {}\n"
      "population_note = {}\nattribution = [{}]\n\n[study_area]\nmargin_km = {}\n",
      quoted(request.name), quoted(request.name),
      quoted(fmt::format("women are {:g} of the population", request.women_share)),
      join(attribution), request.margin_km + 5);
  text +=
      "\n[layers.district]\nsource = \"district.geojson\"\n"
      "fields = { id = \"id\", name = \"name\" }\n"
      "\n[layers.settlements]\nsource = \"settlements.csv\"\ncrs = \"EPSG:4326\"\n"
      "fields = { id = \"id\", name = \"name\", population = \"population\", women = \"women\" "
      "}\n"
      "\n[layers.centres]\nsource = \"centres.csv\"\ncrs = \"EPSG:4326\"\n"
      "fields = { id = \"id\", name = \"name\", status = \"status\", note = \"kind\" }\n"
      "\n[layers.roads]\nsource = \"roads.gpkg\"\n"
      "fields = { id = \"id\", name = \"name\", class = \"class\", surface = \"surface\", "
      "speed = \"speed_km_h\", speed_limit = \"speed_limit_km_h\", oneway = \"oneway\", "
      "bridge = \"bridge\", access = \"access\", one_way_exempt = \"one_way_exempt\", "
      "season = \"season\" }\n";
  text += get_class_map(osm);
  if (osm) text += "# Roads of OpenStreetMap meet where they share a node, and nowhere else.\n";
  text += osm ? "noding = { end_tolerance_m = 0 }\n" : "noding = { end_tolerance_m = 1 }\n";
  if (report.n_turns > 0) {
    text +=
        "\n[layers.turns]\nsource = \"turns.csv\"\ncrs = \"EPSG:4326\"\n"
        "fields = { from = \"from\", to = \"to\", kind = \"kind\", vehicles = \"vehicles\" }\n";
  }
  for (const auto& warning : report.warnings) text += "# Note: " + warning + "\n";
  context.folder.write_text("dataset.toml", text);
}

}  // namespace pahunch::detail
