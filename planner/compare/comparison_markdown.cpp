#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "planner/compare/comparison.h"
#include "planner/markdown_text.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

constexpr std::size_t kMostAreas = 10;

std::string signed_words(std::int64_t count) { return (count > 0 ? "+" : "") + count_text(count); }

std::string limits_section(const std::vector<ComparedLimit>& limits) {
  std::string out =
      "## Women within each limit\n\n| within | women before | after | change | rural before | "
      "after | change |\n|---|---:|---:|---:|---:|---:|---:|\n";
  for (const ComparedLimit& limit : limits) {
    out += fmt::format("| {} min | {} | {} | {} | {} | {} | {} |\n", limit_text(limit.limit_min),
                       count_text(limit.before), count_text(limit.after),
                       signed_words(limit.after - limit.before), count_text(limit.rural_before),
                       count_text(limit.rural_after),
                       signed_words(limit.rural_after - limit.rural_before));
  }
  return out + "\n";
}

std::string reasons_section(const Comparison& comparison) {
  const ChangeCounts counts = count_changes(comparison.rows);
  const std::string travel = travel_words(comparison);
  std::string out = fmt::format(
      "## What changed, and by what\n\nEach settlement counts once, with the reason that its "
      "nearest centre tells. Another centre of both runs, or another time to the same one, comes "
      "of "
      "the roads or of the way of travelling: {}.\n\n| change | by | settlements | women |\n"
      "|---|---|---:|---:|\n",
      travel.empty() ? "no such setting or file differs" : markdown_text(travel));
  for (std::size_t change = 0; change < kNChanges; ++change) {
    for (std::size_t reason = 0; reason < kNReasons; ++reason) {
      const ChangeCount& count = counts[change][reason];
      if (count.settlements == 0) continue;
      out += fmt::format("| {} | {} | {} | {} |\n", to_string(static_cast<RowChange>(change)),
                         to_string(static_cast<ChangeReason>(reason)),
                         count_text(count.settlements), count_text(count.women));
    }
  }
  return out + "\n";
}

std::string differences_section(const Comparison& comparison) {
  const auto value = [](const std::optional<std::string>& text) {
    return text ? markdown_text(*text) : "(none)";
  };
  std::string out = "## Settings that differ\n\n";
  if (comparison.settings.empty()) {
    out += "None.\n\n";
  } else {
    out += "| key | first run | second run |\n|---|---|---|\n";
    for (const RunDifference& one : comparison.settings) {
      out += fmt::format("| {} | {} | {} |\n", markdown_text(one.what), value(one.before),
                         value(one.after));
    }
    out += "\n";
  }
  out += "## Input files that differ\n\n";
  if (comparison.inputs.empty()) return out + "None.\n\n";
  for (const RunDifference& one : comparison.inputs) {
    out += fmt::format("- {}: {}\n", markdown_text(one.what),
                       !one.before  ? "only in the second run"
                       : !one.after ? "only in the first run"
                                    : "other content");
  }
  return out + "\n";
}

std::string centres_section(const std::vector<ComparedCentre>& centres) {
  std::string rows;
  for (const ComparedCentre& centre : centres) {
    if (centre.fate == CentreFate::kSame) continue;
    rows += fmt::format(
        "| {} | {} | {} | {} |\n", to_string(centre.fate), markdown_text(centre.id),
        markdown_text(centre.centre.name),
        centre.fate == CentreFate::kMoved ? fmt::format("{:.1f} km", centre.moved_m / 1000) : "");
  }
  if (rows.empty()) return "## Centres\n\nThe same in both runs.\n\n";
  return "## Centres\n\n| change | id | name | moved |\n|---|---|---|---:|\n" + rows + "\n";
}

/// The areas with the largest change at one limit, either way.
std::string areas_section(const std::string& title, std::vector<AreaChanges> areas,
                          std::size_t at) {
  const auto change = [at](const AreaChanges& area) {
    return area.limits[at].after - area.limits[at].before;
  };
  std::erase_if(areas, [&](const AreaChanges& area) { return change(area) == 0; });
  if (areas.empty()) return "";
  std::ranges::stable_sort(areas, std::ranges::greater(),
                           [&](const AreaChanges& area) { return std::abs(change(area)); });
  std::string out = fmt::format(
      "## {} with the largest change within {} minutes\n\n| district | block | women before | "
      "after | change |\n|---|---|---:|---:|---:|\n",
      title, limit_text(areas.front().limits[at].limit_min));
  for (std::size_t i = 0; i < std::min(areas.size(), kMostAreas); ++i) {
    const AreaChanges& area = areas[i];
    out += fmt::format("| {} | {} | {} | {} | {} |\n", markdown_text(area.district),
                       markdown_text(area.block), count_text(area.limits[at].before),
                       count_text(area.limits[at].after), signed_words(change(area)));
  }
  return out + fmt::format("\nAll that changed there: {}.\n\n", areas.size());
}

std::string answer(const Comparison& comparison) {
  const ComparedLimit& limit = comparison.limits[headline_index(comparison)];
  return fmt::format(
      "{} rural women come within {} minutes of a centre, and {} no longer are within them.\n\n",
      count_text(limit.rural_gained), limit_text(limit.limit_min), count_text(limit.rural_lost));
}

std::string opening(const Comparison& comparison) {
  const std::string notice = comparison_notice(comparison);
  return fmt::format("# What changed from {} to {}\n\n",
                     markdown_text(side_words(comparison.before)),
                     markdown_text(side_words(comparison.after))) +
         answer(comparison) + (notice.empty() ? "" : "> " + markdown_text(notice) + "\n\n");
}

}  // namespace

std::string comparison_markdown(const Comparison& comparison) {
  const std::size_t at = headline_index(comparison);
  return opening(comparison) + limits_section(comparison.limits) + reasons_section(comparison) +
         differences_section(comparison) + centres_section(comparison.centres) +
         areas_section("Districts", comparison.districts, at) +
         areas_section("Blocks", comparison.blocks, at) +
         "All districts and blocks: `district_changes.csv`, `block_changes.csv`.\n";
}

}  // namespace pahunch
