/// \file
/// Where the data that comes with the program lies, from whatever folder it is run.
#pragma once

#include <filesystem>
#include <string>

namespace pahunch {

/// Below the bundled root.
inline constexpr const char* kDefaultProfiles = "data/defaults/profiles.toml";
inline constexpr const char* kDefaultHazard = "data/defaults/hazard.toml";
inline constexpr const char* kDefaultDemand = "data/defaults/demand.toml";
inline constexpr const char* kDefaultOperations = "data/defaults/operations.toml";
inline constexpr const char* kStyles = "data/style";
inline constexpr const char* kQgisTemplates = "data/qgis";
inline constexpr const char* kPlotScripts = "data/plots";
inline constexpr const char* kBundledReportPage = "data/report/page.html";

/// The folder that holds `data/`: searched from the program's own folder upwards, then in
/// `../share/pahunch`, last where the program was built. DataError when there is none.
std::filesystem::path find_bundled_root();

/// A path as written in a file or on the command line: absolute, else in `base`, else in the
/// bundled root. Where it is nowhere, the path in `base`, for the reader to complain about.
std::filesystem::path resolve_path(const std::string& written, const std::filesystem::path& base);

/// The path as it reads the same everywhere: relative to the bundled root where it lies in it, else
/// absolute.
std::string portable_path(const std::filesystem::path& path);

}  // namespace pahunch
