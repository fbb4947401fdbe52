#include "planner/qgis/write_project.h"

#include <array>

#include "geo/io/write_zip.h"
#include "planner/qgis/project_xml.h"

namespace pahunch {

void write_project(const QgisProject& project, RunFolder& folder) {
  const std::array entries = {ZipEntry{"pahunch.qgs", project_xml(project)}};
  write_zip(entries, folder.path(kProjectName));
  folder.add(kProjectName, -1);
}

}  // namespace pahunch
