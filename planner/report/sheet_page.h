/// \file
/// The report page of a run, made to open with sheets of A4: those of districts, for their
/// committees (centres, women by band, blocks, what the plan changes), or the weekly review of the
/// corporation (what to expect of each week, and what was observed).
///
/// The data are those of report.html. The page around them is this program's own, whatever stands
/// there: a run's folder may come from anybody. Only where it opens differs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace pahunch {

/// All districts, each on a sheet of its own.
inline constexpr const char* kAllDistricts = "all";

/// `run`: folder of a run; `district`: an id or a name of its districts, or `kAllDistricts`. Throws
/// UsageError for any other, DataError when the run has no page or no districts, or they were
/// changed since.
std::string make_district_page(const std::filesystem::path& run, const std::string& district);

/// The whole year; or `week` of it, district by district. Throws UsageError for a week that is not
/// 1 to 53, DataError when the run has no page or no simulation, or they were changed since.
std::string make_weekly_page(const std::filesystem::path& run, std::optional<int> week);

}  // namespace pahunch
