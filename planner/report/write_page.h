/// \file
/// `report.html`: a run on one page, with a map, for people who have neither the program nor QGIS.
#pragma once

#include "geo/io/run_folder.h"
#include "planner/report/page_pack.h"

namespace pahunch {

inline constexpr const char* kReportPage = "report.html";

/// The bundled page (`data/report/page.html`, built by `scripts/build-report-page`) with this data.
/// One file that loads nothing else; the same bytes for the same data. Throws DataError when the
/// bundled page is missing or has no place for the data.
void write_report_page(const PagePack& pack, RunFolder& folder);

}  // namespace pahunch
