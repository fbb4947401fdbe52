/// \file
/// The tiny dataset with four monsoons and two years of cases.
#pragma once

#include "tests/support/tiny_dataset.h"

namespace pahunch::test {

struct FloodedDataset : TinyDataset {
  FloodedDataset() {
    std::string flood = "block,2021-07,2021-08,2022-08,2022-09,2023-08,2024-08\n";
    flood += "B1,0.2,0.5,0.1,0.0,0.05,0.3\nB2,0.1,0.3,0.0,0.0,0.02,0.2\n";
    flood += "B3,0.0,0.1,0.0,0.01,0.0,0.05\nB4,0.3,0.6,0.2,0.1,0.1,0.4\n";
    write("d/flood.csv", flood);
    write("d/cases.csv",
          "year,registered,disposed,months,source\n2023-24,300,250,12,made up\n"
          "2024-25,320,300,12,made up\n");
    const std::string toml = read_text(path() / "d/dataset.toml");
    write("d/dataset.toml", toml +
                                "\n[layers.hazard]\nsource = \"flood.csv\"\nfields = { block = "
                                "\"block\" }\n[layers.cases]\nsource = \"cases.csv\"\nfields = { "
                                "year = \"year\", registered = \"registered\", disposed = "
                                "\"disposed\", months = \"months\", source = \"source\" }\n");
  }

  /// Into the folder "s".
  [[nodiscard]] std::vector<std::string> simulate_words(
      const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words = {"simulate",     "--data", "d",       "-o", "s",
                                      "--replicates", "12",     "--draws", "3"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  [[nodiscard]] ProgramResult simulate(const std::vector<std::string>& more = {}) const {
    return run(simulate_words(more));
  }
};

}  // namespace pahunch::test
