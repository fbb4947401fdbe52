#include "planner/plot/run_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "geo/base/error.h"
#include "planner/csv/open_input.h"
#include "planner/run/manifest.h"

namespace pahunch {
namespace fs = std::filesystem;
namespace {

constexpr std::array<std::string_view, 9> kPlotted = {
    "centres",       "coverage_curve", "curve",       "districts",        "pareto",
    "opening_order", "rule_lists",     "sensitivity", "simulated_centres"};

bool is_plotted(const fs::path& file) {
  const std::string table = file.stem().string();
  return file.extension() == ".csv" && std::ranges::find(kPlotted, table) != kPlotted.end();
}

nlohmann::ordered_json parse(const fs::path& file) {
  auto json = nlohmann::ordered_json::parse(read_whole_file(file.string()), nullptr, false);
  if (json.is_discarded()) {
    throw DataError({.what = "the file is no JSON", .where = file.string()});
  }
  return json;
}

}  // namespace

const CsvTable* RunData::find(std::string_view table) const {
  const auto at = tables.find(table);
  return at == tables.end() || at->second.n_rows() == 0 ? nullptr : &at->second;
}

std::vector<std::string> RunData::sets() const {
  std::vector<std::string> names;
  for (const auto& set : summary.at("headline").at("sets")) names.push_back(set.at("name"));
  return names;
}

RunData read_run_data(const fs::path& run) {
  const Manifest manifest = read_manifest(run);
  RunData data{.version = manifest.version};
  for (const ManifestFile& file : manifest.files) {
    const fs::path path = run / file.name;
    const bool is_summary = file.name == "summary.json", is_siting = file.name == "siting.json";
    if (!is_summary && !is_siting && !is_plotted(file.name)) continue;
    check_run_file(run, file);
    if (is_summary) {
      data.summary = parse(path);
    } else if (is_siting) {
      data.siting = parse(path);
    } else {
      std::ifstream in = open_input(path.string());
      data.tables.emplace(path.stem().string(), CsvTable(in, path.string()));
    }
  }
  if (data.summary.is_null()) {
    throw DataError({.what = "the run has no summary.json",
                     .where = run.string(),
                     .why = "the plots are drawn from it",
                     .hint = "give a folder that pahunch run or pahunch optimise has made"});
  }
  return data;
}

std::string provenance_words(const RunData& run) {
  const auto text = [&](const char* key) { return run.summary.at(key).get<std::string>(); };
  return fmt::format("{}; {}; women: {}. Run {}, pahunch {}.", text("title"), text("basis"),
                     text("population"), text("scenario"), run.version);
}

std::string notice_words(const RunData& run) { return run.summary.at("notice"); }

}  // namespace pahunch
