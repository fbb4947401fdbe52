#include "planner/simulation/conclusions.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "planner/markdown_text.h"
#include "planner/simulation/simulation_figures.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

std::vector<double> women_in(const SimulationReport& report, std::size_t set, Standing standing) {
  return by_draw(report.result, set, [standing](const SetResult& result) -> auto& {
    return result.rural[static_cast<std::size_t>(standing)];
  });
}

/// Sentences for where the first figure is larger, and where the second is.
struct Comparison {
  std::string first, second;
};
Conclusion compare(const std::vector<double>& first, const std::vector<double>& second,
                   const Comparison& words) {
  std::size_t n_first = 0, n_second = 0;
  for (std::size_t draw = 0; draw < first.size(); ++draw) {
    if (first[draw] > second[draw]) ++n_first;
    if (second[draw] > first[draw]) ++n_second;
  }
  if (n_first >= n_second) return {words.first, n_first, first.size()};
  return {words.second, n_second, first.size()};
}

void add_plan(const SimulatedStudy& simulated, std::vector<Conclusion>& all) {
  const SimulationReport& report = simulated.report;
  if (report.sets.size() < 2) return;
  const std::size_t last = report.sets.size() - 1;
  const std::string plan = markdown_text(report.sets[last].name);
  all.push_back(compare(women_in(report, last, Standing::kServed),
                        women_in(report, 0, Standing::kServed),
                        {plan + " serves more rural women than today",
                         plan + " serves fewer rural women than today"}));
  all.push_back(compare(report.sets[0].underserved, report.sets[last].underserved,
                        {"fewer rural women are underserved under " + plan + " than today",
                         "more rural women are underserved under " + plan + " than today"}));
}

void add_majority(const SimulatedStudy& simulated, const SetSimulation& set,
                  std::vector<Conclusion>& all) {
  Persons women = 0;
  for (const Women counted : women_of(simulated.study)) women += counted.rural;
  const std::vector<double> half(set.underserved.size(), static_cast<double>(women) / 2);
  const std::string under = " of rural women are underserved under " + markdown_text(set.name);
  all.push_back(
      compare(set.underserved, half, {"more than half" + under, "less than half" + under}));
}

struct Hold {
  const char* holds;  ///< as the subject of a sentence
  const char* name;
  Standing standing;
};
constexpr Hold kFloods{"floods hold", "floods", Standing::kCutOff};
constexpr Hold kDistance{"distance holds", "distance", Standing::kOutOfReach};
constexpr Hold kCapacity{"capacity holds", "capacity", Standing::kFull};

void add_holds(const SimulatedStudy& simulated, std::size_t set, std::vector<Conclusion>& all) {
  const SimulationReport& report = simulated.report;
  const std::string under = "under " + markdown_text(report.sets[set].name) + " ";
  const auto add = [&](const Hold& a, const Hold& b) {
    constexpr const char* kMore = "{}{} back more rural women than {}";
    all.push_back(compare(
        women_in(report, set, a.standing), women_in(report, set, b.standing),
        {fmt::format(kMore, under, a.holds, b.name), fmt::format(kMore, under, b.holds, a.name)}));
  };
  add(kFloods, kDistance);
  add(kCapacity, kDistance);
  add(kCapacity, kFloods);
}

void add_worst_block(const SimulatedStudy& simulated, std::vector<Conclusion>& all) {
  const SimulationReport& report = simulated.report;
  const auto& areas = simulated.study.dataset.blocks.areas;
  const std::size_t last = report.sets.size() - 1;
  if (report.result.draws.front().sets[last].blocks.empty()) return;
  std::map<AreaIdx, std::size_t> n_worst;
  for (const DrawSummary& draw : report.result.draws) {
    AreaIdx worst(0);
    const auto& blocks = draw.sets[last].blocks;
    for (const AreaIdx at : indices(blocks)) {
      if (blocks[at].not_served.mean() > blocks[worst].not_served.mean()) worst = at;
    }
    ++n_worst[worst];
  }
  const auto most = std::ranges::max_element(n_worst, {}, [](const auto& at) { return at.second; });
  all.push_back(
      {fmt::format("the block with most rural women not served under {} is {}",
                   markdown_text(report.sets[last].name), markdown_text(areas[most->first].name)),
       most->second, report.result.draws.size()});
}

}  // namespace

std::vector<Conclusion> find_conclusions(const SimulatedStudy& simulated) {
  std::vector<Conclusion> all;
  const auto& sets = simulated.report.sets;
  add_plan(simulated, all);
  add_majority(simulated, sets.front(), all);
  if (sets.size() > 1) add_majority(simulated, sets.back(), all);
  add_holds(simulated, 0, all);
  if (sets.size() > 1) add_holds(simulated, sets.size() - 1, all);
  add_worst_block(simulated, all);
  return all;
}

std::string conclusions_lines(const SimulatedStudy& simulated) {
  std::string out =
      "## Which conclusions survive every range\n\nEach draw takes all uncertain inputs anew "
      "within "
      "their ranges. A conclusion that holds in all of them does not hang on any input alone, as "
      "far as so few draws tell.\n\n| conclusion | holds in | survives |\n|---|---:|---|\n";
  for (const Conclusion& found : find_conclusions(simulated)) {
    out += fmt::format("| {} | {} of {} draws | {} |\n", found.words, found.n_holds, found.n_draws,
                       found.survives() ? "yes" : "no");
  }
  return out + "\n";
}

}  // namespace pahunch
