#include "planner/qgis/project_xml.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"
#include "geo/io/xml_template.h"
#include "geo/io/xml_text.h"
#include "planner/bundled_data.h"
#include "planner/qgis/layer_xml.h"

namespace pahunch {
namespace {

constexpr double kMargin = 1.04;
/// Of the map on the page of `data/qgis/layout.xml`, in millimetres.
constexpr double kMapWidth_mm = 300;
constexpr double kMapHeight_mm = 225;

/// The extent grown to the proportions of the map on the page, with a margin.
Box fit_to_page(const Box& extent) {
  const double unit_m = kMargin * std::max((extent.max_x_m - extent.min_x_m) / kMapWidth_mm,
                                           (extent.max_y_m - extent.min_y_m) / kMapHeight_mm);
  const double x_m = (extent.min_x_m + extent.max_x_m) / 2;
  const double y_m = (extent.min_y_m + extent.max_y_m) / 2;
  const double half_x_m = unit_m * kMapWidth_mm / 2;
  const double half_y_m = unit_m * kMapHeight_mm / 2;
  return {x_m - half_x_m, y_m - half_y_m, x_m + half_x_m, y_m + half_y_m};
}

std::string theme_xml(const MapTheme& theme, const std::vector<LayerGroup>& groups) {
  std::string xml = fmt::format(
      "  <visibility-preset name=\"{}\" has-expanded-info=\"1\" has-checked-group-info=\"1\">\n",
      xml_text(theme.name));
  for (const std::string& id : theme.layer_ids) {
    xml +=
        fmt::format("    <layer id=\"{}\" visible=\"1\" expanded=\"1\" style=\"default\"/>\n", id);
  }
  xml += "    <checked-group-nodes>\n";
  for (const LayerGroup& group : groups) {
    xml += fmt::format("      <checked-group-node id=\"{}\"/>\n", xml_text(group.title));
  }
  return xml + "    </checked-group-nodes>\n  </visibility-preset>\n";
}

const MapTheme& shown_theme(const QgisProject& project) {
  const auto at = std::ranges::find(project.themes, project.shown, &MapTheme::name);
  if (at == project.themes.end()) {
    throw InvariantError({.what = "a QGIS project has no theme " + project.shown});
  }
  return *at;
}

/// Text for a label of the page, on which QGIS would work out what stands in "[% %]".
std::string label_text(std::string text) {
  for (auto at = text.find("[%"); at != std::string::npos; at = text.find("[%", at)) {
    text.insert(at + 1, " ");
  }
  return text;
}

XmlValues project_values(const QgisProject& project) {
  const Box page = fit_to_page(project.extent);
  return {{"crs", project.crs},
          {"title", label_text(project.words.title)},
          {"subtitle", label_text(project.words.subtitle)},
          {"notice", label_text(project.words.notice)},
          {"provenance", label_text(project.words.provenance)},
          {"shown", project.shown},
          {"xmin", fmt::format("{:.0f}", page.min_x_m)},
          {"ymin", fmt::format("{:.0f}", page.min_y_m)},
          {"xmax", fmt::format("{:.0f}", page.max_x_m)},
          {"ymax", fmt::format("{:.0f}", page.max_y_m)}};
}

/// Puts `xml` for a mark "<!-- name -->" of the template.
void put(std::string& text, const std::string& name, const std::string& xml) {
  const std::string mark = "<!-- " + name + " -->\n";
  const auto at = text.find(mark);
  if (at == std::string::npos) {
    throw DataError({.what = "data/qgis/project.xml lacks the mark <!-- " + name + " -->",
                     .why = "the QGIS project would be incomplete",
                     .hint = "restore the program's data/qgis"});
  }
  text.replace(at, mark.size(), xml);
}

}  // namespace

std::string project_xml(const QgisProject& project) {
  const auto folder = find_bundled_root() / kQgisTemplates;
  const XmlValues values = project_values(project);
  std::string layers;
  for (const LayerGroup& group : project.groups) {
    for (const ProjectLayer& layer : group.layers) layers += layer_xml(layer);
  }
  std::string themes;
  for (const MapTheme& theme : project.themes) themes += theme_xml(theme, project.groups);
  std::string xml = fill_xml(read_xml_template(folder / "project.xml"), values);
  put(xml, "layer tree", layer_tree_xml(project.groups, shown_theme(project)));
  put(xml, "layers", layers);
  put(xml, "themes", themes);
  put(xml, "layout", fill_xml(read_xml_template(folder / "layout.xml"), values));
  return xml;
}

}  // namespace pahunch
