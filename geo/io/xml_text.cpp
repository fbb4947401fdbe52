#include "geo/io/xml_text.h"

#include "geo/io/clean_text.h"

namespace pahunch {

namespace {

/// What is a character, but none of XML 1.0: U+FFFE and U+FFFF.
std::string replace_noncharacters(std::string text) {
  for (const std::string_view none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (auto at = text.find(none); at != std::string::npos; at = text.find(none, at)) {
      text.replace(at, none.size(), "\xEF\xBF\xBD");
    }
  }
  return text;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string escaped;
  for (const char c : replace_noncharacters(clean_lines(text))) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

}  // namespace pahunch
