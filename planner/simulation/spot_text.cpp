#include "planner/simulation/spot_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "planner/json_text.h"
#include "planner/markdown_text.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kNamed = 10;

/// The blocks of one set by kind.
struct SpotCount {
  std::vector<AreaIdx> hot;  ///< most rural women not served first
  std::size_t n_cold = 0, n_tested = 0;
  double women_hot = 0, women = 0;  ///< rural, not served over a year
};

SpotCount count_spots(const SimulationReport& report, std::size_t set) {
  const UnderservedSpots& spots = report.sets[set].spots;
  const auto figures = find_block_figures(report.result, set);
  SpotCount count;
  for (const AreaIdx at : indices(spots)) {
    count.women += figures[at].not_served.mean;
    count.n_tested += spots[at].q ? 1U : 0U;
    count.n_cold += spots[at].kind == SpotKind::kCold ? 1U : 0U;
    if (spots[at].kind != SpotKind::kHot) continue;
    count.hot.push_back(at);
    count.women_hot += figures[at].not_served.mean;
  }
  std::ranges::stable_sort(count.hot, std::greater{},
                           [&](AreaIdx at) { return figures[at].not_served.mean; });
  return count;
}

std::string names_text(const AreaLayer& blocks, const std::vector<AreaIdx>& hot) {
  std::string names;
  for (std::size_t i = 0; i < std::min(hot.size(), kNamed); ++i) {
    names += (i == 0 ? "" : ", ") + markdown_text(blocks.areas[hot[i]].name);
  }
  return hot.size() > kNamed ? names + ", …" : names;
}

std::string set_text(const AreaLayer& blocks, const std::string& name, const SpotCount& count) {
  if (count.n_tested == 0) return fmt::format("Under {} no block was tested. ", name);
  const auto women = static_cast<Persons>(std::llround(count.women_hot));
  std::string out = fmt::format(
      "Under {} {} of {} blocks are hot, with {} rural women not served ({}), and {} cold", name,
      count.hot.size(), count.n_tested, count_text(women),
      share_text(women, static_cast<Persons>(std::llround(count.women))), count.n_cold);
  return out + (count.hot.empty() ? ". " : ": hot are " + names_text(blocks, count.hot) + ". ");
}

}  // namespace

std::string spot_text(const AreaLayer& blocks, const SimulationReport& report) {
  std::string out = fmt::format(
      "Where shares of rural women not served gather (Gi* over blocks that touch, random orders; "
      "of "
      "all blocks named hot or cold at most {:.0f}% by chance): ",
      100 * kFalseShare);
  for (std::size_t set = 0; set < report.sets.size(); ++set) {
    out += set_text(blocks, report.sets[set].name, count_spots(report, set));
  }
  return out + "A hot spot tells where to look, and not why.\n\n";
}

nlohmann::ordered_json spot_json(const AreaLayer& blocks, const SimulationReport& report) {
  Json sets = Json::array();
  for (std::size_t set = 0; set < report.sets.size(); ++set) {
    const SpotCount count = count_spots(report, set);
    Json hot = Json::array();
    for (const AreaIdx at : count.hot) hot.push_back(blocks.areas[at].id);
    sets.push_back({{"name", report.sets[set].name},
                    {"tested", count.n_tested},
                    {"cold", count.n_cold},
                    {"rural_women_not_served_in_hot", json_number(count.women_hot, 1)},
                    {"hot", std::move(hot)}});
  }
  return sets;
}

}  // namespace pahunch
