/// \file
/// A project as the XML that QGIS 3.22 and later read, from the templates in `data/qgis`.
#pragma once

#include <string>

#include "planner/qgis/project.h"

namespace pahunch {

/// The text of a .qgs file. Layers lie in `./pahunch.gpkg` beside it; all text is escaped.
std::string project_xml(const QgisProject& project);

}  // namespace pahunch
