#include "planner/batch/batch_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <functional>
#include <set>

#include "planner/privacy/generalise.h"
#include "planner/tables/table_spec.h"

namespace pahunch {
namespace {

/// One scenario; figures are null where it failed.
struct BatchRow {
  const BatchResult& result;
  std::size_t at;  ///< in the plan
  const PlannedScenario& planned;
  const ScenarioOutcome& outcome;
  const ScenarioFigures* own = nullptr;
};

using Spec = TableSpec<BatchRow>;
using Row = const BatchRow&;

/// Cells of what has figures; the others are empty.
template <class Make>
Spec::MakeCell of_figures(Make make) {
  return
      [make](Row row) { return row.own == nullptr ? Cell() : make(*row.own, row.result.base()); };
}

/// "travel.season" as the name of a column: "set_travel_season"; with a number behind it where
/// another key has that name, be it in capitals, which databases take for the same.
std::string column_of(const std::string& key, std::set<std::string>& taken) {
  std::string name = "set_" + key, lower;
  for (char& c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) c = '_';
    lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  if (taken.insert(lower).second) return name;
  int n = 2;
  while (!taken.insert(fmt::format("{}_{}", lower, n)).second) ++n;
  return fmt::format("{}_{}", name, n);
}

std::string minutes_text(double minutes) { return fmt::format("{}", minutes); }

void add_identity(const BatchResult& result, Spec& spec) {
  spec.add(text_column("scenario", "name of the scenario", InGeoJson::kYes),
           [](Row row) { return Cell(row.planned.name); });
  spec.add(text_column("origin",
                       "base, file, list, grid, sample, site out (one centre closed) or "
                       "site in (one added)",
                       InGeoJson::kYes),
           [](Row row) { return Cell(std::string(to_string(row.planned.origin))); });
  spec.add(text_column("status", "done or failed", InGeoJson::kYes),
           [](Row row) { return Cell(std::string(row.own == nullptr ? "failed" : "done")); });
  spec.add(text_column("reason", "why it failed, or its whole run did"),
           [&result](Row row) { return Cell(result.shown_reason(row.outcome)); });
  std::set<std::string> taken;
  for (const std::string& key : result.parameter_keys()) {
    spec.add(text_column(column_of(key, taken),
                         fmt::format("{} as the scenario sets it; empty as in the "
                                     "base",
                                     key)),
             [&result, key](Row row) { return Cell(parameter_text(result, row.planned, key)); });
  }
}

void add_coverage(const BatchResult& result, Spec& spec) {
  using F = const ScenarioFigures&;
  spec.add(integer_column("centres", "", "open under the scenario's last set", InGeoJson::kYes),
           of_figures([](F f, F) { return count_cell(f.n_centres); }));
  spec.add(real_column("limit_min", "min", "the scenario's headline limit, inclusive"),
           of_figures([](F f, F) { return Cell(f.limit_min); }));
  spec.add(integer_column("women_within", "women", "within the headline limit", InGeoJson::kYes),
           of_figures([](F f, F) { return count_cell(f.within_minutes(f.limit_min)->all); }));
  spec.add(integer_column("d_women_within", "women", "women_within less that of the base",
                          InGeoJson::kYes),
           of_figures([](F f, F base) {
             return count_cell(f.within_minutes(f.limit_min)->all -
                               base.within_minutes(base.limit_min)->all);
           }));
  spec.add(integer_column("rural_within", "women", "rural women within the headline limit",
                          InGeoJson::kYes),
           of_figures([](F f, F) { return count_cell(f.within_minutes(f.limit_min)->rural); }));
  spec.add(integer_column("d_rural_within", "women", "rural_within less that of the base",
                          InGeoJson::kYes),
           of_figures([](F f, F base) {
             return count_cell(f.within_minutes(f.limit_min)->rural -
                               base.within_minutes(base.limit_min)->rural);
           }));
  for (const double minutes : result.limits_min()) {
    spec.add(integer_column("women_" + minutes_text(minutes), "women",
                            fmt::format("within {} minutes; empty where the scenario has no such "
                                        "limit",
                                        minutes)),
             of_figures([minutes](F f, F) {
               const auto women = f.within_minutes(minutes);
               return women ? count_cell(women->all) : Cell();
             }));
  }
  spec.add(integer_column("newly_within", "women",
                          "within the headline limit under the last set and not under the first"),
           of_figures([](F f, F) { return count_cell(f.newly_covered.all); }));
  spec.add(integer_column("lost", "women",
                          "within the headline limit under the first set and not under the last"),
           of_figures([](F f, F) { return count_cell(f.lost.all); }));
}

void add_ledger(Spec& spec) {
  using F = const ScenarioFigures&;
  const auto add = [&](const char* name, const char* meaning, Women ScenarioFigures::*part) {
    spec.add(integer_column(name, "women", meaning),
             of_figures([part](F f, F) { return count_cell((f.*part).all); }));
  };
  add("reached", "within the largest limit", &ScenarioFigures::reached);
  add("beyond", "later than the largest limit, or no centre is open to her",
      &ScenarioFigures::beyond);
  add("no_service", "nothing runs at the hour asked", &ScenarioFigures::no_service);
  add("cut_off", "no way over the roads that are open", &ScenarioFigures::cut_off);
  add("off_network", "no usable road near, in any season", &ScenarioFigures::off_network);
  add("women", "all of them: the sum of the five", &ScenarioFigures::total);
  spec.add(real_column("mean_min", "min", "mean over the women who have a way", InGeoJson::kYes),
           of_figures([](F f, F) { return real_cell(f.mean_min); }));
  spec.add(real_column("d_mean_min", "min", "mean_min less that of the base"),
           of_figures([](F f, F base) {
             return f.mean_min && base.mean_min ? Cell(*f.mean_min - *base.mean_min) : Cell();
           }));
  spec.add(real_column("median_min", "min", "half of the women who have a way"),
           of_figures([](F f, F) { return real_cell(f.median_min); }));
  spec.add(real_column("p90_min", "min", "nine in ten of the women who have a way"),
           of_figures([](F f, F) { return real_cell(f.p90_min); }));
}

using FindSpread = std::function<std::optional<Spread>(Row)>;

/// Mean, and 5% and 95% of the draws, as three columns.
void add_spread(const std::string& name, const std::string& unit, const std::string& meaning,
                InGeoJson shown, const FindSpread& find, Spec& spec) {
  const auto add = [&](const std::string& column, const std::string& words, InGeoJson in_geojson,
                       double Spread::*part) {
    spec.add(real_column(column, unit, words, in_geojson), [find, part](Row row) {
      const std::optional<Spread> spread = find(row);
      return spread ? Cell((*spread).*part) : Cell();
    });
  };
  add(name, meaning + ", mean of the draws", shown, &Spread::mean);
  add(name + "_low", "5% of the draws are below", InGeoJson::kNo, &Spread::low);
  add(name + "_high", "5% of the draws are above", InGeoJson::kNo, &Spread::high);
}

struct FigureWords {
  SimulatedFigure figure;
  const char *name, *unit, *meaning;
};
constexpr std::array<FigureWords, kNSimulatedFigures> kFigureWords = {{
    {SimulatedFigure::kUnderserved, "underserved", "women",
     "rural women in underserved settlements"},
    {SimulatedFigure::kServed, "served", "women", "rural women served in time, of a year"},
    {SimulatedFigure::kTurnedAway, "turned_away", "women",
     "rural women whose centre is full, of a year"},
    {SimulatedFigure::kCutOff, "flooded_off", "women", "rural women cut off by floods, of a year"},
    {SimulatedFigure::kRegistered, "registered", "cases", "cases registered in a year"},
    {SimulatedFigure::kDisposed, "disposed", "cases", "cases disposed of in a year"},
}};

void add_simulation(Spec& spec) {
  using F = const ScenarioFigures&;
  spec.add(integer_column("years", "", "simulated"), of_figures([](F f, F) {
             return f.simulated ? count_cell(static_cast<std::int64_t>(f.simulated->n_years))
                                : Cell();
           }));
  for (const FigureWords& words : kFigureWords) {
    const auto figure = words.figure;
    const auto shown = figure == SimulatedFigure::kUnderserved ? InGeoJson::kYes : InGeoJson::kNo;
    add_spread(
        words.name, words.unit, words.meaning, shown,
        [figure](Row row) {
          const bool simulated = row.own != nullptr && row.own->simulated;
          return simulated ? std::optional(spread_of(row.own->simulated->of(figure)))
                           : std::nullopt;
        },
        spec);
    add_spread(
        fmt::format("d_{}", words.name), words.unit,
        fmt::format("{} less that of the base, draw by draw from the same random numbers; empty "
                    "where seed, draws or years are others",
                    words.name),
        shown, [figure](Row row) { return compare_figure(row.result, row.at, figure); }, spec);
  }
}

/// Those whose last set differs from the first by what was simulated.
void add_more_served(Spec& spec) {
  using F = const ScenarioFigures&;
  spec.add(
      real_column("more_served", "women",
                  "rural women served more under the last set than under the first, of a year"),
      of_figures([](F f, F) { return f.simulated ? Cell(f.simulated->more_served) : Cell(); }));
  spec.add(real_column("more_served_low", "women", "lower end by chance alone"),
           of_figures([](F f, F) {
             return f.simulated ? real_cell(f.simulated->more_served_low) : Cell();
           }));
  spec.add(real_column("more_served_high", "women", "upper end by chance alone"),
           of_figures([](F f, F) {
             return f.simulated ? real_cell(f.simulated->more_served_high) : Cell();
           }));
}

void add_places(const BatchResult& result, Table& table) {
  const auto& scenarios = result.outcome.scenarios;
  const auto has_place = [](const ScenarioOutcome& one) { return one.changed_site.has_value(); };
  if (std::ranges::none_of(scenarios, has_place)) return;
  table.geometry_type = GeometryType::kPoint;
  table.geometry.resize(scenarios.size());
  const PrivacySettings privacy = result.privacy();
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    if (!scenarios[i].changed_site) continue;
    table.geometry[i].emplace<Xy>(shown_place(privacy, *scenarios[i].changed_site));
  }
}

}  // namespace

Table make_batch_table(const BatchResult& result) {
  Spec spec;
  add_identity(result, spec);
  add_coverage(result, spec);
  add_ledger(spec);
  if (result.any_simulated()) {
    add_simulation(spec);
    add_more_served(spec);
  }
  const auto has_run = [](const ScenarioOutcome& one) { return !one.run.empty(); };
  if (std::ranges::any_of(result.outcome.scenarios, has_run)) {
    spec.add(text_column("run", "folder of the scenario's whole run, beside the results"),
             [](Row row) { return Cell(row.outcome.run); });
  }
  spec.add(text_column("key", "checksum of all that the scenario's figures come from"),
           [](Row row) { return Cell(row.outcome.key.substr(0, 16)); });
  std::vector<BatchRow> rows;
  for (std::size_t i = 0; i < result.plan.size(); ++i) {
    const ScenarioOutcome& outcome = result.outcome.scenarios[i];
    rows.push_back(
        {result, i, result.plan[i], outcome, outcome.figures ? &*outcome.figures : nullptr});
  }
  Table table = spec.make("batch", rows);
  add_places(result, table);
  return table;
}

}  // namespace pahunch
