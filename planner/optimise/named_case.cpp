#include "planner/optimise/named_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "geo/base/error.h"
#include "planner/optimise/flood_moment.h"
#include "planner/scenario/read_scenario.h"

namespace pahunch {
namespace {

constexpr const char* kFlag = "--worst-of";

bool is_like(const std::string& word, const std::string& shape) {
  return std::ranges::equal(word, shape, [](char letter, char asked) {
    return asked == '0' ? std::isdigit(static_cast<unsigned char>(letter)) != 0 : letter == asked;
  });
}

bool has_chance(const PreparedClosure& closure) {
  return closure.plan.probability > 0 && closure.plan.probability < 1;
}

class CaseReader {
 public:
  CaseReader(const Study& study, const StudyHazard* hazard) : study_(study), hazard_(hazard) {}

  void read(const std::string& word) {
    if (word == "observed" || is_like(word, "0000")) {
      add_months(word);
    } else if (is_like(word, "0000-00")) {
      add({.name = word, .replay = replay_month(table(word), parse_year_month(word))});
    } else if (word.ends_with(".toml")) {
      add_file(word);
    } else {
      throw UsageError({.what = fmt::format("'{}' is no case", word),
                        .where = kFlag,
                        .why = "the worst case is over a list of named cases",
                        .hint = "name a month of the table of floods such as 2021-08, a year, "
                                "'observed' for all months, or a scenario file NAME.toml"});
    }
  }

  [[nodiscard]] std::vector<NamedCase> take() && { return std::move(cases_); }

 private:
  [[nodiscard]] const FloodTable& table(const std::string& word) const {
    if (hazard_ != nullptr) return hazard_->table;
    throw UsageError({.what = fmt::format("'{}' cannot be replayed: {}", word,
                                          find_hazard_obstacle(study_).value_or("no floods")),
                      .where = kFlag,
                      .hint = "name scenario files with closures, or add the layer `hazard`"});
  }

  void add_months(const std::string& word) {
    const FloodTable& all = table(word);
    const std::size_t n_before = cases_.size();
    for (const YearMonth& month : all.months) {
      if (word != "observed" && month.year != std::stoi(word)) continue;
      add({.name = to_string(month), .replay = replay_month(all, month)});
    }
    if (cases_.size() > n_before) return;
    throw UsageError(
        {.what = fmt::format("no month of {} was observed", word),
         .where = kFlag,
         .hint = "years there are: " + fmt::format("{}", fmt::join(all.years(), ", "))});
  }

  void add_file(const std::string& word) {
    const std::filesystem::path file(word);
    const Scenario scenario = read_scenario(read_scenario_text(file, {}));
    NamedCase made{.name = file.stem().string()};
    made.closures =
        find_closures(scenario.closures, {*study_.projection, study_.network, study_.dataset.roads})
            .all;
    const std::string& month = scenario.simulation.hazard.replay;
    if (!month.empty()) made.replay = replay_month(table(month), parse_year_month(month));
    if (made.closures.empty() && !made.replay) {
      throw UsageError({.what = fmt::format("'{}' closes nothing", word),
                        .where = kFlag,
                        .why = "of a scenario its closures and hazard.replay make the case",
                        .hint = "give it [[closures]], or hazard.replay"});
    }
    add(std::move(made));
  }

  void add(NamedCase made) {
    if (std::ranges::find(cases_, made.name, &NamedCase::name) != cases_.end()) {
      throw UsageError({.what = fmt::format("the case '{}' is named twice", made.name),
                        .where = kFlag,
                        .why = "the answer says by name which case is the worst"});
    }
    const auto& own = study_.closures.all;
    made.closures.insert(made.closures.end(), own.begin(), own.end());
    cases_.push_back(std::move(made));
  }

  const Study& study_;
  const StudyHazard* hazard_;
  std::vector<NamedCase> cases_;
};

}  // namespace

bool NamedCase::is_drawn() const {
  return replay.has_value() || std::ranges::any_of(closures, has_chance);
}

std::vector<NamedCase> read_named_cases(const std::vector<std::string>& words, const Study& study,
                                        const StudyHazard* hazard) {
  CaseReader reader(study, hazard);
  for (const std::string& word : words) reader.read(word);
  return std::move(reader).take();
}

RoadState draw_case(const NamedCase& named, const StudyHazard* hazard, std::uint64_t seed,
                    std::uint64_t number) {
  RoadState state;
  if (named.replay) state = draw_replayed_month(*hazard, *named.replay, seed, number);
  for (const PreparedClosure& closure : named.closures) {
    apply_closure(closure, seed, number, state);
  }
  return state;
}

}  // namespace pahunch
