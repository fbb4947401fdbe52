#include "geo/io/xml_template.h"

#include <fstream>
#include <sstream>

#include "geo/base/error.h"
#include "geo/io/xml_text.h"

namespace pahunch {

std::string read_xml_template(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in || text.str().empty()) {
    throw DataError({.what = "cannot read the style " + file.filename().string(),
                     .where = file.string(),
                     .why = "QGIS would show the layers in one colour",
                     .hint = "check that the program's data folder is complete"});
  }
  return text.str();
}

std::string fill_xml(std::string_view text, const XmlValues& values) {
  std::string filled;
  for (auto at = text.find("{{"); at != std::string_view::npos; at = text.find("{{")) {
    const auto end = text.find("}}", at);
    if (end == std::string_view::npos) break;
    const auto found = values.find(text.substr(at + 2, end - at - 2));
    filled += text.substr(0, at);
    filled += found == values.end() ? std::string(text.substr(at, end + 2 - at))
                                    : xml_text(found->second);
    text.remove_prefix(end + 2);
  }
  return filled += text;
}

}  // namespace pahunch
