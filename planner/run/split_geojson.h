/// \file
/// A GeoJSON file taken apart by a property of its features, so that each part is small enough to
/// be drawn with ease.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace pahunch {

struct GeojsonPart {
  std::string value;    ///< of the property; "" where features have none
  std::string content;  ///< a collection with the other members of the whole
  std::size_t n_features = 0;
};

/// By value. Empty: no feature has the property. Throws DataError for a file that is no collection
/// of features.
std::vector<GeojsonPart> split_geojson(const std::filesystem::path& file,
                                       const std::string& property);

/// A value as part of a file's name: letters, digits and what is not ASCII stay, "-" stands for the
/// rest; "none" for an empty one.
std::string file_word(const std::string& value);

}  // namespace pahunch
