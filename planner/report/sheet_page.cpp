#include "planner/report/sheet_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "geo/base/error.h"
#include "geo/base/nearest_name.h"
#include "geo/io/xml_text.h"
#include "planner/csv/csv_reader.h"
#include "planner/csv/open_input.h"
#include "planner/report/write_page.h"
#include "planner/run/manifest.h"

namespace pahunch {
namespace fs = std::filesystem;
namespace {

constexpr const char* kDistrictTable = "districts.csv";
constexpr const char* kWeekTable = "weeks.csv";
constexpr int kLastWeek = 53;

/// The path of a file of the run that is as the run left it; `hint`: how a run gets one.
fs::path checked_file(const fs::path& run, const Manifest& manifest, const std::string& name,
                      const std::string& hint) {
  const auto file = std::ranges::find(manifest.files, name, &ManifestFile::name);
  if (file == manifest.files.end()) {
    throw DataError({.what = fmt::format("the run has no {}", name),
                     .where = run.string(),
                     .why = "the sheets are made from it",
                     .hint = hint});
  }
  check_run_file(run, *file);
  return run / name;
}

struct DistrictNames {
  std::vector<std::string> ids, names;
};

DistrictNames read_districts(const fs::path& file) {
  std::ifstream in = open_input(file.string());
  CsvReader reader(in, file.string());
  const std::size_t id = reader.get_column("id");
  const std::size_t name = reader.get_column("name");
  DistrictNames districts;
  for (CsvReader::Row row; reader.next(row);) {
    districts.ids.push_back(row[id]);
    districts.names.push_back(row[name]);
  }
  return districts;
}

/// Its id, wherever it is found: ids come before names.
std::string get_district_id(const DistrictNames& districts, const std::string& wanted) {
  const auto& [ids, names] = districts;
  if (std::ranges::find(ids, wanted) != ids.end()) return wanted;
  const auto named = std::ranges::find(names, wanted);
  if (named != names.end()) return ids[static_cast<std::size_t>(named - names.begin())];
  const auto near = find_nearest_name(wanted, names);
  throw UsageError({.what = fmt::format("the run has no district '{}'", wanted),
                    .hint = near ? fmt::format("did you mean '{}'?", *near)
                                 : fmt::format("its districts are: {}", fmt::join(names, ", "))});
}

/// A page of the run's data that opens with what `name` and `content` of a meta element say. Of
/// report.html it takes the data alone: what else stands there may be anybody's scripts.
std::string open_with(const fs::path& run, const Manifest& manifest, std::string_view name,
                      const std::string& content) {
  const std::string page = read_whole_file(
      checked_file(run, manifest, kReportPage, "run it again with this version").string());
  const auto packed = find_packed_data(page);
  if (!packed) {
    throw DataError({.what = "report.html is not a page of this program", .where = run.string()});
  }
  return make_report_page(
      *packed, fmt::format("\n<meta name=\"{}\" content=\"{}\">", name, xml_text(content)));
}

}  // namespace

std::string make_district_page(const fs::path& run, const std::string& district) {
  const Manifest manifest = read_manifest(run);
  const auto districts =
      read_districts(checked_file(run, manifest, kDistrictTable,
                                  "run it again with this version, on a dataset with districts"));
  return open_with(
      run, manifest, "pahunch-district",
      district == kAllDistricts ? district : "id:" + get_district_id(districts, district));
}

std::string make_weekly_page(const fs::path& run, std::optional<int> week) {
  if (week && (*week < 1 || *week > kLastWeek)) {
    throw UsageError({.what = fmt::format("a year has no week {}", *week),
                      .hint = fmt::format("weeks are 1 to {}", kLastWeek)});
  }
  const Manifest manifest = read_manifest(run);
  checked_file(run, manifest, kWeekTable,
               "weeks come from the simulation: run it again with a hazard table and yearly cases");
  return open_with(run, manifest, "pahunch-weekly", week ? std::to_string(*week) : "year");
}

}  // namespace pahunch
