#include <fmt/format.h>

#include "geo/io/clean_text.h"
#include "planner/check/check_report.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

std::string rows_text(const CheckReport& report) {
  std::string out =
      fmt::format("{:<14}{:>10}{:>10}{:>10}\n", "layer", "rows read", "used", "left out");
  for (const RowLedger& ledger : report.study.dataset.ledgers) {
    out += fmt::format("{:<14}{:>10}{:>10}{:>10}\n", ledger.layer, ledger.n_read, ledger.n_used,
                       ledger.n_left_out());
    for (const auto& [reason, count] : ledger.repaired) {
      out += fmt::format("    {} kept: {}\n", count, reason);
    }
    for (const auto& [reason, count] : ledger.left_out) {
      out += fmt::format("    {} left out: {}\n", count, reason);
    }
  }
  return out;
}

std::string levels_text(const CheckReport& report) {
  std::string out = fmt::format("\n{:<14}{:>8}{:>9}{:>14}{:>14}{:>14}\n", "level", "areas", "empty",
                                "women", "rural women", "in no area");
  for (const LevelTotals& level : report.levels) {
    out += fmt::format("{:<14}{:>8}{:>9}{:>14}{:>14}{:>14}\n", to_string(level.level),
                       level.n_areas, level.n_empty, count_text(level.women.all),
                       count_text(level.women.rural), count_text(level.unassigned.all));
  }
  for (const BoundaryQuality& quality : report.boundaries) {
    out += fmt::format("{}: {:.3f} km2 overlap in {} places, {:.3f} km2 of gaps in {} places\n",
                       table_name(quality.level), quality.overlap_km2, quality.overlaps.size(),
                       quality.gap_km2, quality.gaps.size());
  }
  return out;
}

std::string network_text(const CheckReport& report) {
  const Network& network = report.study.network;
  std::string out = fmt::format("\nnetwork: {} junctions, {} links, {:.0f} km; {} components\n",
                                network.n_junctions(), network.n_links(), report.network_km,
                                report.components.components.size());
  out +=
      fmt::format("islands: {} links, {:.1f} km; {} settlements with {} women have no other road\n",
                  report.islands.size(), report.islands_km, report.n_on_islands,
                  count_text(report.on_islands.all));
  return out + fmt::format("bridges that end nowhere: {}\n", report.dead_end_bridges.size());
}

std::string snaps_text(const CheckReport& report) {
  std::string out =
      fmt::format("\n{:<22}{:>12}{:>14}\n", "straight to the road", "settlements", "women");
  for (const SnapBin& bin : report.snaps) {
    const std::string label =
        bin.up_to_m ? fmt::format("up to {:.0f} m", *bin.up_to_m) : std::string("farther");
    out += fmt::format("{:<22}{:>12}{:>14}\n", label, bin.n_settlements, count_text(bin.women.all));
  }
  return out + fmt::format("{:<22}{:>12}{:>14}\n", "no usable road near", report.n_off_network,
                           count_text(report.off_network.all));
}

std::string places_text(const CheckReport& report) {
  std::string out =
      fmt::format("\nplaces with more than one settlement: {}\n", report.duplicates.size());
  const auto& centres = report.study.dataset.centres.centres;
  std::size_t n_bad = 0;
  for (const CentreIdx at : indices(report.centres)) {
    if (report.centres[at].ok()) continue;
    ++n_bad;
    out += fmt::format("centre {} ({}): {}\n", clean_text(centres[at].id),
                       clean_text(centres[at].name), report.centres[at].finding);
  }
  return out + fmt::format("centres: {}, of which {} fail the self-check\n", centres.size(), n_bad);
}

}  // namespace

std::string check_text(const CheckReport& report) {
  return rows_text(report) + levels_text(report) + network_text(report) + snaps_text(report) +
         places_text(report);
}

}  // namespace pahunch
