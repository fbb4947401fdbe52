#include "geo/io/read_turns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "geo/io/row_values.h"
#include "geo/model/turn_arms.h"

namespace pahunch {

namespace {

/// Nearer than this a vertex is meant: half of what OpenStreetMap can tell apart.
constexpr double kSameVertex_m = 0.005;

constexpr VehicleSet kMotors = {Vehicle::kCar, Vehicle::kRescue, Vehicle::kSharedAuto,
                                Vehicle::kBus};

using Value = std::optional<LayerRows::Value>;

class TurnReader {
 public:
  TurnReader(const LayerSpec& spec, const RoadLayer& roads, const AreaContext& context,
             ReadBooks& books);
  std::vector<TurnRestriction> read();

 private:
  [[nodiscard]] std::optional<TurnRestriction> find_turn();
  [[nodiscard]] std::optional<VehicleSet> find_vehicles();
  [[nodiscard]] std::optional<TurnArm> find_arm(const Value& value, Xy at, TurnEnd end);
  void leave_out(Xy at, const Finding& finding);

  const RoadLayer& roads_;
  const AreaContext& context_;
  ReadBooks& books_;
  LayerRows rows_;
  RowRecorder recorder_;
  RowValues values_;
  Value from_, to_, kind_, vehicles_;
  std::unordered_multimap<std::string_view, RoadIdx> by_id_;
};

TurnReader::TurnReader(const LayerSpec& spec, const RoadLayer& roads, const AreaContext& context,
                       ReadBooks& books)
    : roads_(roads),
      context_(context),
      books_(books),
      rows_(spec, books.home, GeometryNeed::kPoint),
      recorder_(spec, rows_.source().where(), books.bad_rows),
      values_(rows_, recorder_) {
  books_.begin(rows_);
  from_ = rows_.find_value("from");
  to_ = rows_.find_value("to");
  kind_ = rows_.find_value("kind");
  vehicles_ = rows_.find_value("vehicles");
  for (const RoadIdx road : indices(roads.roads)) by_id_.emplace(roads.roads[road].id, road);
}

void TurnReader::leave_out(Xy at, const Finding& finding) {
  if (context_.area.is_near(at, context_.margin_km)) {
    recorder_.leave_out(finding);
  } else {
    recorder_.note_left_out({"beyond the margin of the study area"});
  }
}

std::optional<VehicleSet> TurnReader::find_vehicles() {
  const auto words = values_.get_text(vehicles_);
  if (words.empty()) return kMotors;
  const auto set = find_vehicle_set(words);
  if (set && !(*set & kMotors).empty()) return *set & kMotors;
  const std::string reason = set ? "a turn binds nobody" : "unknown word for a vehicle";
  recorder_.leave_out({reason, fmt::format("{} = '{}'", vehicles_->column, words)});
  return std::nullopt;
}

/// The one way in which the road comes to the place, or leaves it.
std::optional<TurnArm> TurnReader::find_arm(const Value& value, Xy at, TurnEnd end) {
  const auto id = values_.get_text(value);
  const auto fail = [&](const std::string& reason) {
    leave_out(at, {reason, fmt::format("{} = '{}'", value->column, id), at});
    return std::nullopt;
  };
  const auto [first, last] = by_id_.equal_range(id);
  if (first == last) return fail("unknown road");
  bool meets = false;
  std::vector<TurnArm> arms;
  for (auto found = first; found != last; ++found) {
    const Road& road = roads_.roads[found->second];
    for (std::uint32_t v = 0; v < road.line.size(); ++v) {
      if (planar_distance_m(road.line[v], at) > kSameVertex_m) continue;
      meets = true;
      for (const Heading heading : find_turn_headings({road.line.size(), v, road.one_way}, end)) {
        arms.push_back({found->second, v, heading});
      }
    }
  }
  if (!meets) return fail("the road has no vertex at the place of the turn");
  if (arms.empty()) return fail("the turn goes against a one-way");
  if (arms.size() > 1) return fail("the road goes on through the place of the turn");
  return arms.front();
}

std::optional<TurnRestriction> TurnReader::find_turn() {
  const auto place = find_place(rows_.row(), context_.area.projection(), recorder_);
  if (!place) return std::nullopt;
  const auto word = values_.get_text(kind_);
  const auto kind = find_turn_kind(word);
  if (!kind) {
    recorder_.leave_out({"unknown kind of turn", fmt::format("{} = '{}'", kind_->column, word)});
    return std::nullopt;
  }
  const auto vehicles = find_vehicles();
  if (!vehicles) return std::nullopt;
  const auto from = find_arm(from_, place->xy, TurnEnd::kFrom);
  if (!from) return std::nullopt;
  const auto to = find_arm(to_, place->xy, TurnEnd::kTo);
  if (!to) return std::nullopt;
  return TurnRestriction{*kind, *from, *to, *vehicles};
}

std::vector<TurnRestriction> TurnReader::read() {
  std::vector<TurnRestriction> turns;
  while (rows_.next()) {
    recorder_.begin(rows_.row().name);
    if (const auto turn = find_turn()) turns.push_back(*turn);
    books_.progress.advance(1);
  }
  books_.finish(recorder_);
  return turns;
}

}  // namespace

std::optional<TurnKind> find_turn_kind(std::string_view word) {
  constexpr std::array<std::string_view, 6> kTurns = {"left_turn", "right_turn", "straight_on",
                                                      "u_turn",    "entry",      "exit"};
  for (const auto& [name, kind] :
       {std::pair<std::string_view, TurnKind>{"no", TurnKind::kNo},
        std::pair<std::string_view, TurnKind>{"only", TurnKind::kOnly}}) {
    if (word == name) return kind;
    if (!word.starts_with(name) || word.substr(name.size(), 1) != "_") continue;
    const auto turn = word.substr(name.size() + 1);
    if (std::find(kTurns.begin(), kTurns.end(), turn) != kTurns.end()) return kind;
  }
  return std::nullopt;
}

std::vector<TurnRestriction> read_turns(const LayerSpec& spec, const RoadLayer& roads,
                                        const AreaContext& context, ReadBooks& books) {
  return TurnReader(spec, roads, context, books).read();
}

}  // namespace pahunch
