#include "geo/io/read_settlements.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "geo/base/error.h"
#include "geo/io/row_values.h"
#include "geo/io/settlement_draft.h"

namespace pahunch {

namespace {

using Value = std::optional<LayerRows::Value>;

struct ShareValues {
  LayerRows::Value part, whole;
};

/// Reads the rows of one settlement layer into drafts.
class SettlementReader {
 public:
  SettlementReader(const SettlementSpec& spec, const AreaContext& context, ReadBooks& books);

  SettlementLayer read();

 private:
  std::optional<SettlementDraft> find_draft();
  void read_persons(SettlementDraft& draft);
  [[nodiscard]] std::optional<double> find_share(const std::optional<ShareValues>& share);
  void place_in_area(SettlementDraft& draft);
  [[nodiscard]] std::optional<ShareValues> find_share_values(const std::optional<ShareSpec>& share);
  void suspect_twins(const std::vector<SettlementDraft>& drafts);

  const SettlementSpec& spec_;
  const AreaContext& context_;
  ReadBooks& books_;
  LayerRows rows_;
  RowRecorder recorder_;
  RowValues values_;
  UniqueIds ids_;
  OutsideTally tally_;
  std::map<std::string, AreaIdx> area_by_id_;
  Value id_, name_, population_, women_, rural_women_, rural_share_, women_15plus_,
      rural_women_15plus_, area_;
  std::optional<ShareValues> women_share_, women_15plus_share_;
};

SettlementReader::SettlementReader(const SettlementSpec& spec, const AreaContext& context,
                                   ReadBooks& books)
    : spec_(spec),
      context_(context),
      books_(books),
      rows_(spec.layer, books.home, GeometryNeed::kPoint),
      recorder_(spec.layer, rows_.source().where(), books.bad_rows),
      values_(rows_, recorder_),
      tally_(context.area) {
  books_.begin(rows_);
  id_ = rows_.find_value("id");
  name_ = rows_.find_value("name");
  population_ = rows_.find_value("population");
  women_ = rows_.find_value("women");
  rural_women_ = rows_.find_value("rural_women");
  rural_share_ = rows_.find_value("rural_share");
  women_15plus_ = rows_.find_value("women_15plus");
  rural_women_15plus_ = rows_.find_value("rural_women_15plus");
  area_ = rows_.find_value("block");
  women_share_ = find_share_values(spec.women);
  women_15plus_share_ = find_share_values(spec.women_15plus);
  const auto& areas = context.area.layer().areas;
  for (const auto at : indices(areas)) area_by_id_.emplace(areas[at].id, at);
}

std::optional<ShareValues> SettlementReader::find_share_values(
    const std::optional<ShareSpec>& share) {
  if (!share) return std::nullopt;
  return ShareValues{rows_.read_column(share->part), rows_.read_column(share->whole)};
}

std::optional<double> SettlementReader::find_share(const std::optional<ShareValues>& share) {
  if (!share) return std::nullopt;
  const auto part = values_.find_persons(share->part, "share");
  const auto whole = values_.find_persons(share->whole, "share");
  if (!part || !whole || *whole == 0) return std::nullopt;
  if (*part <= *whole) return *part / *whole;
  recorder_.repair({"share is larger than 1", fmt::format("{} / {} = {} / {}", share->part.column,
                                                          share->whole.column, *part, *whole)});
  return std::nullopt;
}

void SettlementReader::read_persons(SettlementDraft& draft) {
  const auto read = [&](const Value& value, const std::string& role) {
    if (value && rows_.get(value) == nullptr) {
      recorder_.repair({"empty " + role, value->column, draft.settlement.at});
    }
    return values_.find_persons(value, role);
  };
  draft.population = read(population_, "population").value_or(0);
  draft.women = read(women_, "women");
  draft.rural_women = read(rural_women_, "rural women");
  draft.women_15plus = read(women_15plus_, "women of 15 and more");
  draft.rural_women_15plus = read(rural_women_15plus_, "rural women of 15 and more");
  draft.rural_share = values_.find_number(rural_share_, "rural share", 0, 1);
  draft.women_share = find_share(women_share_);
  draft.women_15plus_share = find_share(women_15plus_share_);
}

/// The area by the row's word, else by its place (which is in `finest` already).
void SettlementReader::place_in_area(SettlementDraft& draft) {
  auto& settlement = draft.settlement;
  if (area_) {
    const auto* word = rows_.get(area_);
    const auto at = word != nullptr ? area_by_id_.find(*word) : area_by_id_.end();
    if (at == area_by_id_.end()) {
      recorder_.repair({"unknown block, placed by position",
                        word != nullptr ? fmt::format("{} = '{}'", area_->column, *word) : "",
                        settlement.at});
    } else if (at->second != draft.finest) {
      draft.finest = at->second;
      const double away_m = context_.area.index().get_distance_m(draft.finest, settlement.at);
      if (away_m > context_.tolerance_km * kMetresPerKm) {
        recorder_.suspect(
            {"far from its block", fmt::format("{:.1f} km", away_m / kMetresPerKm), settlement.at});
      }
    }
  }
  const auto levels = context_.get_levels(draft.finest);
  settlement.district = levels.district;
  settlement.subdivision = levels.subdivision;
  settlement.block = levels.block;
}

std::optional<SettlementDraft> SettlementReader::find_draft() {
  recorder_.begin(rows_.row().name);
  SettlementDraft draft;
  // Without a column of ids the row's place is its id, and nothing is wrong with that.
  draft.settlement.id = id_ ? ids_.take(rows_.get(id_), recorder_) : recorder_.row();
  const auto place = find_area_place(rows_.row(), context_, recorder_, tally_);
  if (!place) return std::nullopt;
  draft.settlement.at = place->place.xy;
  draft.settlement.name = values_.get_text(name_, draft.settlement.id);
  draft.finest = place->finest;
  place_in_area(draft);
  read_persons(draft);
  return draft;
}

void SettlementReader::suspect_twins(const std::vector<SettlementDraft>& drafts) {
  std::map<std::tuple<double, double, std::string>, const Settlement*> first;
  for (const auto& draft : drafts) {
    const auto& s = draft.settlement;
    const auto [at, is_new] = first.try_emplace({s.at.x_m, s.at.y_m, s.name}, &s);
    if (!is_new) {
      recorder_.suspect_row(s.id, {"same place and name as another", "as " + at->second->id, s.at});
    }
  }
}

SettlementLayer SettlementReader::read() {
  std::vector<SettlementDraft> drafts;
  while (rows_.next()) {
    if (auto draft = find_draft()) drafts.push_back(*std::move(draft));
    books_.progress.advance(1);
  }
  tally_.check("settlements", rows_.source().where());
  std::sort(drafts.begin(), drafts.end(),
            [](const auto& a, const auto& b) { return a.settlement.id < b.settlement.id; });
  fill_persons(drafts,
               {women_share_.has_value(), women_15plus_share_.has_value(), spec_.rural_share},
               recorder_);
  suspect_twins(drafts);
  SettlementLayer layer;
  layer.modelled = spec_.layer.modelled;
  layer.has_women_15plus = women_15plus_ || women_15plus_share_;
  layer.settlements.reserve(drafts.size());
  for (auto& draft : drafts) layer.settlements.push_back(std::move(draft.settlement));
  books_.finish(recorder_);
  return layer;
}

}  // namespace

SettlementLayer read_settlements(const SettlementSpec& spec, const AreaContext& context,
                                 ReadBooks& books) {
  return SettlementReader(spec, context, books).read();
}

}  // namespace pahunch
