/// \file
/// The report page of a run, made to open with the page of a district: an A4 sheet for the
/// committee of the district, with its centres, its women by band, its blocks, and what the plan
/// changes.
///
/// The data and the sheets are those of report.html itself; only where it opens differs.
#pragma once

#include <filesystem>
#include <string>

namespace pahunch {

/// All districts, each on a sheet of its own.
inline constexpr const char* kAllDistricts = "all";

/// `run`: folder of a run; `district`: an id or a name of its districts, or `kAllDistricts`. Throws
/// UsageError for any other, DataError when the run has no page or no districts, or they were
/// changed since.
std::string make_district_page(const std::filesystem::path& run, const std::string& district);

}  // namespace pahunch
