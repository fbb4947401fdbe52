#include "geo/io/read_roads.h"

#include <fmt/format.h>

#include "geo/io/parse_value.h"
#include "geo/io/row_values.h"
#include "geo/io/source_lines.h"

namespace pahunch {

namespace {

constexpr double kFastestRoadKmH = 200;
constexpr const char* kUnknownClass = "unclassified";

using Value = std::optional<LayerRows::Value>;

class RoadReader {
 public:
  RoadReader(const RoadSpec& spec, const AreaContext& context, ReadBooks& books);
  RoadLayer read();

 private:
  void add_roads(RoadLayer& layer);
  [[nodiscard]] Road read_attributes();
  [[nodiscard]] std::string get_class();
  [[nodiscard]] std::optional<double> find_speed(const Value& value, const std::string& role);
  [[nodiscard]] VehicleSet get_vehicles(const Value& value, VehicleSet otherwise);
  [[nodiscard]] bool is_closed_in_monsoon();
  [[nodiscard]] OneWay get_one_way();
  [[nodiscard]] bool is_bridge() const;

  const RoadSpec& spec_;
  const AreaContext& context_;
  ReadBooks& books_;
  LayerRows rows_;
  RowRecorder recorder_;
  RowValues values_;
  OutsideTally tally_;
  Value id_, class_, surface_, speed_, oneway_, bridge_, name_;
  Value limit_, access_, exempt_, season_;
};

RoadReader::RoadReader(const RoadSpec& spec, const AreaContext& context, ReadBooks& books)
    : spec_(spec),
      context_(context),
      books_(books),
      rows_(spec.layer, books.home, GeometryNeed::kLine),
      recorder_(spec.layer, rows_.source().where(), books.bad_rows),
      values_(rows_, recorder_),
      tally_(context.area) {
  books_.begin(rows_);
  id_ = rows_.find_value("id");
  class_ = rows_.find_value("class");
  surface_ = rows_.find_value("surface");
  speed_ = rows_.find_value("speed");
  oneway_ = rows_.find_value("oneway");
  bridge_ = rows_.find_value("bridge");
  name_ = rows_.find_value("name");
  limit_ = rows_.find_value("speed_limit");
  access_ = rows_.find_value("access");
  exempt_ = rows_.find_value("one_way_exempt");
  season_ = rows_.find_value("season");
}

std::string RoadReader::get_class() {
  const auto word = values_.get_text(class_);
  if (const auto at = spec_.class_map.find(word); at != spec_.class_map.end()) return at->second;
  if (const auto any = spec_.class_map.find("*"); any != spec_.class_map.end()) return any->second;
  if (!word.empty()) return word;
  if (!spec_.default_class.empty()) return spec_.default_class;
  if (class_) recorder_.repair({"no class, unclassified is used"});
  return kUnknownClass;
}

std::optional<double> RoadReader::find_speed(const Value& value, const std::string& role) {
  const auto* text = rows_.get(value);
  if (text == nullptr) return std::nullopt;
  const auto speed = values_.find_number(value, role, 0, kFastestRoadKmH);
  if (speed == 0.0) {
    recorder_.repair({role + " is zero", fmt::format("{} = '{}'", value->column, *text)});
    return std::nullopt;
  }
  return speed;
}

VehicleSet RoadReader::get_vehicles(const Value& value, VehicleSet otherwise) {
  const auto words = values_.get_text(value);
  if (words.empty()) return otherwise;
  if (const auto set = find_vehicle_set(words)) return *set;
  recorder_.repair({"unknown word for a vehicle", fmt::format("{} = '{}'", value->column, words)});
  return otherwise;
}

bool RoadReader::is_closed_in_monsoon() {
  const auto word = values_.get_text(season_);
  if (word == "dry") return true;
  if (!word.empty() && word != "all") {
    recorder_.repair({"unknown word for a season, taken as open in all",
                      fmt::format("{} = '{}'", season_->column, word)});
  }
  return false;
}

OneWay RoadReader::get_one_way() {
  const auto word = values_.get_text(oneway_);
  if (word.empty() || word == "B") return OneWay::kNo;
  if (word == "-1" || word == "reverse") return OneWay::kBackward;
  if (const auto flag = find_flag(word)) return *flag ? OneWay::kForward : OneWay::kNo;
  recorder_.repair({"unknown word for one-way, taken as two-way",
                    fmt::format("{} = '{}'", oneway_->column, word)});
  return OneWay::kNo;
}

/// Any word is a bridge ("viaduct", "boardwalk") unless it says no.
bool RoadReader::is_bridge() const {
  const auto word = values_.get_text(bridge_);
  return !word.empty() && find_flag(word).value_or(true);
}

Road RoadReader::read_attributes() {
  Road road;
  road.id = values_.get_text(id_, recorder_.row());
  recorder_.rename(road.id);
  road.name = values_.get_text(name_);
  road.surface = values_.get_text(surface_);
  road.road_class = get_class();
  road.speed_km_h = find_speed(speed_, "speed");
  road.speed_limit_km_h = find_speed(limit_, "speed limit");
  road.access = get_vehicles(access_, VehicleSet::all());
  road.one_way_exempt = get_vehicles(exempt_, {});
  road.closed_in_monsoon = is_closed_in_monsoon();
  road.one_way = get_one_way();
  road.bridge = is_bridge();
  return road;
}

void RoadReader::add_roads(RoadLayer& layer) {
  recorder_.begin(rows_.row().name);
  auto lines = read_lines(rows_.row(), context_, recorder_, tally_);
  if (lines.empty()) return;
  const auto attributes = read_attributes();
  for (auto& line : lines) {
    auto road = attributes;
    road.line = std::move(line.line);
    road.segment_m = std::move(line.segment_m);
    layer.roads.push_back(std::move(road));
  }
}

RoadLayer RoadReader::read() {
  RoadLayer layer;
  layer.modelled = spec_.layer.modelled;
  layer.noding = spec_.noding;
  while (rows_.next()) {
    add_roads(layer);
    books_.progress.advance(1);
  }
  tally_.check("roads", rows_.source().where());
  books_.finish(recorder_);
  return layer;
}

BarrierKind get_kind(const std::string& word) {
  if (word == "railway" || word == "rail") return BarrierKind::kRailway;
  if (word.empty() || word == "river" || word == "waterway") return BarrierKind::kRiver;
  return BarrierKind::kOther;
}

}  // namespace

RoadLayer read_roads(const RoadSpec& spec, const AreaContext& context, ReadBooks& books) {
  return RoadReader(spec, context, books).read();
}

BarrierLayer read_barriers(const LayerSpec& spec, const AreaContext& context, ReadBooks& books) {
  LayerRows rows(spec, books.home, GeometryNeed::kLine);
  books.begin(rows);
  RowRecorder recorder(spec, rows.source().where(), books.bad_rows);
  const RowValues values(rows, recorder);
  OutsideTally tally(context.area);
  const auto name = rows.find_value("name"), kind = rows.find_value("kind");
  BarrierLayer layer;
  layer.modelled = spec.modelled;
  while (rows.next()) {
    recorder.begin(rows.row().name);
    for (auto& line : read_lines(rows.row(), context, recorder, tally)) {
      layer.barriers.push_back(
          {values.get_text(name), get_kind(values.get_text(kind)), std::move(line.line)});
    }
    books.progress.advance(1);
  }
  tally.check("barriers", rows.source().where());
  books.finish(recorder);
  return layer;
}

}  // namespace pahunch
