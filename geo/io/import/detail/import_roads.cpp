#include <cmath>
#include <map>
#include <string>

#include "geo/base/error.h"
#include "geo/io/import/detail/import_parts.h"
#include "geo/io/import/road_writer.h"
#include "geo/io/ogr_source.h"
#include "geo/io/osm/make_road_layer.h"
#include "geo/io/osm/read_osm.h"
#include "geo/io/osm/resolve_turns.h"
#include "geo/io/parse_value.h"
#include "geo/io/projection.h"
#include "geo/io/table.h"
#include "geo/io/write_table.h"

namespace pahunch::detail {
namespace {

constexpr double kMetresPerKm = 1000;

std::string get_one_way_word(OneWay one_way) {
  if (one_way == OneWay::kNo) return "";
  return one_way == OneWay::kForward ? "yes" : "-1";
}

RoadRow make_row(const osm::RoadView& view) {
  const osm::WayRules& rules = view.way.rules;
  RoadRow row;
  row.id = std::to_string(view.way.id);
  row.name = view.name;
  row.road_class = rules.road_class;
  row.surface = rules.surface;
  row.one_way = get_one_way_word(rules.one_way);
  row.speed_km_h = view.speed_km_h;
  row.speed_limit_km_h = rules.speed_limit_km_h;
  row.bridge = rules.bridge;
  if (view.piece.access != VehicleSet::all()) row.access = to_string(view.piece.access);
  if (!rules.one_way_exempt.empty()) row.one_way_exempt = to_string(rules.one_way_exempt);
  if (view.piece.closed_in_monsoon) row.season = "dry";
  row.line.reserve(view.piece.line.size());
  for (const osm::Position at : view.piece.line) row.line.push_back(at.lon_lat());
  return row;
}

void report_counts(const osm::RoadData& data, ImportReport& report) {
  const auto add = [&](const char* item, std::uint64_t n) {
    report.add("roads", item, static_cast<double>(n));
  };
  add("nodes in the file", data.counts.n_nodes_read);
  add("ways in the file", data.counts.n_ways_read);
  add("ways that are roads", data.ways.size());
  add("nodes of roads", data.nodes.size());
  add("nodes of roads missing in the file", data.counts.n_missing_nodes);
  add("nodes moved by 1 cm from the place of another", data.counts.n_moved_nodes);
  add("barrier nodes", data.counts.n_barriers);
  add("fords", data.counts.n_fords);
}

void report_tags(const osm::TagReport& tags, ImportReport& report) {
  for (const auto& [reason, n] : tags.left_out()) {
    report.add("ways left out", reason, static_cast<double>(n));
  }
  for (const auto& [tag, n] : tags.unknown()) {
    report.add("tags not understood", tag, static_cast<double>(n));
  }
}

void report_turns(const osm::RoadData& data, const osm::ResolvedTurns& turns,
                  ImportReport& report) {
  std::map<std::string, std::uint64_t> by_kind;
  for (const auto& turn : data.restrictions) ++by_kind[turn.kind];
  for (const auto& [kind, n] : by_kind) {
    report.add("turn restrictions", kind, static_cast<double>(n));
  }
  report.add("turn restrictions", "honoured", static_cast<double>(turns.n_honoured));
  for (const auto& [reason, n] : turns.refused) {
    report.add("turn restrictions not honoured", reason, static_cast<double>(n));
  }
  report.n_turns = static_cast<std::int64_t>(turns.n_honoured);
  report.turns_refused = turns.refused;
}

/// No file where no turn is restricted.
void write_turns(const ImportContext& context, const osm::ResolvedTurns& turns) {
  if (turns.rows.empty()) return;
  const auto degrees = [](const std::string& name) {
    constexpr int kDecimals = 7;  // all that OpenStreetMap has
    return Column{
        .name = name, .type = ColumnType::kReal, .decimals = kDecimals, .unit = "degrees"};
  };
  Table table{.name = "turns",
              .columns = {{.name = "from", .type = ColumnType::kInteger},
                          {.name = "to", .type = ColumnType::kInteger},
                          degrees("lon"),
                          degrees("lat"),
                          {.name = "kind"},
                          {.name = "vehicles"}}};
  for (const osm::TurnRow& row : turns.rows) {
    const LonLat at = row.at.lon_lat();
    table.rows.push_back(
        {row.from_way, row.to_way, at.lon, at.lat, row.kind, to_string(row.vehicles)});
  }
  write_csv(table, context.folder.path("turns.csv"));
  context.folder.add("turns.csv", static_cast<std::int64_t>(table.rows.size()));
}

void report_lengths(const std::map<std::string, double>& km_by_class, ImportReport& report) {
  for (const auto& [road_class, km] : km_by_class) {
    report.add("length", road_class, km, "km");
    report.roads_km += km;
  }
}

void finish_roads(RoadWriter& writer, const ImportContext& context, ImportReport& report) {
  writer.finish();
  report.n_roads = writer.n_rows();
  if (report.n_roads == 0) {
    throw DataError({.what = "no road lies in the study area",
                     .where = context.request.roads.file.string(),
                     .why = "a travel time needs roads",
                     .hint = "check that the area and the roads are of one place"});
  }
  report.add("roads", "roads written", static_cast<double>(report.n_roads));
  context.folder.add("roads.gpkg", report.n_roads);
}

/// Rows of a line layer, with the columns that the request names or that have the role's own name.
class LineReader {
 public:
  explicit LineReader(const ImportSource& source)
      : source_(make_spec(source), named_by_a_person(), GeometryNeed::kLine) {
    for (const char* role : {"id", "class", "surface", "speed", "oneway", "bridge", "name",
                             "speed_limit", "access", "one_way_exempt", "season"}) {
      const auto named = source.fields.find(role);
      const auto slot =
          named == source.fields.end() ? source_.find_slot(role) : source_.read_slot(named->second);
      if (slot) slots_[role] = *slot;
    }
  }

