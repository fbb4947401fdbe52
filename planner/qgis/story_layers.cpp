#include "planner/qgis/story_layers.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/io/style.h"
#include "planner/bundled_data.h"

namespace pahunch {
namespace {

/// A set of centres as the tree names it.
struct ToldSet {
  std::string id;    ///< "today"
  std::string when;  ///< "today"
  std::string name;  ///< of the set: "baseline"
};

class StoryLayers {
 public:
  StoryLayers(const RunSummary& summary, const Sheets& sheets)
      : summary_(summary), sheets_(sheets), styles_(find_bundled_root() / kStyles) {
    const auto& sets = summary.coverage.sets;
    if (sets.size() > 1) sets_.push_back({"plan", "after the plan", sets.back().name});
    sets_.push_back({"today", "today", sets.front().name});
  }

  [[nodiscard]] std::vector<LayerGroup> make() const {
    std::vector<LayerGroup> groups = {centres(),     boundaries(), within(), change(),
                                      underserved(), floods(),     roads(),  shares()};
    std::erase_if(groups, [](const LayerGroup& group) { return group.layers.empty(); });
    return groups;
  }

 private:
  [[nodiscard]] const Sheet* find(const std::string& table) const {
    const auto at =
        std::ranges::find(sheets_, table, [](const Sheet& sheet) { return sheet.table.name; });
    return at == sheets_.end() || at->table.rows.empty() ? nullptr : &*at;
  }

  [[nodiscard]] std::string style(std::string_view name) const { return read_style(styles_, name); }

  /// The layer, where the run has its table.
  void add(LayerGroup& group, ProjectLayer layer) const {
    if (find(layer.table) != nullptr) group.layers.push_back(std::move(layer));
  }

  /// With the style that lies beside its table.
  void add_sheet(LayerGroup& group, const std::string& table, const std::string& title) const {
    if (const Sheet* sheet = find(table)) {
      group.layers.push_back({"table_" + table, title, table, sheet->qml});
    }
  }

  [[nodiscard]] LayerGroup centres() const {
    LayerGroup group{summary_.study.dataset.words.service_plural, {}};
    for (const ToldSet& set : sets_) {
      add(group, {"centres_" + set.id, "Open " + set.when, "centres", style("centres"),
                  fmt::format("\"open_{}\" = 1", set.name)});
    }
    add_sheet(group, "sites", "Sites that were weighed");
    return group;
  }

  [[nodiscard]] LayerGroup boundaries() const {
    LayerGroup group{"Boundaries", {}};
    add_sheet(group, "districts", "Districts");
    add_sheet(group, "subdivisions", "Sub-divisions");
    add(group, {"block_lines", "Blocks", "blocks", style("block_lines")});
    return group;
  }

  [[nodiscard]] LayerGroup within() const {
    LayerGroup group{"Minutes to the nearest centre", {}};
    const auto limits = summary_.coverage.bands.limits_min();
    for (const ToldSet& set : sets_) {
      add(group, {"settlements_" + set.id, "Women by minutes, " + set.when, "settlements",
                  make_band_style(style("settlements"), "band_" + set.name, limits)});
    }
    return group;
  }

  [[nodiscard]] LayerGroup change() const {
    LayerGroup group{"What the plan changes", {}};
    if (sets_.size() > 1) {
      add(group,
          {"newly_covered",
           fmt::format("Women within {} minutes", limit_text(summary_.study.scenario.max_minutes)),
           "settlements", style("newly_covered")});
    }
    return group;
  }

  [[nodiscard]] LayerGroup underserved() const {
    LayerGroup group{"Underserved, simulated", {}};
    add_sheet(group, "underserved", "Is she underserved, and do the draws agree?");
    add_sheet(group, "underserved_blocks", "Rural women not served, by block");
    return group;
  }

  [[nodiscard]] LayerGroup floods() const {
    LayerGroup group{"Floods, simulated", {}};
    const std::string& set = sets_.front().name;
    add(group,
        {"cut_off_blocks", "Rural women whom closed roads cut off", "underserved_blocks",
         make_share_style(style("cut_off_blocks"), set), fmt::format("\"cut_off_{}\" > 0", set)});
    add_sheet(group, "flood_closures", "Roads that a flood may close");
    return group;
  }

  [[nodiscard]] LayerGroup roads() const {
    LayerGroup group{"Roads", {}};
    add_sheet(group, "roads", "Roads by class");
    return group;
  }

  /// Areas, below all else.
  [[nodiscard]] LayerGroup shares() const {
    LayerGroup group{"Areas by minutes", {}};
    for (const ToldSet& set : sets_) {
      const std::string limit = limit_text(summary_.study.scenario.max_minutes);
      add(group,
          {"blocks_" + set.id, fmt::format("Share of women within {} minutes, {}", limit, set.when),
           "blocks", make_share_style(style("blocks"), fmt::format("pct_{}_{}", limit, set.name))});
    }
    add_sheet(group, "isochrones", "Isochrones " + sets_.front().when);
    return group;
  }

  const RunSummary& summary_;
  const Sheets& sheets_;
  std::filesystem::path styles_;
  std::vector<ToldSet> sets_;  ///< the plan first, where there is one
};

}  // namespace

std::vector<LayerGroup> make_story_layers(const RunSummary& summary, const Sheets& sheets) {
  return StoryLayers(summary, sheets).make();
}

}  // namespace pahunch
