/// \file
/// Text from data within XML: QGIS styles, SVG.
#pragma once

#include <string>
#include <string_view>

namespace pahunch {

/// For an element or an attribute in double quotes; cleaned (clean_text.h) line by line, as XML has
/// no control characters but ends of lines and tabs.
std::string xml_text(std::string_view text);

}  // namespace pahunch
