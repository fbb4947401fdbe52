#include "planner/qgis/layer_xml.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/base/error.h"
#include "geo/io/xml_text.h"

namespace pahunch {
namespace {

/// In every `spatialrefsys` here and in `data/qgis` stands srsid 1: QGIS reads an authid only
/// beside a number of its own, which it then does not use.
constexpr std::string_view kLayerCrs =
    "<srs><spatialrefsys><srsid>1</srsid><authid>EPSG:4326</authid></spatialrefsys></srs>";

/// A style's root element: what its `qgis` element says of itself, and what is within.
struct StyleParts {
  std::string_view attributes;
  std::string_view body;
};

/// Of a project's layer, QGIS reads the same from the `maplayer` element.
StyleParts split_style(std::string_view qml) {
  const auto root = qml.find("<qgis ");
  const auto begin = qml.find('>', root);
  const auto end = qml.rfind("</qgis>");
  if (root == qml.npos || begin == qml.npos || end == qml.npos) {
    throw InvariantError({.what = "a QGIS style has no qgis element"});
  }
  const auto attributes = root + std::string_view("<qgis").size();
  return {qml.substr(attributes, begin - attributes), qml.substr(begin + 1, end - begin - 1)};
}

bool is_shown(const ProjectLayer& layer, const MapTheme& theme) {
  return std::ranges::find(theme.layer_ids, layer.id) != theme.layer_ids.end();
}

std::string tree_layer(const ProjectLayer& layer, const MapTheme& shown) {
  const bool checked = is_shown(layer, shown);
  return fmt::format(
      "    <layer-tree-layer id=\"{}\" name=\"{}\" source=\"{}\" providerKey=\"ogr\" "
      "checked=\"{}\" expanded=\"{}\"/>\n",
      layer.id, xml_text(layer.title), xml_text(layer_source(layer)),
      checked ? "Qt::Checked" : "Qt::Unchecked", checked ? 1 : 0);
}

}  // namespace

std::string layer_source(const ProjectLayer& layer) {
  const std::string subset = layer.filter.empty() ? "" : "|subset=" + layer.filter;
  return "./pahunch.gpkg|layername=" + layer.table + subset;
}

std::string layer_xml(const ProjectLayer& layer) {
  const StyleParts style = split_style(layer.qml);
  return fmt::format(
      "  <maplayer type=\"vector\"{}>\n"
      "    <id>{}</id>\n"
      "    <datasource>{}</datasource>\n"
      "    <layername>{}</layername>\n"
      "    {}\n"
      "    <provider encoding=\"UTF-8\">ogr</provider>{}"
      "  </maplayer>\n",
      style.attributes, layer.id, xml_text(layer_source(layer)), xml_text(layer.title), kLayerCrs,
      style.body);
}

std::string layer_tree_xml(const std::vector<LayerGroup>& groups, const MapTheme& shown) {
  std::string xml;
  for (const LayerGroup& group : groups) {
    const bool open = std::ranges::any_of(
        group.layers, [&](const ProjectLayer& layer) { return is_shown(layer, shown); });
    xml += fmt::format("  <layer-tree-group name=\"{}\" checked=\"Qt::Checked\" expanded=\"{}\">\n",
                       xml_text(group.title), open ? 1 : 0);
    for (const ProjectLayer& layer : group.layers) xml += tree_layer(layer, shown);
    xml += "  </layer-tree-group>\n";
  }
  return xml;
}

}  // namespace pahunch
