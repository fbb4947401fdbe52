#include "planner/simulation/exclusions.h"

#include <fmt/format.h>

#include "planner/markdown_text.h"
#include "planner/summary/run_summary.h"

namespace pahunch {
namespace {

/// Who is counted, and which rows of the settlements are not.
std::string counted_line(const SimulatedStudy& simulated) {
  const Dataset& data = simulated.study.dataset;
  Persons all = 0, rural = 0;
  for (const Women& women : women_of(simulated.study)) {
    all += women.all;
    rural += women.rural;
  }
  std::string out = fmt::format(
      "- **Who is missing from the people.** Counted are {} women, {} of them rural ({}). ",
      count_text(all), count_text(rural), markdown_text(population_words(simulated.study)));
  for (const RowLedger& ledger : data.ledgers) {
    if (ledger.layer != "settlements" || ledger.left_out.empty()) continue;
    out += "Rows of the settlements left out:";
    for (const auto& [reason, count] : ledger.left_out) {
      out += fmt::format(" {} ({});", markdown_text(reason), count);
    }
    out.back() = '.';
    out += ' ';
  }
  return out +
         "Nobody is added for people whom the settlements do not hold: compare their total with "
         "that of your census.\n";
}

}  // namespace

std::string exclusions_lines(const SimulatedStudy& simulated) {
  const auto& scenario = simulated.study.scenario;
  std::string out =
      "## What it leaves out\n\n"
      "- **Growth.** People are those of the dataset; none are added since its census.\n"
      "- **Women who pass by the nearest centre.** Each goes to the centre that is nearest on the "
      "roads of that day; a better known or a more private one draws nobody.\n";
  out += scenario.travel.depart_hour
             ? "- **Night.** All trips leave at the one hour of the scenario.\n"
             : "- **Night.** Cases come at night too and the centres' shifts heed it, but a trip "
               "takes as long by night as by day, and vehicles are taken to run.\n";
  out +=
      "- **Waiting for a vehicle.** The minutes of the profile are in each trip, the same in every "
      "place. A centre's own rescue vehicles are waited for in the simulation of the centres; such "
      "a wait does not lengthen the trip that is held against the limit.\n"
      "- **Cost and escort.** Neither fares, lost wages, nor whether anybody goes with her.\n";
  return out + counted_line(simulated) + "\n";
}

}  // namespace pahunch
