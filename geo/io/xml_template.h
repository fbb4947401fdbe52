/// \file
/// Values put into XML templates such as those of `data/style` and `data/qgis`.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace pahunch {

using XmlValues = std::map<std::string, std::string, std::less<>>;

/// The text of a template. Throws DataError when it is missing or empty.
std::string read_xml_template(const std::filesystem::path& file);

/// Puts values, escaped, for the {{names}} that are in `values`; other names stay.
std::string fill_xml(std::string_view text, const XmlValues& values);

}  // namespace pahunch
