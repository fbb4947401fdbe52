/// \file
/// A QGIS project as data: layers in groups, and the maps that each answer a question.
#pragma once

#include <string>
#include <vector>

#include "geo/base/point.h"

namespace pahunch {

/// A map theme: one question, the layers that are drawn for its answer.
struct MapTheme {
  std::string name;
  std::vector<std::string> layer_ids;
};

/// One layer of the tree, drawn upon those after it.
struct ProjectLayer {
  /// Within the project: letters, digits, "_"; longer than 10, or QGIS puts another in its place.
  std::string id;
  std::string title;
  std::string table;        ///< of pahunch.gpkg
  std::string qml;          ///< a whole style
  std::string filter = {};  ///< SQL; "" for all rows
};

struct LayerGroup {
  std::string title;
  std::vector<ProjectLayer> layers;
};

/// The words of the print layout, as plain text.
struct LayoutWords {
  std::string title, subtitle, notice, provenance;
};

struct QgisProject {
  std::string crs;  ///< "EPSG:32645"
  Box extent;       ///< of what is told of
  std::vector<LayerGroup> groups;
  std::vector<MapTheme> themes;
  std::string shown;  ///< name of the theme that opens and is on the page
  LayoutWords words;
};

}  // namespace pahunch