  bool next() { return source_.read_next(row_); }
  [[nodiscard]] const SourceRow& row() const { return row_; }
  [[nodiscard]] std::uint64_t n_rows() const { return source_.n_rows(); }

  [[nodiscard]] std::string text(const std::string& role) const {
    const auto slot = slots_.find(role);
    if (slot == slots_.end() || !row_.values[slot->second]) return {};
    return *row_.values[slot->second];
  }
  /// None, and counted, where there is text that is no positive number.
  [[nodiscard]] std::optional<double> number(const std::string& role, ImportReport& report) const {
    const auto word = text(role);
    if (word.empty()) return std::nullopt;
    const auto value = find_number(word);
    if (value && *value > 0) return value;
    report.add("roads", role + " not understood in " + row_.name + ": " + word, 1);
    return std::nullopt;
  }

 private:
  static LayerSpec make_spec(const ImportSource& source) {
    LayerSpec spec;
    spec.name = "roads";
    spec.source = std::filesystem::absolute(source.file).string();
    spec.layer = source.layer;
    return spec;
  }
  OgrSource source_;
  SourceRow row_;
  std::map<std::string, std::size_t> slots_;
};

RoadRow make_row(const LineReader& reader, ImportReport& report) {
  RoadRow row;
  row.id = reader.text("id");
  if (row.id.empty()) row.id = reader.row().name;
  row.name = reader.text("name");
  row.road_class = reader.text("class");
  row.surface = reader.text("surface");
  row.one_way = reader.text("oneway");
  row.speed_km_h = reader.number("speed", report);
  row.speed_limit_km_h = reader.number("speed_limit", report);
  const auto bridge = reader.text("bridge");
  row.bridge = !bridge.empty() && find_flag(bridge).value_or(true);
  row.access = reader.text("access");
  row.one_way_exempt = reader.text("one_way_exempt");
  row.season = reader.text("season");
  return row;
}

/// The parts of a line whose segments have an end in the area.
std::vector<LonLatLine> cut_line(const LonLatLine& line, const ImportAreas& areas) {
  if (!areas.with_margin) return {line};
  std::vector<LonLatLine> parts;
  bool inside = areas.with_margin->contains(line.front()), going_on = false;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const bool was_inside = inside;
    inside = areas.with_margin->contains(line[i]);
    const bool kept = was_inside || inside;
    if (kept && !going_on) parts.push_back({line[i - 1]});
    if (kept) parts.back().push_back(line[i]);
    going_on = kept;
  }
  return parts;
}

double get_length_km(const LonLatLine& line) {
  double length_m = 0;
  for (const double segment_m : get_segment_lengths_m(line)) length_m += segment_m;
  return length_m / kMetresPerKm;
}

}  // namespace

Bounds import_osm_roads(const ImportContext& context, const ImportAreas& areas,
                        ImportPoints& points, ImportReport& report) {
  auto data = osm::read_osm(context.request.roads.file, {}, context.progress);
  const auto inside =
      areas.with_margin ? osm::find_inside(data, *areas.with_margin) : std::vector<bool>();
  context.progress.begin("writing roads", data.ways.size());
  RoadWriter writer(context.folder.path("roads.gpkg"));
  Bounds bounds;
  std::map<std::string, double> km_by_class;
  osm::for_each_road(data, inside, [&](const osm::RoadView& view) {
    writer.add(make_row(view));
    km_by_class[std::string(view.way.rules.road_class)] +=
        osm::get_length_m(view.piece.line) / kMetresPerKm;
    for (const osm::Position at : view.piece.line) bounds.extend(at.lon_lat());
    context.progress.advance(1);
  });
  finish_roads(writer, context, report);
  report_counts(data, report);
  report_lengths(km_by_class, report);
  const auto turns = osm::resolve_turns(data, inside);
  write_turns(context, turns);
  report_turns(data, turns, report);
  report_tags(data.tags, report);
  points = std::move(data.points);
  return bounds;
}

Bounds import_line_roads(const ImportContext& context, const ImportAreas& areas,
                         ImportReport& report) {
  LineReader reader(context.request.roads);
  context.progress.begin("copying roads", reader.n_rows());
  RoadWriter writer(context.folder.path("roads.gpkg"));
  Bounds bounds;
  std::map<std::string, double> km_by_class;
  while (reader.next()) {
    auto row = make_row(reader, report);
    for (const auto& line : reader.row().shape.lines) {
      for (auto& part : cut_line(line, areas)) {
        km_by_class[row.road_class] += get_length_km(part);
        for (const LonLat at : part) bounds.extend(at);
        row.line = std::move(part);
        writer.add(row);
      }
    }
    context.progress.advance(1);
  }
  finish_roads(writer, context, report);
  report_lengths(km_by_class, report);
  return bounds;
}

}  // namespace pahunch::detail
