#include "geo/io/read_centres.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/io/row_values.h"

namespace pahunch {

namespace {

constexpr double kLargestErrorKm = 1000, kLargestCost = 1e15;

using Value = std::optional<LayerRows::Value>;

class CentreReader {
 public:
  enum class Rows : std::uint8_t { kCentres, kCandidates };
  CentreReader(const LayerSpec& spec, const AreaContext& context, ReadBooks& books, Rows what);
  CentreLayer read();

 private:
  std::optional<Centre> find_centre();
  [[nodiscard]] std::optional<CentreStatus> find_status();
  void read_details(Centre& centre);
  [[nodiscard]] SiteKnown get_known();
  [[nodiscard]] bool is_taken(const std::string& id);
  [[nodiscard]] AreaIdx get_district(const Centre& centre, AreaIdx by_place);

  const AreaContext& context_;
  ReadBooks& books_;
  Rows what_;
  LayerRows rows_;
  RowRecorder recorder_;
  RowValues values_;
  UniqueIds ids_;
  OutsideTally tally_;
  Value id_, name_, status_, district_, error_km_, provenance_, note_, staff_, beds_, vehicles_;
  Value known_, kind_, cost_;
};

CentreReader::CentreReader(const LayerSpec& spec, const AreaContext& context, ReadBooks& books,
                           Rows what)
    : context_(context),
      books_(books),
      what_(what),
      rows_(spec, books.home, GeometryNeed::kPoint),
      recorder_(spec, rows_.source().where(), books.bad_rows),
      values_(rows_, recorder_),
      tally_(context.area) {
  books_.begin(rows_);
  id_ = rows_.find_value("id");
  name_ = rows_.find_value("name");
  status_ = rows_.find_value("status");
  district_ = rows_.find_value("district");
  error_km_ = rows_.find_value("location_error_km");
  provenance_ = rows_.find_value("provenance");
  note_ = rows_.find_value("note");
  staff_ = rows_.find_value("staff");
  beds_ = rows_.find_value("beds");
  vehicles_ = rows_.find_value("vehicles");
  known_ = rows_.find_value("known");
  kind_ = rows_.find_value("kind");
  cost_ = rows_.find_value("cost");
}

std::optional<CentreStatus> CentreReader::find_status() {
  if (what_ == Rows::kCandidates) return CentreStatus::kCandidate;
  const auto word = values_.get_text(status_);
  const auto status = find_centre_status(word);
  if (!status) {
    recorder_.leave_out(
        {"unknown status", fmt::format("{} = '{}' (existing, planned and candidate are known)",
                                       status_->column, word)});
  }
  return status;
}

AreaIdx CentreReader::get_district(const Centre& centre, AreaIdx by_place) {
  const auto* word = rows_.get(district_);
  if (word == nullptr) return by_place;
  const auto& districts = context_.dataset.districts.areas;
  for (const auto at : indices(districts)) {
    if (districts[at].id == *word || districts[at].name == *word) return at;
  }
  if (!districts.empty()) {
    recorder_.repair({"unknown district, placed by position",
                      fmt::format("{} = '{}'", district_->column, *word), centre.at});
  }
  return by_place;
}

SiteKnown CentreReader::get_known() {
  const auto word = values_.get_text(known_);
  if (word.empty()) return SiteKnown::kPlace;
  if (const auto known = find_site_known(word)) return *known;
  recorder_.repair(
      {"unknown word for what is known of its place, taken as 'nothing'",
       fmt::format("{} = '{}' (place, district and nothing are known)", known_->column, word)});
  return SiteKnown::kNothing;
}

bool CentreReader::is_taken(const std::string& id) {
  if (what_ == Rows::kCentres) return false;
  const auto& centres = context_.dataset.centres.centres;
  const bool taken =
      std::ranges::any_of(centres, [&](const Centre& centre) { return centre.id == id; });
  if (taken) recorder_.leave_out({"id of a centre", fmt::format("'{}' is a centre already", id)});
  return taken;
}

void CentreReader::read_details(Centre& centre) {
  centre.name = values_.get_text(name_, centre.id);
  centre.location_error_km =
      values_.find_number(error_km_, "location error", 0, kLargestErrorKm).value_or(0);
  centre.provenance = values_.get_text(provenance_);
  centre.note = values_.get_text(note_);
  centre.known = get_known();
  centre.kind = values_.get_text(kind_);
  centre.cost = values_.find_number(cost_, "cost", 0, kLargestCost);
  centre.staff = values_.find_count(staff_, "staff");
  centre.beds = values_.find_count(beds_, "beds");
  centre.vehicles = values_.find_count(vehicles_, "vehicles");
}

std::optional<Centre> CentreReader::find_centre() {
  recorder_.begin(rows_.row().name);
  Centre centre;
  centre.id = ids_.take(rows_.get(id_), recorder_);
  const auto status = find_status();
  if (!status || is_taken(centre.id)) return std::nullopt;
  const auto place = find_area_place(rows_.row(), context_, recorder_, tally_);
  if (!place) return std::nullopt;
  centre.status = *status;
  centre.at = place->place.xy;
  centre.district = get_district(centre, context_.get_levels(place->finest).district);
  read_details(centre);
  return centre;
}

CentreLayer CentreReader::read() {
  std::vector<Centre> centres;
  while (rows_.next()) {
    if (auto centre = find_centre()) centres.push_back(*std::move(centre));
    books_.progress.advance(1);
  }
  tally_.check(rows_.spec().name, rows_.source().where());
  std::sort(centres.begin(), centres.end(),
            [](const Centre& a, const Centre& b) { return a.id < b.id; });
  books_.finish(recorder_);
  return {rows_.spec().modelled, IdxVector<CentreIdx, Centre>(std::move(centres))};
}

}  // namespace

CentreLayer read_centres(const LayerSpec& spec, const AreaContext& context, ReadBooks& books) {
  return CentreReader(spec, context, books, CentreReader::Rows::kCentres).read();
}

CentreLayer read_candidates(const LayerSpec& spec, const AreaContext& context, ReadBooks& books) {
  return CentreReader(spec, context, books, CentreReader::Rows::kCandidates).read();
}

}  // namespace pahunch
