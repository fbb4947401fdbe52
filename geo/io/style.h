/// \file
/// QGIS styles (.qml, QGIS 3.22) from the templates in `data/style`.
///
///     write_text("settlements.qml",
///                make_band_style(read_style(data / "style", "settlements"), "band_plan", limits));
///
/// Templates: `settlements` (bands of minutes), `isochrones` and `isochrone_lines` (limits),
/// `blocks` (share of women, also for other areas), `underserved`, `underserved_blocks` and
/// `cut_off_blocks` (name of the set); with nothing to fill `centres`, `sites`, `newly_covered`,
/// `changes`, `centre_changes`, `districts`, `subdivisions`, `block_lines`, `roads` and `route`.
/// The QGIS project of a run takes its styles from here too (planner/qgis).
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pahunch {

/// The text of `<folder>/<name>.qml`. Throws DataError when it is missing.
std::string read_style(const std::filesystem::path& folder, std::string_view name);

/// Words for the bands between limits, as in the tables: "0-30", "30-60", ..., "over 120".
std::vector<std::string> make_band_labels(std::span<const double> limits_min);

/// The word for a settlement that no centre reaches, in the tables and styles.
inline constexpr std::string_view kUnreachableBand = "unreachable";

/// A band as maps show it.
struct BandClass {
  std::string label;
  std::string colour;  ///< "#2166ac"
};

/// The bands between limits and, last, `kUnreachableBand`. The colours run from blue (near) over
/// yellow to red (far), safe for colour-blind readers, whatever the number of bands.
std::vector<BandClass> make_band_classes(std::span<const double> limits_min);

/// A style that colours points by the text column `attribute`, which holds a label of
/// `make_band_classes`, in their colours.
std::string make_band_style(std::string_view style_template, std::string_view attribute,
                            std::span<const double> limits_min);

/// A style that colours areas or lines by the text column `attribute`, which holds a limit as the
/// tables write it ("60"). The colours are those of the bands that end there.
std::string make_limit_style(std::string_view style_template, std::string_view attribute,
                             std::span<const double> limits_min);

/// A style that colours areas by the numeric column `attribute`, a share from 0 to 100, in five
/// classes.
std::string make_share_style(std::string_view style_template, std::string_view attribute);

}  // namespace pahunch
