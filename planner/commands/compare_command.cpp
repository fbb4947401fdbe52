#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "geo/base/error.h"
#include "geo/io/write_table.h"
#include "planner/commands/commands.h"
#include "planner/compare/compare_runs.h"
#include "planner/csv/open_input.h"
#include "planner/json_text.h"
#include "planner/options/output_options.h"
#include "planner/run/manifest.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

constexpr const char* kSettlements = "settlements.csv";

/// One of the two runs.
struct Side {
  Manifest manifest;
  std::string set;
  RunRows rows;
};

std::string get_set(const Manifest& manifest, const std::string& wanted, const std::string& run) {
  const auto& sets = manifest.scenario.sets;
  if (wanted.empty()) return sets.back().name;
  if (std::ranges::find(sets, wanted, &CentreSetSpec::name) != sets.end()) return wanted;
  std::vector<std::string> names;
  for (const CentreSetSpec& set : sets) names.push_back(set.name);
  throw UsageError({.what = fmt::format("the run has no set '{}'", wanted),
                    .where = run,
                    .hint = fmt::format("its sets are: {}", fmt::join(names, ", "))});
}

Side read_side(const std::string& run, const std::string& set) {
  Side side{read_manifest(run), "", {}};
  side.set = get_set(side.manifest, set, run);
  for (const ManifestFile& file : side.manifest.files) {
    if (file.name == kSettlements) check_run_file(run, file);
  }
  const std::string table = (std::filesystem::path(run) / kSettlements).string();
  auto in = open_input(table);
  side.rows = read_run_rows(in, table, side.set);
  return side;
}

std::string signed_count(std::int64_t count) { return (count > 0 ? "+" : "") + count_text(count); }

class CompareCommand final : public Command {
 public:
  [[nodiscard]] CommandText text() const override {
    return {
        "compare", "What changed between two runs, as a table and a map",
        "Compares the last set of each run (or the one named), settlement by settlement, over the\n"
        "limits of the second run, by the minutes written in their tables. With -o the\n"
        "settlements that changed are written: .csv, .geojson or .gpkg.",
        "# the plan in the dry season and in the monsoon\n"
        "pahunch run -o out/dry && pahunch run --season monsoon -o out/monsoon\n"
        "pahunch compare out/dry out/monsoon -o changes.geojson\n"
        "# before and after within one run\n"
        "pahunch compare out/dry out/dry --first-set baseline --second-set plan"};
  }

  void setup(CLI::App& app) override {
    app.add_option("FIRST", first_, "Folder of the first run")->required()->type_name("RUN");
    app.add_option("SECOND", second_, "Folder of the second run")->required()->type_name("RUN");
    app.add_option("--first-set", first_set_, "Set of the first run (default: its last)")
        ->type_name("NAME");
    app.add_option("--second-set", second_set_, "Set of the second run (default: its last)")
        ->type_name("NAME");
    output_.add_to(app, "File of the settlements that changed: .csv, .geojson or .gpkg");
    app.add_flag("--json", json_, "Print the figures as JSON")->group("Output");
  }

  void run(Session& session) override {
    check_extension();
    std::optional<ResultFile> file;
    if (!output_.out.empty()) file.emplace(output_);
    const Side before = read_side(first_, first_set_);
    const Side after = read_side(second_, second_set_);
    const auto limits =
        compare_limits(before.rows, after.rows, after.manifest.scenario.travel.bands_min);
    const auto rows = compare_rows(before.rows, after.rows);
    session.console.out() << (json_ ? to_json(limits, rows) : to_text(limits, rows));
    if (!file) return;
    write_changes(make_changes_table(rows, Projection(after.manifest.working_crs)),
                  after.manifest.working_crs, *file);
    session.console.note("wrote " + output_.out);
  }

 private:
  [[nodiscard]] std::string extension() const {
    return std::filesystem::path(output_.out).extension().string();
  }

  void check_extension() const {
    constexpr std::array<std::string_view, 3> known = {".csv", ".geojson", ".gpkg"};
    if (output_.out.empty() || std::ranges::find(known, extension()) != known.end()) return;
    throw UsageError(
        {.what = fmt::format("'{}' has none of the endings that can be written", output_.out),
         .hint = "end the name in .csv, .geojson or .gpkg"});
  }

  void write_changes(const Table& table, const std::string& crs, const ResultFile& file) const {
    if (extension() == ".csv") {
      write_csv(table, file.target());
    } else if (extension() == ".geojson") {
      write_geojson(table, crs, file.target());
    } else {
      const std::array layers = {StyledTable{table, ""}};
      write_geopackage(layers, crs, file.target());
    }
  }

  static std::array<std::size_t, 7> count_changes(const std::vector<ComparedRow>& rows) {
    std::array<std::size_t, 7> counts{};
    for (const ComparedRow& row : rows) ++counts[static_cast<std::size_t>(row.change)];
    return counts;
  }

  static std::string to_text(const std::vector<ComparedLimit>& limits,
                             const std::vector<ComparedRow>& rows) {
    std::string out =
        fmt::format("{:<18}{:>14}{:>14}{:>14}\n", "rural women", "first", "second", "change");
    for (const ComparedLimit& limit : limits) {
      out += fmt::format("{:<18}{:>14}{:>14}{:>14}\n",
                         "within " + limit_text(limit.limit_min) + " min",
                         count_text(limit.rural_before), count_text(limit.rural_after),
                         signed_count(limit.rural_after - limit.rural_before));
    }
    out += "\nsettlements\n";
    const auto counts = count_changes(rows);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] > 0)
        out += fmt::format("  {:<24}{:>8}\n", to_string(static_cast<RowChange>(i)), counts[i]);
    }
    return out;
  }

  static std::string to_json(const std::vector<ComparedLimit>& limits,
                             const std::vector<ComparedRow>& rows) {
    nlohmann::ordered_json json = {{"limits", nlohmann::ordered_json::array()}};
    for (const ComparedLimit& limit : limits) {
      json["limits"].push_back({{"minutes", limit.limit_min},
                                {"women_before", limit.before},
                                {"women_after", limit.after},
                                {"rural_women_before", limit.rural_before},
                                {"rural_women_after", limit.rural_after}});
    }
    const auto counts = count_changes(rows);
    for (std::size_t i = 0; i < counts.size(); ++i) {
      json["settlements"][std::string(to_string(static_cast<RowChange>(i)))] = counts[i];
    }
    return dump_json(json);
  }

  std::string first_, second_, first_set_, second_set_;
  OutputOptions output_;
  bool json_ = false;
};

}  // namespace

std::unique_ptr<Command> make_compare_command() { return std::make_unique<CompareCommand>(); }

}  // namespace pahunch
