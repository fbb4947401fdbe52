/// \file
/// Small tables to write, and what was written, read back.
#pragma once

#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "geo/io/table.h"
#include "tests/support/read_text.h"

namespace pahunch::test {

/// Names of the files in a folder, hidden ones too.
inline std::vector<std::string> list_names(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

inline const std::string kUtm = "EPSG:32645";

/// Two settlements near Patna with a column of each type.
inline Table two_settlements() {
  return {.name = "settlements",
          .columns = {{.name = "id", .meaning = "id"},
                      {.name = "women", .type = ColumnType::kInteger, .meaning = "women"},
                      {.name = "min_plan",
                       .type = ColumnType::kReal,
                       .decimals = 1,
                       .unit = "min",
                       .meaning = "minutes",
                       .in_geojson = true},
                      {.name = "note", .meaning = "a note", .in_geojson = false}},
          .rows = {{std::string("a"), std::int64_t{120}, 29.96, std::string("पटना")},
                   {std::string("b"), std::int64_t{80}, Cell{}, Cell{}}},
          .geometry_type = GeometryType::kPoint,
          .geometry = {Xy{300000, 2832000}, Xy{310000, 2840000}}};
}

/// A table of areas without columns but an id.
inline Table areas_of(std::vector<MultiPolygon> shapes) {
  Table table{.name = "areas", .columns = {{.name = "id", .meaning = "id"}}};
  table.geometry_type = GeometryType::kPolygon;
  for (auto& shape : shapes) {
    table.rows.push_back({std::to_string(table.rows.size())});
    table.geometry.emplace_back(std::move(shape));
  }
  return table;
}

/// A square with its corner at the given place.
inline Ring square(double x_m, double y_m, double side_m) {
  return {{x_m, y_m},
          {x_m, y_m + side_m},
          {x_m + side_m, y_m + side_m},
          {x_m + side_m, y_m},
          {x_m, y_m}};
}

/// As long as it lives, no file of this process grows beyond the limit: a disk that is full.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t n_bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{n_bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

}  // namespace pahunch::test
