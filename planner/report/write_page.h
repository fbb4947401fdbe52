/// \file
/// A run, or what changed between two of them, on one page with a map, for people who have neither
/// the program nor QGIS.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/io/run_folder.h"
#include "planner/report/page_pack.h"

namespace pahunch {

inline constexpr const char* kReportPage = "report.html";       ///< of a run
inline constexpr const char* kComparisonPage = "compare.html";  ///< of two

/// The bundled page (`data/report/page.html`, built by `scripts/build-report-page`) with this data,
/// as the file `name`, which loads nothing else; the same bytes for the same data. Throws DataError
/// when the bundled page is missing or has no place for the data.
void write_report_page(const PagePack& pack, const std::string& name, RunFolder& folder);

/// The bundled page with packed data, and with `opening` (elements of HTML) first in its head.
/// Throws as `write_report_page`.
std::string make_report_page(std::string_view packed, std::string_view opening);

/// The packed data of a page that was written so; none where it has none. Whatever the page, they
/// hold no markup.
std::optional<std::string_view> find_packed_data(std::string_view page);

}  // namespace pahunch
