#include "planner/qgis/project_story.h"

#include <fmt/format.h>

#include <algorithm>

#include "planner/qgis/story_layers.h"

namespace pahunch {
namespace {

constexpr const char* kCentresToday = "centres_today";
constexpr const char* kCentresAfterPlan = "centres_plan";

struct Question {
  std::string name;
  std::string answer;   ///< id of the layer without which there is no answer
  std::string centres;  ///< id of those that go with it; of a run with one set, today's
};

const std::vector<Question>& questions() {
  static const std::vector<Question> kQuestions = {
      {"Today", "settlements_today", kCentresToday},
      {"After the plan", "settlements_plan", kCentresAfterPlan},
      {"What the plan changes", "newly_covered", kCentresAfterPlan},
      {"Who is underserved", "table_underserved_blocks", kCentresAfterPlan},
      {"How sure is it", "table_underserved", kCentresAfterPlan},
      {"Where floods close roads", "table_flood_closures", kCentresAfterPlan}};
  return kQuestions;
}

std::vector<std::string> all_ids(const std::vector<LayerGroup>& groups) {
  std::vector<std::string> ids;
  for (const LayerGroup& group : groups) {
    for (const ProjectLayer& layer : group.layers) ids.push_back(layer.id);
  }
  return ids;
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

bool is_boundary(const std::string& id) {
  return id == "table_districts" || id == "table_subdivisions" || id == "block_lines";
}

std::vector<MapTheme> make_themes(const std::vector<LayerGroup>& groups) {
  const auto ids = all_ids(groups);
  std::vector<MapTheme> themes;
  for (const Question& question : questions()) {
    if (!contains(ids, question.answer)) continue;
    const std::string centres = contains(ids, question.centres) ? question.centres : kCentresToday;
    MapTheme theme{question.name, {}};
    for (const std::string& id : ids) {
      if (is_boundary(id) || id == question.answer || id == centres) theme.layer_ids.push_back(id);
    }
    themes.push_back(std::move(theme));
  }
  return themes;
}

/// Grows a box by all that it is called with.
struct ExtendBox {
  Box& box;
  void operator()(std::monostate) const {}
  void operator()(Xy at) const { box.extend(at); }
  void operator()(const Polyline& line) const {
    for (const Xy at : line) box.extend(at);
  }
  void operator()(const MultiPolygon& shape) const {
    for (const Polygon& part : shape) (*this)(part.outer);
  }
};

/// Of settlements and areas: centres and roads may lie far outside of the study area.
Box find_extent(const Sheets& sheets) {
  Box box;
  for (const Sheet& sheet : sheets) {
    const std::string& name = sheet.table.name;
    if (name != "settlements" && name != "districts" && name != "blocks") continue;
    for (const Geometry& shape : sheet.table.geometry) std::visit(ExtendBox{box}, shape);
  }
  return box;
}

LayoutWords make_words(const RunSummary& summary, const std::string& theme) {
  const Study& study = summary.study;
  const DatasetWords& words = study.dataset.words;
  std::string provenance =
      fmt::format("pahunch {}, scenario {}, seed {}; women: {}.", PAHUNCH_VERSION,
                  study.scenario.name, study.scenario.seed, population_words(study));
  for (const std::string& source : words.attribution) provenance += " " + source + ".";
  return {words.title, fmt::format("{}: {}", theme, basis_words(study)), words.notice, provenance};
}

}  // namespace

QgisProject make_project_story(const RunSummary& summary, const Sheets& sheets) {
  QgisProject project;
  project.crs = summary.study.dataset.working_crs;
  project.extent = find_extent(sheets);
  project.groups = make_story_layers(summary, sheets);
  project.themes = make_themes(project.groups);
  project.shown = summary.coverage.sets.size() > 1 ? "After the plan" : "Today";
  project.words = make_words(summary, project.shown);
  return project;
}

}  // namespace pahunch
