/// \file
/// The data of a report page: a JSON head and one run of bytes that the head points into.
///
/// As text: base64 of the zlib-compressed bytes `N`, head, bytes; `N` is the length of the head in
/// four bytes, the low one first. Text from data thus never stands in the page's markup.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "planner/report/number_stream.h"

namespace pahunch {

class PagePack {
 public:
  using Json = nlohmann::ordered_json;

  /// The head, to be filled.
  Json head = Json::object();

  /// Where the numbers are, as the head says it.
  Json add(const NumberStream& numbers);

  [[nodiscard]] std::string to_text() const;

 private:
  std::string bytes_;
};

}  // namespace pahunch
