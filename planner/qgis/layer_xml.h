/// \file
/// The parts of a QGIS project that stand for its layers.
#pragma once

#include <string>
#include <vector>

#include "planner/qgis/project.h"

namespace pahunch {

/// `./pahunch.gpkg|layername=…`, with the filter.
std::string layer_source(const ProjectLayer& layer);

/// A `maplayer` element with the layer's style inside. Precondition: `qml` is a whole style.
std::string layer_xml(const ProjectLayer& layer);

/// The tree: a group each, layers of the theme `shown` ticked.
std::string layer_tree_xml(const std::vector<LayerGroup>& groups, const MapTheme& shown);

}  // namespace pahunch
