/// \file
/// A small valid dataset in a folder of its own; a test changes one file and looks what happens.
///
///   block B1 | block B2     lon 85.0 - 85.1 - 85.2, lat 25.0 - 25.1, both in district D1;
///   one road from west to east; two settlements and one centre in each block.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "geo/base/error.h"
#include "geo/io/read_dataset.h"
#include "tests/support/temp_dir.h"

namespace pahunch::test {

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("nothing to replace: " + from);
  return text.replace(at, from.size(), to);
}

/// A GeoJSON feature with a square from (lon, lat), of a tenth of a degree unless told.
inline std::string square(double lon, double lat, const std::string& properties,
                          double width = 0.1) {
  const auto x0 = std::to_string(lon), x1 = std::to_string(lon + width), y0 = std::to_string(lat),
             y1 = std::to_string(lat + 0.1);
  return R"({"type":"Feature","properties":{)" + properties +
         R"(},"geometry":{"type":"Polygon","coordinates":[[[)" + x0 + "," + y0 + "],[" + x1 + "," +
         y0 + "],[" + x1 + "," + y1 + "],[" + x0 + "," + y1 + "],[" + x0 + "," + y0 + "]]]}}";
}

inline std::string feature(const std::string& properties, const std::string& geometry) {
  return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":)" + geometry + "}";
}

inline std::string collection(const std::string& features) {
  return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

inline const char* const kSmallToml = R"(format = 1
name = "small"
title = "A small place"
working_crs = "auto"
[study_area]
margin_km = 30
[layers.district]
source = "districts.geojson"
fields = { id = "id", name = "name" }
[layers.block]
source = "blocks.geojson"
fields = { id = "id", name = "name" }
[layers.settlements]
source = "settlements.csv"
fields = { id = "id", name = "name", women = "women", rural_women = "rural", block = "block" }
[layers.centres]
source = "centres.csv"
fields = { id = "id", name = "name", status = "status", beds = "beds" }
[layers.roads]
source = "roads.geojson"
fields = { id = "id", class = "class", speed = "speed", oneway = "oneway", bridge = "bridge" }
)";

inline std::map<std::string, std::string> make_small_files() {
  return {
      {"dataset.toml", kSmallToml},
      {"districts.geojson", collection(square(85, 25, R"("id":"D1","name":"पटना")", 0.2))},
      {"blocks.geojson", collection(square(85, 25, R"("id":"B1","name":"West")") + "," +
                                    square(85.1, 25, R"("id":"B2","name":"East")"))},
      {"settlements.csv",
       "id,name,block,women,rural,lon,lat\n"
       "S1,Rampur,B1,100,100,85.02,25.05\n"
       "S2,रामपुर,B1,50,20,85.08,25.05\n"
       "S3,Sonpur,B2,70,70,85.15,25.05\n"
       "S4,Hajipur,B2,30,0,85.19,25.02\n"},
      {"centres.csv",
       "id,name,status,beds,lon,lat\n"
       "C1,Old,existing,5,85.05,25.05\n"
       "C2,New,planned,,85.15,25.05\n"},
      {"roads.geojson",
       collection(feature(
           R"("id":"R1","class":"primary","speed":null,"oneway":"no","bridge":"yes")",
           R"({"type":"LineString","coordinates":[[85.0,25.05],[85.1,25.05],[85.2,25.05]]})"))},
  };
}

class SmallDataset {
 public:
  SmallDataset() {
    for (const auto& [name, content] : make_small_files()) dir_->write(name, content);
  }
  [[nodiscard]] std::filesystem::path path() const { return dir_->path(); }

  SmallDataset& write(const std::string& name, const std::string& content) {
    dir_->write(name, content);
    return *this;
  }
  /// Changes a piece of one of the files above.
  SmallDataset& change(const std::string& name, const std::string& from, const std::string& to) {
    return write(name, replaced(make_small_files().at(name), from, to));
  }
  [[nodiscard]] Dataset read(ReadOptions options = {}) const {
    SilentProgress silent;
    return read_dataset(dir_->path(), options, silent);
  }
  /// The message of the error that reading throws; "" when it throws none. Also proves that reading
  /// leaves no file behind.
  [[nodiscard]] std::string get_error(const ReadOptions& options = {}) const {
    const auto before = list();
    std::string message;
    try {
      [[maybe_unused]] const auto dataset = read(options);
    } catch (const Error& error) {
      message = error.what();
    }
    if (list() != before) message += " AND FILES WERE LEFT BEHIND";
    return message;
  }

 private:
  [[nodiscard]] std::set<std::string> list() const {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(dir_->path())) {
      names.insert(entry.path().string());
    }
    return names;
  }
  std::unique_ptr<TempDir> dir_ = std::make_unique<TempDir>();
};

inline const RowLedger& get_ledger(const Dataset& dataset, const std::string& layer) {
  for (const auto& ledger : dataset.ledgers) {
    if (ledger.layer == layer) return ledger;
  }
  throw std::logic_error("no ledger of " + layer);
}

}  // namespace pahunch::test
