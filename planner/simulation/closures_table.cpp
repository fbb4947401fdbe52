#include "planner/simulation/closures_table.h"

#include <array>

#include "planner/simulation/study_hazard.h"
#include "planner/tables/table_spec.h"
#include "sim/flood/closure_chance.h"

namespace pahunch {
namespace {

constexpr double kLeastChance = 0.01;

constexpr std::array<const char*, kMonths> kMonthNames = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

const char* to_word(LinkSetting setting) {
  switch (setting) {
    case LinkSetting::kBridge:
      return "bridge";
    case LinkSetting::kApproach:
      return "beside a bridge";
    default:
      return "road";
  }
}

struct ClosureRow {
  const ExposedLink* link = nullptr;
  AreaIdx block;
  ClosureChance chance;
};

/// `exposure` must outlive the rows.
std::vector<ClosureRow> list_rows(const Study& study, const RoadExposure& exposure) {
  const RoadPrior prior = read_prior_of(study.scenario.simulation.hazard).road;
  const std::vector<double> middle(list_road_parameters(prior).size(), 0.5);
  const auto chances = find_closure_chances(exposure, make_road_theta(prior, exposure, middle),
                                            make_flood_table(study.dataset));
  std::vector<ClosureRow> rows;
  for (std::size_t block = 0; block < exposure.n_blocks(); ++block) {
    for (std::size_t at = exposure.first[block]; at < exposure.first[block + 1]; ++at) {
      if (chances[at].p < kLeastChance) continue;
      rows.push_back({&exposure.links[at], AreaIdx(block), chances[at]});
    }
  }
  return rows;
}

void add_road(TableSpec<ClosureRow>& spec, const Study& study) {
  const auto& roads = study.dataset.roads.roads;
  const Network& network = study.network;
  const auto add_text = [&](const char* name, const char* meaning, std::string Road::*part) {
    spec.add(text_column(name, meaning), [&roads, &network, part](const ClosureRow& row) {
      return Cell(roads[network.road[row.link->link]].*part);
    });
  };
  add_text("id", "of the road in the dataset", &Road::id);
  add_text("name", "of the road", &Road::name);
  add_text("class", "a highway value of OpenStreetMap, or the dataset's own word",
           &Road::road_class);
  spec.add(text_column("what", "road, bridge, or beside a bridge"),
           [](const ClosureRow& row) { return Cell(std::string(to_word(row.link->setting))); });
  spec.add(text_column("block", "in which it lies"), [&study](const ClosureRow& row) {
    return Cell(study.dataset.blocks.areas[row.block].name);
  });
}

void add_chance(TableSpec<ClosureRow>& spec) {
  Column chance = real_column("p_closed", "",
                              "chance that a flood closes it for a part of that month, in a year "
                              "like those on record and with every range at its middle");
  chance.decimals = 3;
  spec.add(chance, [](const ClosureRow& row) { return Cell(row.chance.p); });
  spec.add(text_column("month", "in which that chance is largest"),
           [](const ClosureRow& row) { return Cell(std::string(kMonthNames[row.chance.month])); });
  spec.add(integer_column("modelled", "", "1: how roads fail in floods is modelled"),
           [](const ClosureRow&) { return flag_cell(true); });
}

}  // namespace

Table make_flood_closures_table(const Study& study) {
  const RoadExposure exposure = expose_roads(study);
  const std::vector<ClosureRow> rows = list_rows(study, exposure);
  TableSpec<ClosureRow> spec;
  add_road(spec, study);
  add_chance(spec);
  Table table = spec.make("flood_closures", rows);
  table.geometry_type = GeometryType::kLine;
  for (const ClosureRow& row : rows) {
    const auto line = study.network.geometry(row.link->link);
    table.geometry.emplace_back(Polyline(line.begin(), line.end()));
  }
  return table;
}

}  // namespace pahunch
