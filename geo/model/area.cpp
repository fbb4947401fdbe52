#include "geo/model/area.h"

namespace pahunch {

std::string_view to_string(AreaLevel level) {
  switch (level) {
    case AreaLevel::kDistrict:
      return "district";
    case AreaLevel::kSubdivision:
      return "subdivision";
    case AreaLevel::kBlock:
      return "block";
  }
  return "";
}

}  // namespace pahunch
