/// \file
/// `pahunch optimise` on the tiny dataset, and what its files say.
#pragma once

#include <nlohmann/json.hpp>
#include <sstream>

#include "planner/plot/csv_table.h"
#include "tests/planner/flooded_dataset.h"

namespace pahunch::test {

/// Answers lie in the folder "s".
struct TinySiting : TinyDataset {
  [[nodiscard]] ProgramResult optimise(const std::vector<std::string>& more) const {
    std::vector<std::string> words = {"optimise",           "--data", "d", "-o", "s", "--set",
                                      "isochrones.cell_m=0"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  [[nodiscard]] nlohmann::json json(const std::string& name) const {
    return nlohmann::json::parse(read_text(path() / name));
  }
  [[nodiscard]] pahunch::CsvTable csv(const std::string& name) const {
    std::istringstream in(read_text(path() / name));
    return {in, name};
  }
  /// Over places with rural women, who go to the chosen sites.
  template <class Weigh>
  [[nodiscard]] double mean_min(Weigh weigh) const {
    const auto places = csv("s/settlements.csv");
    double sum = 0, all = 0;
    for (std::size_t row = 0; row < places.n_rows(); ++row) {
      const double women = *places.number(row, "rural_women");
      if (women == 0) continue;
      sum += weigh(women) * *places.number(row, "min_chosen");
      all += weigh(women);
    }
    return sum / all;
  }
  /// The unit that fields.csv tells of a column of sites.csv.
  [[nodiscard]] std::string unit_of_site(const std::string& column) const {
    const auto fields = csv("s/fields.csv");
    for (std::size_t row = 0; row < fields.n_rows(); ++row) {
      const bool is_it = fields.text(row, "file") == "sites.csv";
      if (is_it && fields.text(row, "column") == column) return fields.text(row, "unit");
    }
    return "no such column";
  }
};

}  // namespace pahunch::test
